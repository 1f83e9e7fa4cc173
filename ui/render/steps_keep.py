"""The end of Mijn stappen: papers and files to take along; keeping, locking, wiping; what is for the outreacher."""

from assistant.dossier import Dossier
from ui.render.markup import button, esc, folded, listing
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
    )
    return f'<section class="next-block"><h2>{esc(text["my.paper"])}</h2><div class="row next">{made}</div></section>'


def keeping(kept: bool, text: Text) -> str:
    """Keep or lock, open, copy, the end of a talk, wipe: each button with what it does."""
    if kept:
        rows = [(button(text["my.lock"], look="main", picture="lock", action="lock"), "my.lock_does")]
    else:
        keep = button(text["my.keep"], look="main", picture="lock", action="page", value="keep")
        opening = button(text["my.open"], picture="bookmark", action="page", value="open")
        rows = [(keep, "my.keep_does"), (opening, "my.open_does")]
    done = button(text["my.done_title"], picture="check", action="page", value="done")
    wipe = button(text["my.wipe_title"], picture="cross", action="page", value="wipe")
    rows += [(done, "my.done_kept_does" if kept else "my.done_does"), (wipe, "my.wipe_does")]
    shown = listing((f"{made}<span>{esc(text[does])}</span>" for made, does in rows), css="does next")
    copy = ""
    if kept:
        secret = box("passphrase", text["my.passphrase"], kind="password")
        copy = folded(text["my.copy"], form("copy", f"<p>{esc(text['my.copy_lead'])}</p>{secret}", text["my.copy"]))
    return (
        f'<section class="next-block"><h2>{esc(text["my.keep_title"])}</h2>{shown}{copy}</section>'
    )


def for_outreacher(text: Text) -> str:
    """What a team enters once."""
    services = button(text["my.services"], picture="office", action="page", value="services")
    return (
        f'<section class="next-block"><h2>{esc(text["my.outreacher"])}</h2><ul class="does next"><li>{services}'
        f'<span>{esc(text["my.services_does"])}</span></li></ul></section>'
    )
