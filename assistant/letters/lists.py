"""The points of a list below a sentence, as the letter writes them; of boxes only those that ask something."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.letters.patterns import pattern

RUNS_ON = re.compile(r"\s{2,}[a-zà-ÿ(]")
"""A point that goes on below: the line is set in and starts small."""


class Points(NamedTuple):
    """The points that ask something, and where in the text the list ends (0 when there is none)."""

    what: tuple[str, ...]
    end: int


class _Row(NamedTuple):
    what: str
    box: str
    """"ticked", "empty", or "" for a point without a box."""


def points_below(text: str) -> Points:
    """The list with which `text` starts, white space and a colon aside. No list: no points."""
    start = len(text) - len(text.lstrip("\n .:"))
    rows: list[_Row] = []
    end = 0
    for line in text[start:].split("\n"):
        row = _row(line)
        if row:
            rows.append(row)
        elif rows and RUNS_ON.match(line):
            rows[-1] = rows[-1]._replace(what=f"{rows[-1].what} {line.strip()}")
        elif line.strip():
            break
        start += len(line) + 1
        end = start if row else end
    return Points(tuple(row.what.strip(" .;,") for row in _asking(rows)), end)


def _row(line: str) -> _Row | None:
    empty = pattern("requests", "empty_box").match(line)
    if empty:
        return _Row(line[empty.end() :].strip(), "empty")
    item = pattern("requests", "item").match(line)
    ticked = pattern("requests", "ticked_box").match(line)
    return _Row(item["what"].strip(), "ticked" if ticked else "") if item else None


def _asking(rows: list[_Row]) -> Iterator[_Row]:
    """All points without boxes; the ticked boxes, unless a tick says that the paper came in or no box is ticked."""
    ticked = [row for row in rows if row.box == "ticked"]
    received = any(pattern("requests", "came_in").search(row.what) for row in ticked)
    wanted = "empty" if received or not ticked else "ticked"
    return (row for row in rows if row.box in {"", wanted})
