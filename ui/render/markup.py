"""The smallest pieces of HTML: escaping, icons, buttons. Everything shown passes through `esc`."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

import yaml

ICONS_FILE = Path(__file__).parent.parent / "icons.yaml"
ButtonLook = Literal["main", "quiet", "help", "choice", "small"]


def esc(text: object) -> str:
    """`text` safe inside an element and inside a quoted attribute."""
    return escape(str(text), quote=True)


def paragraphs(text: str) -> str:
    """Blank lines make paragraphs, single line ends stay line ends."""
    blocks = (block.strip() for block in text.split("\n\n"))
    return "".join(f"<p>{'<br>'.join(map(esc, block.splitlines()))}</p>" for block in blocks if block)


def icon(name: str, size: int = 24) -> str:
    """A line icon of `size` pixels, hidden from screen readers: its word stands beside it."""
    return (
        f'<svg class="i" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{_icons()[name]}</svg>"
    )


def button(label: str, *, look: ButtonLook = "quiet", picture: str | None = None, about: str = "", **data: str) -> str:
    """A button; `data` become data-attributes, which `wegwijs.js` turns into events.

    `about` tells a screen reader what the button is about where its label alone does not.
    """
    marks = "".join(f' data-{name.replace("_", "-")}="{esc(value)}"' for name, value in data.items())
    name = f' aria-label="{esc(f"{label}: {about}")}"' if about else ""
    size = 28 if look == "choice" else 24
    drawn = icon(picture, size) if picture else ""
    return f'<button type="button" class="btn {look}"{marks}{name}>{drawn}<span>{esc(label)}</span></button>'


def listing(rows: Iterable[str], *, css: str = "") -> str:
    """A list of rows that are HTML already; nothing for no rows."""
    items = "".join(f"<li>{row}</li>" for row in rows)
    return f'<ul class="{css}">{items}</ul>' if items else ""


def folded(title: str, body: str, *, css: str = "") -> str:
    """A part that opens on a click; `body` is HTML. Nothing when it is empty."""
    return f'<details class="{css}"><summary>{esc(title)}</summary><div>{body}</div></details>' if body else ""


@cache
def _icons() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(ICONS_FILE.read_text(encoding="utf-8"))
    return found
