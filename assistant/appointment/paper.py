"""The sheet on paper: A4, large type, boxes to tick, lines to fill in after the talk."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.appointment.draft import Agreed
from assistant.models import AppointmentSheet, BarrierRequest, SmallStep
from assistant.paper import Note, Part, Row, call_sheet, sheet_pdf
from assistant.sentences import load_sentences

EMPTY_ROWS = 4
PRACTICE, BARRIERS, REQUESTS, LINES, EFFECTS, DUTIES = 5, 6, 12, 3, 4, 6
"""What fits on the two pages behind: questions to practise, barriers, requests over all of them, lines of what I can
and may expect, effects of small steps, duties. What the talk itself asks stands first in each: it is not left out."""


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
    """What one reads and practises at home, on two pages: what does not fit is said to stand on the screen."""
    say = load_sentences()
    example = say["appointment.paper.example"]
    asked = sheet.practice[:PRACTICE]
    practice = tuple(Row(text=r.question, notes=(Note(label=example, text=r.example),)) for r in asked)
    steps = tuple(map(_step, sheet.small_steps[: _steps(sheet)]))
    requests = _spread(sheet.barriers)
    lead = (say["appointment.paper.background.lead"], *_left_out(sheet, len(requests)))
    title = say["appointment.paper.background"]
    yield Part(title=title, picture="info", rows=lead, wide=True, new_page=True, tight=True)
    yield Part(title=say["appointment.paper.practice"], picture="speech", rows=practice, wide=True, tight=True)
    yield _barriers(requests)
    yield Part(title=say["appointment.paper.strengths"], picture="heart", rows=sheet.strengths[:LINES], tight=True)
    yield Part(title=say["appointment.paper.expect"], picture="info", rows=sheet.expect[:LINES], tight=True)
    yield Part(title=say["appointment.paper.steps"], picture="stairs", rows=steps, wide=True, tight=True)
    duties = sheet.duties[:DUTIES]
    yield Part(title=say["appointment.paper.duties"], picture="alert", rows=duties, wide=True, tight=True)


def _spread(requests: Sequence[BarrierRequest]) -> list[BarrierRequest]:
    """As many requests as fit, the same number for each barrier; those to this office stand first."""
    groups = [list(rows) for _, rows in groupby(requests, key=lambda row: row.barrier)][:BARRIERS]
    each = REQUESTS // max(1, len(groups))
    return [row for rows in groups for row in rows[:each]]


def _steps(sheet: AppointmentSheet) -> int:
    """How many small steps fit: while the income is not known each step has an effect for every income."""
    return max(1, EFFECTS // max(1, *(len(step.effects) for step in sheet.small_steps), 1))


def _left_out(sheet: AppointmentSheet, requests: int) -> tuple[str, ...]:
    """A sentence when something does not fit."""
    sizes = (
        (len(sheet.practice), PRACTICE), (len(sheet.barriers), requests), (len(sheet.strengths), LINES),
        (len(sheet.expect), LINES), (len(sheet.small_steps), _steps(sheet)), (len(sheet.duties), DUTIES),
    )  # fmt: skip
    is_short = any(size > most for size, most in sizes)
    return (load_sentences()["appointment.paper.background.more"],) if is_short else ()


def _barriers(requests: Sequence[BarrierRequest]) -> Part:
    rows = []
    for barrier, asked in groupby(requests, key=lambda row: row.barrier):
        rows.append(Row(text=barrier, notes=tuple(map(_request, asked))))
    title = load_sentences()["appointment.paper.barriers"]
    return Part(title=title, picture="flag", rows=tuple(rows), wide=True, tight=True)


def _request(row: BarrierRequest) -> Note:
    say = load_sentences()
    strength = say[f"appointment.strength.{row.strength}"]
    return Note(label=say.say("appointment.to", body=row.to), text=f"{row.request} ({strength})")


def _step(step: SmallStep) -> Row:
    say = load_sentences()
    notes = [Note(label=say["appointment.paper.sentence"], text=step.say)]
    for row in step.effects:
        tell = f"{say['appointment.paper.tell']} {row.tell}."
        notes.append(Note(label=f"{row.income}:", text=f"{row.effect} {tell}"))
    return Row(text=step.step, notes=tuple(notes))
