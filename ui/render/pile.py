"""Several letters: a short list, the most urgent first, each with a button to open it."""

from collections.abc import Sequence

from assistant.models import Letter
from assistant.pile import by_urgency, first_day
from ui.render.dates import spoken_day
from ui.render.letter import URGENCY
from ui.render.markup import button, esc, icon, listing
from ui.render.pieces import notice, stamp
from ui.text import Text


def pile(letters: Sequence[Letter], remarks: str, text: Text) -> str:
    """The list. `remarks` = HTML of what went wrong with one of them."""
    rows = listing((_row(row, letters.index(row), text) for row in by_urgency(letters)), css="fill")
    other = button(text["letter.other"], picture="letter", action="other")
    return (
        f'{remarks}<section class="card" data-stamp="{stamp()}"><h1 tabindex="-1">'
        f'{esc(text.count("letter.pile", len(letters)))}</h1><p class="lead soft">{esc(text["letter.pile_lead"])}</p>'
        f'{rows}</section><div class="row next">{other}</div>'
    )


def above_letter(letters: Sequence[Letter], twice: bool, text: Text) -> str:
    """Above one letter: that it was read before, and the way to the others."""
    said = notice(text["letter.twice"]) if twice else ""
    if len(letters) < 2:
        return said
    label = text.fill("letter.all", n=len(letters))
    return f'{said}<div class="row">{button(label, picture="letter", action="pile")}</div>'


def _row(row: Letter, number: int, text: Text) -> str:
    chip = ""
    if row.urgency:
        css, picture = URGENCY[row.urgency]
        chip = f'<span class="chip {css}">{icon(picture, 20)}{esc(text[f"urgency.{row.urgency}"])}</span> '
    day = first_day(row)
    when = f" · {esc(spoken_day(day, text))}" if day else ""
    sender = row.sender.name or text[f"sender.{row.sender.kind}"]
    first = row.summary.partition(". ")[0].rstrip(".")
    opened = button(text["letter.open"], look="small", picture="eye", about=first, action="letter", value=str(number))
    return f"<span>{chip}<b>{esc(first)}</b> <span class='soft'>{esc(sender)}{when}</span></span>{opened}"
