"""The sheets that more than one door needs: the checklist of a walk, and who to call."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.deadlines import say_day
from assistant.models import Contact, Walk, WalkStep
from assistant.paper.press import fitting_pdf
from assistant.paper.sheet import Note, Part, Row
from assistant.sentences import load_sentences

NOTES = (
    ("say", "say"), ("channel", "channel"), ("without-pc", "without_pc"), ("without-dutch", "without_dutch"),
    ("fails", "if_it_fails"),
)  # fmt: skip
"""End of the sentence key, field of a step."""
FEWER = (NOTES[:2], NOTES[:1], ())
"""Where all does not fit on the paper: what to say and where, or less; the rest is on the screen."""
MOST_PAGES = 2


def call_sheet(contacts: Sequence[Contact]) -> Part:
    """A part with large phone numbers; a body without a number is left out, its own entries are marked."""
    say = load_sentences()
    rows = [
        Row(
            text=contact.name,
            phone=contact.phone,
            notes=tuple(Note(text=text) for text in (contact.hours, contact.local and say["paper.own"]) if text),
        )
        for contact in contacts
        if contact.phone
    ]
    return Part(title=say["paper.calls"], picture="phone", look="people", rows=tuple(rows), wide=True)


def checklist_sheet(walk: Walk, today: date) -> bytes:
    """The checklist of a walked procedure, to take along: two pages, closer together or shorter if need be.

    Raises PaperMissing.
    """
    say = load_sentences()
    ends = [
        Part(title=say[key], picture=picture, rows=(words,), wide=True)
        for key, picture, words in (
            ("paper.checklist.done-when", "check", walk.done_when), ("paper.checklist.next", "hourglass", walk.next),
        )
        if words
    ]  # fmt: skip
    asks = tuple(question.ask for question in walk.open)
    behind = [
        Part(title=say["paper.checklist.open"], picture="question", rows=asks, wide=True),
        *ends,
        call_sheet(walk.contacts),
    ]
    over, foot = say["paper.checklist.over"], say.say("paper.foot", day=say_day(today))
    drafts = ([*steps, *behind] for steps in _steps(walk))
    return fitting_pdf(walk.title, drafts, MOST_PAGES, over=over, lead=walk.intro, foot=foot, picture="stairs")


def _steps(walk: Walk) -> Iterator[list[Part]]:
    """The steps with much room, then closer together, then with fewer notes."""
    say = load_sentences()
    rows, title = tuple(_step(step, NOTES) for step in walk.steps), say["paper.checklist.steps"]
    yield [Part(title=title, look="ticks", rows=rows, wide=True)]
    yield [Part(title=title, look="ticks", rows=rows, wide=True, tight=True)]
    rest = Part(rows=(say["paper.checklist.rest"],), wide=True, tight=True)
    for fewer in FEWER:
        rows = tuple(_step(step, fewer) for step in walk.steps)
        yield [Part(title=title, look="ticks", rows=rows, wide=True, tight=True), rest]


def _step(step: WalkStep, notes_of: Sequence[tuple[str, str]]) -> Row:
    say = load_sentences()
    notes = [Note(label=say["paper.checklist.bring"], text="; ".join(step.bring))] if step.bring else []
    by = (step.deadline or {}).get("do_by") or (step.deadline or {}).get("date")
    if by:
        notes.insert(0, Note(label=say["paper.checklist.by"], text=say_day(date.fromisoformat(by))))
    elif step.deadline and step.deadline.get("rule"):
        notes.insert(0, Note(label=say["paper.checklist.by"], text=step.deadline["rule"] or ""))
    notes += [
        Note(label=say[f"paper.checklist.{key}"], text=text)
        for key, field in notes_of
        if (text := getattr(step, field))
    ]
    return Row(text=step.text, tag=say[f"paper.who.{step.who}"], notes=tuple(notes))
