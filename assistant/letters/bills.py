"""Rows of a bill with their total: do they add up?"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from assistant.letters.money import parse_amount
from assistant.letters.patterns import letter_language

LEAST, MOST = 3, 10
"""Rows: fewer say nothing, more are too many to try every choice of them."""


def bills(text: str) -> Iterator[list[Decimal]]:
    """For each total the values of the rows above it, in order, with the total last."""
    rules, rows = letter_language("amounts"), list[Decimal]()
    for line in text.split("\n"):
        match = re.match(rules["bill_row"], line)
        value = _signed(match["value"]) if match else None
        if match is None or value is None:
            rows = rows if re.fullmatch(r"[\s=_-]*", line) else []
            continue
        rows.append(value)
        if re.search(rules["bill_total"], match["label"], re.IGNORECASE):
            yield rows
            rows = []


def adds_up(rows: Sequence[Decimal]) -> bool:
    """Whether some of the rows make the total: a subtotal or a sum for information need not be part of it."""
    *parts, total = rows
    if not LEAST <= len(parts) <= MOST:
        return True
    return any(sum(some) == total for size in range(1, len(parts) + 1) for some in combinations(parts, size))


def _signed(printed: str) -> Decimal | None:
    value = parse_amount(printed)
    return -value if value is not None and printed.strip().startswith("-") else value
