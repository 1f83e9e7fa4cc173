"""The end of Mijn stappen: papers and files to take along, and keeping, locking, wiping."""

from assistant.dossier import Dossier
from ui.render.markup import button, esc, folded
from ui.render.steps_forms import box, form
from ui.text import Text


def papers(dossier: Dossier, text: Text) -> str:
    """Sheets, calendar and numbers; what needs something to stand on it comes once there is something."""
    made = (
        ("" if dossier.empty else button(text["my.fridge"], picture="printer", action="paper", value="fridge"))
        + ("" if dossier.empty else button(text["my.plan"], picture="printer", action="paper", value="plan"))
        + ("" if dossier.empty else button(text["my.agenda"], picture="calendar", action="paper", value="agenda"))
        + button(text["my.numbers"], picture="phone", action="paper", value="numbers")
        + button(text["my.work"], picture="pencil", action="page", value="work")
        + button(text["my.services"], picture="office", action="page", value="services")
    )
    return f'<section class="next-block"><h2>{esc(text["my.paper"])}</h2><div class="row next">{made}</div></section>'


def keeping(kept: bool, text: Text) -> str:
    """Keep or lock, open, copy, the end of a talk, wipe."""
    if kept:
        rows = button(text["my.lock"], look="main", picture="lock", action="lock")
    else:
        rows = button(text["my.keep"], look="main", picture="lock", action="page", value="keep")
        rows += button(text["my.open"], picture="bookmark", action="page", value="open")
    rows += button(text["my.done_title"], picture="check", action="page", value="done")
    rows += button(text["my.wipe_title"], picture="cross", action="page", value="wipe")
    copy = ""
    if kept:
        secret = box("passphrase", text["my.passphrase"], kind="password")
        copy = folded(text["my.copy"], form("copy", f"<p>{esc(text['my.copy_lead'])}</p>{secret}", text["my.copy"]))
    return (
        f'<section class="next-block"><h2>{esc(text["my.keep_title"])}</h2><div class="row next">{rows}</div>'
        f"{copy}</section>"
    )
