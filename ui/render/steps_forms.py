"""Forms of Mijn stappen: boxes with a label, the day in three boxes, a file. The script sends them as one event."""

from collections.abc import Mapping, Sequence
from typing import Literal

from ui.render.form import month_options
from ui.render.markup import button, esc, icon
from ui.text import Text

Kind = Literal["text", "password", "tel"]


def form(name: str, boxes: str, button_label: str, *, lead: bool = False) -> str:
    """A form that sends `name` and its boxes; the Enter key sends it too. `boxes` is HTML."""
    send = button(button_label, look="main" if lead else "quiet").replace('type="button"', 'type="submit"', 1)
    return f'<form class="sheet-form" data-send="{esc(name)}" novalidate autocomplete="off">{boxes}{send}</form>'


def box(name: str, label: str, *, kind: Kind = "text", value: str = "", hint: str = "", lines: int = 1) -> str:
    """A box under its label. A passphrase can be shown by the button beside it."""
    below = f'<span class="soft small">{esc(hint)}</span>' if hint else ""
    if lines > 1:
        field = f'<textarea name="{name}" rows="{lines}" maxlength="4000">{esc(value)}</textarea>'
    else:
        safe = ' autocomplete="new-password" spellcheck="false"' if kind == "password" else ""
        field = f'<input type="{kind}" name="{name}" maxlength="300" value="{esc(value)}"{safe}>'
    return f'<label class="field"><b>{esc(label)}</b>{below}{field}</label>'


def file_box(name: str, label: str, text: Text) -> str:
    """A button to choose a file, and its name once chosen: the browser's own words may be English."""
    choose = esc(text["my.file_choose"])
    return (
        f'<label class="field file"><b>{esc(label)}</b><input type="file" name="{name}" title="{choose}">'
        f'<span class="btn quiet" aria-hidden="true">{icon("bookmark")}<span>{choose}</span></span>'
        f'<span class="soft" data-file-name role="status">{esc(text["my.file_none"])}</span></label>'
    )


def show_passphrase(label: str) -> str:
    """A tick box that makes the passphrases of its form readable."""
    return f'<label class="reveal"><input type="checkbox" data-reveal> <span>{esc(label)}</span></label>'


def choice(name: str, label: str, options: Sequence[tuple[str, str]], value: str = "") -> str:
    """A list to choose from: (value, words)."""
    rows = "".join(
        f'<option value="{esc(key)}"{" selected" if key == value else ""}>{esc(words)}</option>'
        for key, words in options
    )
    return f'<label class="field"><b>{esc(label)}</b><select name="{name}">{rows}</select></label>'


def day_boxes(label: str, text: Text, typed: Mapping[str, str]) -> str:
    """Day, month by name, year: a date picker speaks the language of the browser, which may be English."""
    months = month_options(typed.get("month", ""), text)
    return (
        f'<fieldset class="day"><legend><b>{esc(label)}</b></legend>'
        f"<label>{esc(text['guide.day'])}{_number('day', 2, typed)}</label>"
        f'<label>{esc(text["guide.month"])}<select name="month">{months}</select></label>'
        f"<label>{esc(text['guide.year'])}{_number('year', 4, typed)}</label></fieldset>"
    )


def _number(name: str, digits: int, typed: Mapping[str, str]) -> str:
    value = esc(typed.get(name, ""))
    return f'<input type="text" inputmode="numeric" maxlength="{digits}" name="{name}" value="{value}">'
