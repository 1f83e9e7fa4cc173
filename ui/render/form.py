"""The pieces of a short form: a choice, boxes to tick, a day, an hour, free text."""

from collections.abc import Mapping, Sequence

from ui.render.markup import ButtonLook, esc, icon, listing
from ui.text import Text

LONGEST = 200


def radios(name: str, options: Mapping[str, str], chosen: Sequence[str]) -> str:
    """One of several."""
    return _boxes("radio", name, options, chosen)


def ticked(name: str, options: Mapping[str, str], chosen: Sequence[str]) -> str:
    """Several of several."""
    return _boxes("checkbox", name, options, chosen)


def words(name: str, value: str, label: str, *, long: bool = False, hint: str = "") -> str:
    """A box to write in."""
    kept = f' placeholder="{esc(hint)}"' if hint else ""
    if long:
        box = f'<textarea name="{esc(name)}" rows="3" maxlength="2000"{kept}>{esc(value)}</textarea>'
    else:
        marks = f'name="{esc(name)}" value="{esc(value)}" maxlength="{LONGEST}" autocomplete="off"{kept}'
        box = f'<input type="text" {marks}>'
    return f'<label class="field"><span>{esc(label)}</span>{box}</label>'


def submit(action: str, label: str, *, look: ButtonLook = "quiet", picture: str = "check") -> str:
    """A button that sends its form as `action`."""
    inside = f"{icon(picture)}<span>{esc(label)}</span>"
    return f'<button type="submit" class="btn {look}" data-do="{action}">{inside}</button>'


def day(name: str, value: str, label: str, text: Text) -> str:
    """Day, month by name and year; `value` as YYYY-MM-DD or empty."""
    year, month, number = (value.split("-") + ["", "", ""])[:3]
    months = month_options(month.lstrip("0"), text)
    return (
        f'<fieldset class="day"><legend>{esc(label)}</legend>'
        f"<label>{esc(text['guide.day'])}{_number(f'{name}:day', number.lstrip('0'), 2)}</label>"
        f'<label>{esc(text["guide.month"])}<select name="{esc(name)}:month">{months}</select>'
        f"</label><label>{esc(text['guide.year'])}{_number(f'{name}:year', year.lstrip('0'), 4)}</label></fieldset>"
    )


def month_options(chosen: str, text: Text) -> str:
    """The months by name, none chosen at first; `chosen` = a number from 1."""
    months = "".join(
        f'<option value="{n}"{" selected" if chosen == str(n) else ""}>{esc(month)}</option>'
        for n, month in enumerate(text.lines("date.months"), start=1)
    )
    return f'<option value=""></option>{months}'


def _number(name: str, value: str, digits: int) -> str:
    return (
        f'<input type="text" inputmode="numeric" name="{esc(name)}" value="{esc(value)}" maxlength="{digits}" '
        'autocomplete="off">'
    )


def _boxes(kind: str, name: str, options: Mapping[str, str], chosen: Sequence[str]) -> str:
    rows = (
        f'<label><input type="{kind}" name="{esc(name)}" value="{esc(value)}"{" checked" if value in chosen else ""}>'
        f'<span class="say">{esc(label)}</span></label>'
        for value, label in options.items()
    )
    return listing(rows, css="ticks many")
