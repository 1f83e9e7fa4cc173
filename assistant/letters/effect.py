"""From which day a decision counts, or which day is the last one of a right."""

import re
from datetime import date
from typing import NamedTuple

from assistant.letters.clean import CleanText
from assistant.letters.dates import find_dates
from assistant.letters.patterns import letter_language

BEFORE = 90
NEAR = 400
"""Days: an effect lies around the date of the letter."""


class Effect(NamedTuple):
    """The day, and whether it is the last day of a right rather than the first of a decision."""

    day: date
    last: bool


def find_effect(letter: CleanText, letter_date: date | None) -> Effect | None:
    """The first such day in a sentence about a right; None when there is none."""
    rules = letter_language("requests")["effect"]
    for row in find_dates(letter.text, letter_date):
        sentence = letter.sentence_at(row.start)
        if letter_date is None or abs((row.day - letter_date).days) > NEAR:
            continue
        if not re.search(rules["about"], sentence.text, re.IGNORECASE):
            continue
        before = letter.text[max(sentence.start, row.start - BEFORE) : row.start]
        for key in ("last", "first"):
            if re.search(rules[key], before, re.IGNORECASE):
                return Effect(row.day, key == "last")
    return None
