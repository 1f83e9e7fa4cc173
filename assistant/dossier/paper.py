"""The papers of a dossier: the plan, the sheet for the fridge, and 'Wat ik deed'."""

from collections.abc import Sequence
from datetime import date, datetime, time

from assistant.deadlines import say_day
from assistant.dossier.model import Dossier, SmallStep, Task
from assistant.dossier.view import Moment, done_tasks, due_day, moments, next_step, open_tasks
from assistant.models import Contact
from assistant.paper import Note, Part, Row, call_sheet, sheet_pdf
from assistant.sentences import load_sentences

ON_THE_FRIDGE = 7
"""Days that fit on one page beside two numbers to call."""
EMPTY_ROWS = 10


def plan_sheet(dossier: Dossier, today: date, contacts: Sequence[Contact] = ()) -> bytes:
    """The whole plan: what first, what is open with small steps to tick, what is done. Raises PaperMissing."""
    say = load_sentences()
    first = next_step(dossier, today)
    now = (first.step.text if first.step else first.task.title,) if first else ()
    done = tuple(map(_done, done_tasks(dossier)))
    tasks = open_tasks(dossier, today)
    parts = [
        Part(title=say["dossier.plan.next"], picture="flag", rows=now),
        *(Part(title=task.title, picture="stairs", look="ticks", rows=_rows(task)) for task in tasks),
        Part(title=say["dossier.plan.done"], picture="check", look="ticks", rows=done),
        Part(title=say["dossier.plan.notes"], rows=tuple(note.text for note in dossier.notes)),
        call_sheet(contacts),
    ]
    return sheet_pdf(say["dossier.plan.title"], parts, over=_over(dossier), foot=_foot(today), picture="stairs")


def fridge_sheet(dossier: Dossier, today: date, contacts: Sequence[Contact] = ()) -> bytes:
    """The 'koelkastblad': one page with the days that matter. Raises PaperMissing."""
    say = load_sentences()
    found = moments(dossier, today)
    rows = [_moment(moment, today) for moment in found[:ON_THE_FRIDGE]]
    more = len(found) - len(rows)
    if not rows:
        rows = [Row(text=say["dossier.fridge.none"])]
    if more:
        rows.append(Row(text=say.say("dossier.fridge.more", count=more)))
    parts = [Part(look="days", rows=tuple(rows)), call_sheet([row for row in contacts if row.phone][:2])]
    return sheet_pdf(
        say["dossier.fridge.title"], parts, over=_over(dossier), lead=say["dossier.fridge.lead"], foot=_foot(today),
        picture="calendar",
    )  # fmt: skip


def work_sheet(dossier: Dossier, today: date) -> bytes:
    """'Wat ik deed': dated proofs of looking for work, with empty rows to fill by hand. Raises PaperMissing."""
    say = load_sentences()
    heads = tuple(say[f"dossier.work.{name}"] for name in ("day", "company", "person", "answer", "stamp"))
    rows = [
        (say_day(row.day, weekday=False), row.company, row.person, row.answer, "")
        for row in sorted(dossier.applications, key=lambda row: row.day)
    ]
    part = Part(look="grid", heads=heads, cells=(*rows, *(("",) * len(heads),) * EMPTY_ROWS))
    name = f"{say['dossier.work.name']} {'.' * 50}"
    return sheet_pdf(
        say["dossier.work.title"], [part], over=say["dossier.work.lead"], lead=name, foot=_foot(today), picture="pencil"
    )


def spoken_moment(moment: datetime) -> str:
    """`dinsdag 8 december 2026 om 10 uur`; midnight means that no hour is known."""
    day = say_day(moment.date())
    if moment.time() == time():
        return day
    key = "dossier.time" if moment.minute else "dossier.time.whole"
    return load_sentences().say(key, day=day, hour=moment.hour, minute=f"{moment.minute:02d}")


def _rows(task: Task) -> tuple[Row, ...]:
    if not task.steps:
        return (Row(text=task.title, notes=_by(due_day(task))),)
    return tuple(_step(step) for step in task.steps)


def _step(step: SmallStep) -> Row:
    say = load_sentences()
    hint = (Note(text=step.hint),) if step.hint else ()
    return Row(text=step.text, tag=say[f"paper.who.{step.who}"], notes=(*_by(step.due), *hint), done=bool(step.done_on))


def _by(day: date | None) -> tuple[Note, ...]:
    return (Note(label=load_sentences()["dossier.plan.by"], text=say_day(day)),) if day else ()


def _done(task: Task) -> Row:
    day = load_sentences().say("dossier.plan.done-on", day=say_day(task.done_on or task.added_on, weekday=False))
    return Row(text=task.title, notes=(Note(text=day),), done=True)


def _moment(moment: Moment, today: date) -> Row:
    say = load_sentences()
    late = say["dossier.fridge.late"] if moment.at.date() < today else ""
    notes = (spoken_moment(moment.at), moment.detail, late)
    return Row(text=moment.title, day=moment.at.date(), notes=tuple(Note(text=words) for words in notes if words))


def _over(dossier: Dossier) -> str:
    return load_sentences().say("dossier.plan.over", name=dossier.nickname) if dossier.nickname else ""


def _foot(today: date) -> str:
    return load_sentences().say("paper.foot", day=say_day(today))
