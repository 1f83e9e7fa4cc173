"""Words that point back to a day named before: "tegen dan", "vanaf die datum", "ten laatste die dag"."""

from collections.abc import Iterator, Sequence

from assistant.letters.dates import FoundDate
from assistant.letters.patterns import pattern

REACH = 260
"""Characters: a day further back is not what such a word points to."""


def with_references(text: str, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """`dates` in order of place, with for each word that points back the day it stands for."""
    return sorted([*dates, *_references(text, dates)])


def _references(text: str, dates: Sequence[FoundDate]) -> Iterator[FoundDate]:
    for match in pattern("terms", "refer_back").finditer(text):
        start, end = match.span("then" if match["then"] else "day")
        named = [row for row in dates if row.end <= start and start - row.end < REACH]
        if named and not any(row.start < end and start < row.end for row in dates):
            yield named[-1]._replace(start=start, end=end, back=True)
