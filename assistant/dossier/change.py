"""Every change to a dossier: a function from a dossier to a new one. Unknown ids change nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import TypeVar

from assistant.dossier.model import BARRIERS, SEPARATOR, Application, Dossier, Draft, Meeting, Note, SmallStep, Task

Row = TypeVar("Row", Task, Note, Meeting, Application)


def add_draft(dossier: Dossier, draft: Draft) -> Dossier:
    """Take over the tasks and meetings. The same source again renews the task; what was done stays done."""
    for task in draft.tasks:
        dossier = _add_task(dossier, task)
    for meeting in draft.meetings:
        dossier = _take_meeting(dossier, meeting)
    return dossier


def add_task(dossier: Dossier, title: str, today: date, due: date | None = None) -> Dossier:
    """A task in somebody's own words."""
    return _add_task(dossier, Task(title=title, due=due, added_on=today))


def add_note(dossier: Dossier, words: str, today: date) -> Dossier:
    """A note, newest first."""
    return dossier.model_copy(update={"notes": (Note(text=words, written_on=today), *dossier.notes)})


def add_meeting(dossier: Dossier, meeting: Meeting) -> Dossier:
    """An appointment."""
    return dossier.model_copy(update={"meetings": (*dossier.meetings, meeting)})


def add_application(dossier: Dossier, application: Application) -> Dossier:
    """A row of 'Wat ik deed'."""
    return dossier.model_copy(update={"applications": (*dossier.applications, application)})


def know(dossier: Dossier, facts: Mapping[str, Sequence[str]]) -> Dossier:
    """Remember answers that other doors can use; a fact without values is forgotten."""
    words = {name: SEPARATOR.join(values) for name, values in facts.items() if name != BARRIERS}
    known = {name: value for name, value in {**dossier.facts, **words}.items() if value}
    barriers = tuple(facts.get(BARRIERS, dossier.barriers))
    return dossier.model_copy(update={"facts": known, "barriers": barriers})


def tick_step(dossier: Dossier, task_id: str, number: int, today: date) -> Dossier:
    """Mark small step `number` (from 0) done today, or not done after all. The last step makes the task done."""

    def tick(task: Task) -> Task:
        if not 0 <= number < len(task.steps):
            return task
        steps = tuple(_flip(step, today) if n == number else step for n, step in enumerate(task.steps))
        all_done = all(step.done_on for step in steps)
        return task.model_copy(update={"steps": steps, "done_on": (task.done_on or today) if all_done else None})

    return _change_task(dossier, task_id, tick)


def tick_task(dossier: Dossier, task_id: str, today: date) -> Dossier:
    """Mark a whole task done today, or open again. Its small steps keep their own marks."""
    return _change_task(dossier, task_id, lambda task: _flip(task, today))


def merge(dossier: Dossier, other: Dossier) -> Dossier:
    """`dossier` with all that stands in `other` too; a fact that both know stays as it is in `dossier`."""
    both = dossier
    for task in other.tasks:
        both = _add_task(both, task)
    both = add_draft(both, Draft.model_construct(tasks=(), meetings=other.meetings))
    return both.model_copy(
        update={
            "notes": other.notes + both.notes,
            "applications": both.applications + other.applications,
            "facts": {**other.facts, **both.facts},
            "barriers": tuple(dict.fromkeys(both.barriers + other.barriers)),
        }
    )


def remove(dossier: Dossier, row_id: str) -> Dossier:
    """Take out the task, note, meeting or application with this id."""
    return dossier.model_copy(
        update={
            "tasks": _without(dossier.tasks, row_id),
            "notes": _without(dossier.notes, row_id),
            "meetings": _without(dossier.meetings, row_id),
            "applications": _without(dossier.applications, row_id),
        }
    )


def _take_meeting(dossier: Dossier, meeting: Meeting) -> Dossier:
    """One person is in one place: the same moment is the same meeting, and fills in what was not known of it."""
    old = next((row for row in dossier.meetings if _same_meeting(row, meeting)), None)
    if old is None:
        return dossier.model_copy(update={"meetings": (*dossier.meetings, meeting)})
    both = old.model_copy(update={"place": meeting.place or old.place, "sheet": {**old.sheet, **meeting.sheet}})
    rows = tuple(both if row.id == old.id else row for row in dossier.meetings)
    return dossier.model_copy(update={"meetings": rows})


def _same_meeting(one: Meeting, other: Meeting) -> bool:
    """Midnight means that no hour is known: then the title tells."""
    return one.start == other.start and (one.start.time() != time() or one.title == other.title)


def _add_task(dossier: Dossier, task: Task) -> Dossier:
    old = next((known for known in dossier.tasks if task.source and known.source == task.source), None)
    if old is None:
        return dossier.model_copy(update={"tasks": (*dossier.tasks, task)})
    done = {step.text: step.done_on for step in old.steps}
    steps = tuple(step.model_copy(update={"done_on": done.get(step.text)}) for step in task.steps)
    finished = old.done_on if all(step.done_on for step in steps) else None
    renewed = task.model_copy(update={"id": old.id, "steps": steps, "added_on": old.added_on, "done_on": finished})
    return _change_task(dossier, old.id, lambda _: renewed)


def _change_task(dossier: Dossier, task_id: str, change: Callable[[Task], Task]) -> Dossier:
    tasks = tuple(change(task) if task.id == task_id else task for task in dossier.tasks)
    return dossier.model_copy(update={"tasks": tasks})


Markable = TypeVar("Markable", Task, SmallStep)


def _flip(thing: Markable, today: date) -> Markable:
    return thing.model_copy(update={"done_on": None if thing.done_on else today})


def _without(rows: tuple[Row, ...], row_id: str) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.id != row_id)
