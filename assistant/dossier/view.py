"""A dossier in the order in which it is read: what comes next, what is open, what is done, which days matter."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from assistant.dossier.model import Dossier, SmallStep, Task, Urgency

SOON = timedelta(days=7)
"""An urgent task without a day comes after what is due within this time, and before all else."""
RANK: dict[Urgency | None, int] = {"dringend": 0, "hoog": 1, "middel": 2, None: 2, "laag": 3}


class Next(NamedTuple):
    """The small step to do first. `number` is None for a task without small steps."""

    task: Task
    step: SmallStep | None
    number: int | None


class Moment(NamedTuple):
    """A day that matters; `at` has the hour of a meeting, midnight where there is none."""

    at: datetime
    title: str
    detail: str
    kind: str
    """`task` or `meeting`."""
    id: str


def open_tasks(dossier: Dossier, today: date) -> list[Task]:
    """What is still to do: by the day of the next open step, then urgency, then the order of adding.

    An urgent task without a day goes before the days that lie more than a week ahead.
    """

    def order(task: Task) -> tuple[date, bool, int]:
        day = due_day(task)
        without = today + SOON if RANK[task.urgency] < RANK[None] else date.max
        return day or without, day is None, RANK[task.urgency]

    return sorted((task for task in dossier.tasks if task.done_on is None), key=order)


def done_tasks(dossier: Dossier) -> list[Task]:
    """What is done, last first."""
    found = [task for task in dossier.tasks if task.done_on]
    return sorted(found, key=lambda task: task.done_on or date.min, reverse=True)


def due_day(task: Task) -> date | None:
    """The first day that still counts: of an open small step, else of the task."""
    days = [step.due for step in task.steps if step.due and not step.done_on]
    return min(days) if days else task.due


def next_step(dossier: Dossier, today: date) -> Next | None:
    """The first open small step of the first open task; None when all is done."""
    for task in open_tasks(dossier, today):
        for number, step in enumerate(task.steps):
            if step.done_on is None:
                return Next(task, step, number)
        return Next(task, None, None)
    return None


def moments(dossier: Dossier, today: date) -> list[Moment]:
    """The days that matter, first first: open tasks with a day (also past ones) and meetings from today on."""
    rows = [
        Moment(datetime.combine(day, time()), task.title, step.text if step else "", "task", task.id)
        for task in open_tasks(dossier, today)
        for day, step in _days(task)
    ]
    rows += [
        Moment(meeting.start, meeting.title, meeting.place, "meeting", meeting.id)
        for meeting in dossier.meetings
        if meeting.start.date() >= today
    ]
    return sorted(rows, key=lambda row: (row.at, row.title))


def _days(task: Task) -> list[tuple[date, SmallStep | None]]:
    """One row for each open step with a day; the day of the task itself only where no step has it."""
    rows: list[tuple[date, SmallStep | None]] = [
        (step.due, step) for step in task.steps if step.due and not step.done_on
    ]
    if task.due and task.due not in [day for day, _ in rows]:
        first = next((step for step in task.steps if not step.done_on), None)
        rows.append((task.due, first if not task.steps or first else None))
    return rows
