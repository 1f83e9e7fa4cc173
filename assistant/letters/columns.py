"""Tables of which only white space divides the columns, written with bars so that later steps see the columns."""

import re
from typing import NamedTuple

from assistant.letters.patterns import pattern

CELL = re.compile(r"\S+(?: \S+)*")
"""Words with one space between them; two or more spaces begin the next column."""
RULE = re.compile(r"[\s=_-]+")


class Cell(NamedTuple):
    """The words of one cell with its place on the line."""

    start: int
    end: int
    text: str


def with_bars(lines: list[str]) -> list[str]:
    """The lines, with each table below a head of last days ("uiterlijk op") as rows between bars, wraps joined.

    Other lines stay as they are: a heading, an address or a bill may also have gaps in it.
    """
    found: list[str] = []
    place = 0
    while place < len(lines):
        heads = _heads(lines[place])
        end = next((n for n in range(place, len(lines)) if not lines[n].strip()), len(lines))
        rows = _rows(heads, lines[place + 1 : end]) if heads else []
        if rows:
            found += [_bars(row) for row in rows]
            place = end
        else:
            found.append(lines[place])
            place += 1
    return found


def _heads(line: str) -> list[Cell]:
    """The heads of a table with a column of last days; none for another line."""
    cells = _cells(line)
    due = [cell for cell in cells[1:] if pattern("terms", "due_column").match(cell.text)]
    return cells if due and "|" not in line and not re.search(r"\d", line) else []


def _cells(line: str) -> list[Cell]:
    return [Cell(match.start(), match.end(), match[0]) for match in CELL.finditer(line)]


def _rows(heads: list[Cell], lines: list[str]) -> list[list[str]]:
    """The head and the rows below it; none when the column of last days holds no day."""
    rows = [[head.text for head in heads]]
    for line in lines:
        if not RULE.fullmatch(line):
            _add(rows, heads, _cells(line), small=line.lstrip()[:1].islower())
    due = next(n for n, head in enumerate(heads) if n and pattern("terms", "due_column").match(head.text))
    return rows if len(rows) > 1 and all(re.search(r"\d", row[due]) for row in rows[1:]) else []


def _add(rows: list[list[str]], heads: list[Cell], cells: list[Cell], *, small: bool) -> None:
    """A new row, or the rest of the last one: it fills no new cell beside its first, or goes on in small letters."""
    placed = [(_column(cell, heads), cell.text) for cell in cells]
    columns = {column for column, _ in placed}
    known = {column for column, text in enumerate(rows[-1]) if text}
    last = len(heads) - 1
    rest = (small and not (last in columns and last in known)) or not columns & {0, last}
    # The day of an entry of two lines may stand on its second.
    rest = rest or (0 not in columns and last not in known)
    if len(rows) == 1 or not rest:
        rows.append([""] * len(heads))
    for column, text in placed:
        rows[-1][column] = f"{rows[-1][column]} {text}".strip()


def _column(cell: Cell, heads: list[Cell]) -> int:
    """The column whose head overlaps the cell most; the nearest head where none does."""
    shared = [min(cell.end, head.end) - max(cell.start, head.start) for head in heads]
    starts = [abs(cell.start - head.start) for head in heads]
    return min(range(len(heads)), key=lambda n: (starts[n] > 1, -shared[n]))


def _bars(row: list[str]) -> str:
    return f"| {' | '.join(row)} |"
