"""The sheet on paper: A4, large type, boxes to tick, lines to fill in after the talk."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.appointment.draft import Agreed
from assistant.models import AppointmentSheet, BarrierRequest, SmallStep
from assistant.paper import Note, Part, Row, call_sheet, sheet_pdf
from assistant.sentences import load_sentences

EMPTY_ROWS = 4


def sheet_paper(sheet: AppointmentSheet, agreed: Sequence[Agreed] = ()) -> bytes:
    """The PDF; `agreed` fills the table at its end, empty rows follow.

    Raises PaperMissing where it cannot be made: print through the browser then.
    """
    say = load_sentences()
    lead = " ".join(part if part.endswith(".") else f"{part}." for part in (sheet.where, sheet.way) if part)
    foot = say.say("appointment.paper.foot", body=sheet.body, phone=sheet.phone) if sheet.phone else ""
    title = sheet.when or say["appointment.paper.no-day"]
    parts = [*_in_the_hand(sheet), *_to_write(sheet, agreed), *_background(sheet)]
    return sheet_pdf(title, parts, over=sheet.title, lead=lead, foot=foot, picture="calendar", columns=2)


def _in_the_hand(sheet: AppointmentSheet) -> Iterator[Part]:
    """What one looks at on the way and at the table: it fits on the first page."""
    say = load_sentences()
    yield Part(
        title=say["appointment.paper.bring"], picture="bag", look="ticks", rows=sheet.bring, wide=True, columns=2
    )
    yield Part(title=say["appointment.paper.say"], picture="speech", look="say", rows=sheet.say, wide=True)
    yield Part(title=say["appointment.paper.ask"], picture="question", look="numbers", rows=sheet.ask, wide=True)
    yield Part(title=say["appointment.paper.cannot"], picture="phone", rows=(sheet.if_i_cannot,), wide=True)


def _to_write(sheet: AppointmentSheet, agreed: Sequence[Agreed]) -> Iterator[Part]:
    """What counts at the end of the talk, and who helps afterwards."""
    say = load_sentences()
    heads = tuple(say[f"appointment.paper.agreed.{name}"] for name in ("what", "when", "who"))
    yield Part(title=say["appointment.paper.before-signing"], picture="pencil", rows=sheet.before_signing, wide=True)
    yield Part(
        title=say["appointment.paper.afterwards"], picture="check", look="grid", heads=heads,
        cells=(*((row.what, row.when, row.who) for row in agreed), *((("", "", ""),) * EMPTY_ROWS)), wide=True,
    )  # fmt: skip
    yield call_sheet(sheet.contacts)


def _background(sheet: AppointmentSheet) -> Iterator[Part]:
    """What one reads and practises at home: it stays there."""
    say = load_sentences()
    example = say["appointment.paper.example"]
    practice = tuple(Row(text=r.question, notes=(Note(label=example, text=r.example),)) for r in sheet.practice)
    steps = tuple(map(_step, sheet.small_steps))
    lead = say["appointment.paper.background.lead"]
    yield Part(title=say["appointment.paper.background"], picture="info", rows=(lead,), wide=True, new_page=True)
    yield Part(title=say["appointment.paper.practice"], picture="speech", rows=practice, wide=True)
    yield _barriers(sheet)
    yield Part(title=say["appointment.paper.strengths"], picture="heart", rows=sheet.strengths)
    yield Part(title=say["appointment.paper.expect"], picture="info", rows=sheet.expect)
    yield Part(title=say["appointment.paper.steps"], picture="stairs", rows=steps, wide=True)
    yield Part(title=say["appointment.paper.duties"], picture="alert", rows=sheet.duties, wide=True)


def _barriers(sheet: AppointmentSheet) -> Part:
    rows = []
    for barrier, requests in groupby(sheet.barriers, key=lambda row: row.barrier):
        rows.append(Row(text=barrier, notes=tuple(map(_request, requests))))
    title = load_sentences()["appointment.paper.barriers"]
    return Part(title=title, picture="flag", rows=tuple(rows), wide=True)


def _request(row: BarrierRequest) -> Note:
    say = load_sentences()
    strength = say[f"appointment.strength.{row.strength}"]
    return Note(label=say.say("appointment.to", body=row.to), text=f"{row.request} ({strength})")


def _step(step: SmallStep) -> Row:
    say = load_sentences()
    notes = [Note(label=say["appointment.paper.sentence"], text=step.say)]
    for row in step.effects:
        notes.append(Note(label=f"{row.income}:", text=row.effect))
        notes.append(Note(label=say["appointment.paper.tell"], text=row.tell))
    return Row(text=step.step, notes=tuple(notes))
