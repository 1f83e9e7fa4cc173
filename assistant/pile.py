"""Several letters on the table: the most urgent first, the same letter only once."""

from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from assistant.models import Letter

RANK = {"dringend": 0, "hoog": 1, "middel": 2, "laag": 3}
UNKNOWN = 2
SAME = 85.0
"""Similarity of two readings of one letter, 0 to 100: a second photo is never read in quite the same way."""


def by_urgency(letters: Sequence[Letter]) -> list[Letter]:
    """The most urgent first; among equals the first day, then the order in which they came."""
    return sorted(letters, key=lambda row: (RANK.get(row.urgency or "", UNKNOWN), first_day(row) or date.max))


def first_day(letter: Letter) -> date | None:
    """The day that counts first: of what is to be done, or of the appointment."""
    days = [letter.deadline.do_by or letter.deadline.date] if letter.deadline else []
    days += [letter.appointment.start.date()] if letter.appointment and letter.appointment.start else []
    known = [day for day in days if day]
    return min(known) if known else None


def is_same(one: Letter, other: Letter) -> bool:
    """Whether both are one letter, read twice: same sender, kind and date, and nearly the same words."""
    keys = [(row.sender.kind, row.kind_id, row.letter_date) for row in (one, other)]
    return keys[0] == keys[1] and fuzz.ratio(" ".join(one.original), " ".join(other.original)) >= SAME


def add_letter(pile: Sequence[Letter], letter: Letter) -> tuple[tuple[Letter, ...], bool]:
    """The pile with the letter, and whether it lay there already; a new reading takes the place of the old."""
    others = tuple(row for row in pile if not is_same(row, letter))
    return (*others, letter), len(others) < len(pile)
