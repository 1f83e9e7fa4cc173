"""A sheet as HTML for the press. Every word passes through `escape`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape as escape_html
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.paper.sheet import Look, Note, Part, Picture, Row
from assistant.sentences import load_sentences

HERE = Path(__file__).parent
LONG = 8
"""A part with more rows and notes than this may run over two pages."""
INSIDE_A_NUMBER = re.compile(r"(?<=\d) (?=\d)")


class Head(NamedTuple):
    """What stands above, below and beside the parts."""

    title: str
    over: str
    lead: str
    foot: str
    picture: Picture | None


def page(head: Head, parts: Sequence[Part], columns: int) -> str:
    """The whole document, in Dutch of Belgium."""
    css = (HERE / "sheet.css").read_text(encoding="utf-8")
    over = f'<p class="over">{escape(head.over)}</p>' if head.over else ""
    lead = f'<p class="lead">{escape(head.lead)}</p>' if head.lead else ""
    foot = f'<p class="foot">{escape(head.foot)}</p>' if head.foot else ""
    title = escape(head.title)
    return (
        f'<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_faces()}{css}</style></head><body>{foot}{over}<h1>{_picture(head.picture)}{title}</h1>{lead}"
        f"{''.join(_blocks(parts, columns))}</body></html>"
    )


def escape(words: str) -> str:
    """`words` safe inside HTML; a phone number is never cut at the end of a line."""
    return INSIDE_A_NUMBER.sub("\u00a0", escape_html(words))


def _blocks(parts: Sequence[Part], columns: int) -> Iterator[str]:
    """Wide parts as they are, the others in pairs: a flex box around all of them would not break over pages."""
    waiting: list[str] = []
    for part in parts:
        if part.wide or columns == 1:
            yield from _pair(waiting)
            yield _part(part)
            continue
        waiting.append(_part(part))
        if len(waiting) == columns:
            yield from _pair(waiting)
    yield from _pair(waiting)


def _pair(waiting: list[str]) -> Iterator[str]:
    if waiting:
        yield f'<div class="pair">{"".join(waiting)}</div>'
        waiting.clear()


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "Lees"; font-weight: {weight}; '
        f'src: url("{(HERE / "fonts" / f"lees-{weight}.woff2").as_uri()}") format("woff2"); }}'
        for weight in (400, 700)
    )


def _part(part: Part) -> str:
    names = {"long": _lines(part) > LONG, "two": part.columns == 2, "new-page": part.new_page, "tight": part.tight}
    css = " ".join(name for name, holds in names.items() if holds)
    head = f"<h2>{_picture(part.picture)}{escape(part.title)}</h2>" if part.title else ""
    body = _grid(part) if part.look == "grid" else _list(part)
    return f'<section class="part {css}">{head}{body}</section>'


def _lines(part: Part) -> int:
    return len(part.cells) + sum(1 if isinstance(row, str) else 1 + len(row.notes) for row in part.rows)


def _list(part: Part) -> str:
    rows = [Row(text=row) if isinstance(row, str) else row for row in part.rows]
    items = "".join(_row(row, number, part.look) for number, row in enumerate(rows, start=1))
    mark = "ol" if part.look == "numbers" else "ul"
    return f'<{mark} class="{part.look}">{items}</{mark}>' if items else ""


def _row(row: Row, number: int, look: Look) -> str:
    words = f"“{escape(row.text)}”" if look == "say" else escape(row.text)
    words = f"<b>{words}</b>" if look in ("days", "people") or row.notes else words
    tag = f' <span class="tag">{escape(row.tag)}</span>' if row.tag else ""
    phone = f'<span class="number">{_picture("phone")}{escape(row.phone)}</span>' if row.phone else ""
    css = ' class="undated"' if look == "days" and row.day is None else ""
    return f"<li{css}>{_mark(row, number, look)}{words}{tag}{phone}{''.join(map(_note, row.notes))}</li>"


def _mark(row: Row, number: int, look: Look) -> str:
    if look == "ticks":
        return f'<span class="box">{_picture("check") if row.done else ""}</span>'
    if look == "numbers":
        return f'<span class="nr">{number}.</span>'
    if look == "days" and row.day:
        month = load_sentences()[f"paper.month.{row.day.month}"]
        return f'<span class="leaf"><b>{escape(month)}</b><span>{row.day.day}</span></span>'
    return ""


def _note(note: Note) -> str:
    label = f"<b>{escape(note.label)}</b> " if note.label else ""
    return f'<p class="note">{label}{escape(note.text)}</p>'


def _grid(part: Part) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in part.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in part.cells)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _picture(name: Picture | None) -> str:
    if name is None:
        return ""
    return (
        '<svg viewBox="0 0 24 24" fill="none" stroke="#1d2330" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true">{_icons()[name]}</svg> '
    )


@cache
def _icons() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((HERE / "icons.yaml").read_text(encoding="utf-8"))
    return found
