"""The day in a letter as a thing: calendar leaf, weekday, hour, place, days left, and the sum one click away."""

from datetime import date

from assistant.models import Appointment, Deadline, Letter
from ui.render.dates import days_left, leaf, spoken_day, spoken_moment, tone
from ui.render.markup import esc, folded, icon
from ui.render.proof import Proofs, found_in
from ui.text import Text


def when(found: Letter, proofs: Proofs, today: date, text: Text) -> str:
    """The appointment, the deadline that asks for action first, and the other terms folded."""
    first = found.deadline
    parts = [_appointment(found.appointment, today, text)] if found.appointment and found.appointment.start else []
    if first:
        parts.append(_deadline(first, _proof(first, found, proofs), today, text))
    others = [term for term in found.deadlines if term != first]
    rows = "".join(_deadline(term, _proof(term, found, proofs), today, text) for term in others)
    return "".join(parts) + folded(text["letter.other_terms"], rows)


def _appointment(found: Appointment, today: date, text: Text) -> str:
    assert found.start is not None
    day = found.start.date()
    mode = text[f"letter.mode.{found.mode}"] if found.mode and not found.place else None
    place = found.place or mode
    where = f"{icon('pin', 22)} {esc(place)} · " if place else ""
    return (
        f'<section class="term {tone(day, today)}">{leaf(day, text)}<div>'
        f'<h2 class="say">{esc(_capital(spoken_moment(found.start, text)))}</h2>'
        f'<p class="say">{where}{esc(days_left(day, today, text))}</p></div></section>'
    )


def _deadline(term: Deadline, proof: str, today: date, text: Text) -> str:
    day = term.do_by or term.date
    if day is None:
        return (
            f'<section class="term now"{proof}>{icon("alert", 40)}<div>'
            f'<h2 class="say">{esc(text["letter.no_date"])}</h2>'
            f"<p>{esc(text.fill('letter.rule', rule=term.rule))}</p></div></section>"
        )
    lines = [days_left(day, today, text)]
    if term.date and term.date != day:
        lines.append(text.fill("letter.safe", date=spoken_day(term.date, text)))
    late = ""
    if term.latest and day < today <= term.latest:
        late = f"<p><b>{esc(text.fill('letter.latest', date=spoken_day(term.latest, text)))}</b></p>"
    return (
        f'<section class="term {tone(day, today)}"{proof}>{leaf(day, text)}<div>'
        f'<h2 class="say">{esc(text.fill("letter.deadline", date=spoken_day(day, text)))}</h2>'
        f"<p>{esc(' · '.join(lines))}</p>{late}{_sum(term, text)}</div></section>"
    )


def _sum(term: Deadline, text: Text) -> str:
    rows = [text.fill("letter.rule", rule=term.rule)]
    if term.computed_from:
        rows.append(text.fill("letter.from", start=term.computed_from))
    rows += [row for row in (term.sum, term.assumption) if row]
    body = "".join(f"<p>{esc(row)}</p>" for row in rows) + f"<blockquote>{esc(term.quote)}</blockquote>"
    return folded(text["letter.sum"], body, css="sum")


def _proof(term: Deadline, found: Letter, proofs: Proofs) -> str:
    if not found_in(found.original, term.quote):
        return ""
    return f' data-proof="{proofs.id_of(term.quote)}"'


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
