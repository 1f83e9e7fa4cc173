"""What a walked procedure or an explained letter brings into 'Mijn stappen'."""

from datetime import date

from assistant.appointment.from_letter import answers_from_letter
from assistant.dossier.model import Draft, Meeting, SmallStep, Task
from assistant.models import Letter, RightRow, Walk, WalkStep
from assistant.sentences import load_sentences

LONGEST = 300


def draft_of_walk(walk: Walk, today: date) -> Draft:
    """One task with the steps of the walk; due on the first day that a step sets."""
    steps = tuple(map(_walk_step, walk.steps))
    task = Task(
        title=walk.title[:LONGEST], origin="procedure", source=f"procedure:{walk.id}", steps=steps,
        due=_first_day([step.due for step in steps]), added_on=today,
    )  # fmt: skip
    return Draft(tasks=(task,))


def draft_of_right(row: RightRow, today: date) -> Draft:
    """One task for a right without a guided procedure: how to ask for it, where, and what to bring."""
    say = load_sentences()
    bring = f"{say['paper.checklist.bring']} {', '.join(row.bring)}" if row.bring else ""
    office = " ".join(filter(None, (row.contact.name, row.contact.phone)))
    hint = ". ".join(filter(None, (office, bring)))[:1000]
    title = say.say("dossier.right", title=row.title)[:LONGEST]
    step = SmallStep(text=row.how[:1000], hint=hint)
    return Draft(tasks=(Task(title=title, origin="right", source=f"right:{row.id}", steps=(step,), added_on=today),))


def draft_of_letter(letter: Letter, today: date) -> Draft:
    """One task with what the letter asks, and its appointment. A letter that asks nothing gives an empty draft."""
    meetings = _meetings(letter)
    steps = tuple(
        SmallStep(text=action.text[:1000], who=action.who, due=action.deadline) for action in letter.actions
    )
    if not steps:
        return Draft(meetings=meetings)
    due = letter.deadline and (letter.deadline.do_by or letter.deadline.date)
    task = Task(
        title=_letter_title(letter), origin="letter", source=_letter_source(letter), steps=steps, added_on=today,
        due=due or _first_day([step.due for step in steps]), urgency=letter.urgency,
    )  # fmt: skip
    return Draft(tasks=(task,), meetings=meetings)


def _walk_step(step: WalkStep) -> SmallStep:
    known = step.deadline or {}
    day = known.get("do_by") or known.get("date")
    bring = f"{load_sentences()['paper.checklist.bring']} {', '.join(step.bring)}" if step.bring else ""
    hint = bring or step.channel or ""
    return SmallStep(
        text=step.text[:1000], who=step.who, due=date.fromisoformat(day) if day else None, hint=hint[:1000]
    )


def _meetings(letter: Letter) -> tuple[Meeting, ...]:
    found = letter.appointment
    if found is None or found.start is None:
        return ()
    title = load_sentences().say("dossier.meeting", sender=_sender(letter))
    place, sheet = (found.place or "")[:LONGEST], answers_from_letter(letter)
    return (Meeting(title=title[:LONGEST], start=found.start, place=place, sheet=sheet),)


def _letter_title(letter: Letter) -> str:
    key = "dossier.letter-kind" if letter.kind else "dossier.letter"
    return load_sentences().say(key, sender=_sender(letter), kind=letter.kind)[:LONGEST]


def _sender(letter: Letter) -> str:
    return letter.sender.name or load_sentences()["dossier.unknown-sender"]


def _letter_source(letter: Letter) -> str:
    """The same letter read twice is one task."""
    parts = (letter.sender.kind, letter.kind_id or "", str(letter.letter_date or ""), str(len(letter.actions)))
    return f"letter:{':'.join(parts)}"[:200]


def _first_day(days: list[date | None]) -> date | None:
    known = [day for day in days if day]
    return min(known) if known else None
