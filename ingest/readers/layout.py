"""Text set out on a page as on a grid, to text in reading order: columns under each other, tables as rows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

GUTTER = 3
"""Empty columns between two columns of text."""
FEWEST_LINES = 3
PARAGRAPH_GAP = 2
"""So many rows on, the right column is another one."""
PROSE = 18
"""Mean letters of a line of prose; a cell of a table is shorter."""
HEAD = 16
"""In so many lines from the top, sender and receiver may stand side by side."""
LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
WIDE_GAP = re.compile(rf"(?:(?<=\S)|^) {{{GUTTER},}}(?=\S)")
JUSTIFIED = re.compile(r"(?<=\S) {2,4}(?=\S)")
AMOUNT = re.compile(r"[€\d.,:/ -]+(?:EUR|euro)?", re.IGNORECASE)


def reading_order(grid: str) -> str:
    """The text of a page whose spaces show where each word stands."""
    lines = [line.rstrip() for line in grid.translate(LIGATURES).replace("\u00a0", " ").split("\n")]
    lines = _without_margin(lines)
    text = "\n".join(_close_up(line) for line in _unfold(lines, top=True))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _without_margin(lines: Sequence[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    return [line[margin:] for line in lines]


def _unfold(lines: list[str], *, top: bool) -> list[str]:
    """Put columns that stand side by side under each other, the left one first."""
    for place in _gutters(lines):
        for start, end in _runs(lines, place):
            left = [line[:place].rstrip() for line in lines[start:end]]
            right = [line[place:].rstrip() for line in lines[start:end]]
            if _are_columns(left, right) or (top and start < HEAD and _are_addresses(left, right)):
                before = lines[:start]
                after = _unfold(lines[end:], top=False)
                return [*before, *_unfold(left, top=False), "", *_unfold(right, top=False), "", *after]
    return lines


def _gutters(lines: Sequence[str]) -> Iterator[int]:
    """Where a second column may start: places after a wide gap that several lines share, most shared first."""
    counts = Counter(gap.end() for line in lines for gap in WIDE_GAP.finditer(line) if gap.end() > PROSE)
    yield from (place for place, count in counts.most_common(6) if count >= FEWEST_LINES - 1)


def _runs(lines: Sequence[str], place: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines that keep the gutter before `place` empty and have something on its right."""
    beside: list[int] = []
    for number, line in enumerate([*lines, "x" * (place + 1)]):
        crosses = bool(line[max(place - GUTTER, 0) : place].strip())
        if beside and (crosses or number - beside[-1] > PARAGRAPH_GAP):
            yield beside[0], _left_end(lines, beside[-1] + 1, place)
            beside = []
        if not crosses and line[place:].strip():
            beside.append(number)


def _left_end(lines: Sequence[str], end: int, place: int) -> int:
    """The left column may be the longer one: it ends at an empty line or one that crosses the gutter."""
    while end < len(lines) and lines[end].strip() and not lines[end][max(place - GUTTER, 0) :].strip():
        end += 1
    return end


def _are_columns(left: Sequence[str], right: Sequence[str]) -> bool:
    """Prose on both sides."""
    both = sum(bool(a.strip() and b.strip()) for a, b in zip(left, right, strict=True))
    return both >= FEWEST_LINES and min(_mean_length(left), _mean_length(right)) >= PROSE


def _are_addresses(left: Sequence[str], right: Sequence[str]) -> bool:
    """Two blocks at the head of a letter, of which the right one is no list of values."""
    filled = [line for line in right if line.strip()]
    both = sum(bool(a.strip() and b.strip()) for a, b in zip(left, right, strict=True))
    level = all(not line.startswith(" ") for line in filled)
    values = sum(bool(AMOUNT.fullmatch(line.strip())) for line in filled)
    return both >= 1 and 2 <= len(filled) <= 9 and level and not values


def _mean_length(lines: Sequence[str]) -> float:
    filled = [len(line.strip()) for line in lines if line.strip()]
    return sum(filled) / len(filled) if filled else 0.0


def _close_up(line: str) -> str:
    """Single spaces in a line that is stretched over its width."""
    return JUSTIFIED.sub(" ", line) if len(JUSTIFIED.findall(line)) >= 3 else line
