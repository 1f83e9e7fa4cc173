"""Days of an appointment named from the day of the letter: "morgen", "volgende week dinsdag", "vrijdag om 9 uur".

For terms only the few words of `dates.py` count: a last day that is one week off does harm, and an office that sets a
term writes its date.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from assistant.letters.dates import FoundDate
from assistant.letters.numbers import any_of, calendar_words
from assistant.letters.patterns import letter_language

WEEK = 7
LONG_NAME = 5
""""ma" and "di" are words of other languages as well: only whole names count here."""


def find_near_days(text: str, letter_date: date | None, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """The days in order of place; none without a date on the letter, none that `dates` holds or that a date follows."""
    if letter_date is None:
        return []
    found: list[FoundDate] = []
    for row in (*_weekdays(text, letter_date), *_words(text, letter_date)):
        taken = any(row.start < other.end and other.start < row.end for other in (*dates, *found))
        if not taken and not any(_dated(text[row.end : other.start]) for other in dates if other.start >= row.end):
            found.append(row)
    return sorted(found)


def _weekdays(text: str, letter_date: date) -> Iterator[FoundDate]:
    """The kinds in their order in the data: the most exact turn first, the bare name of a day last."""
    names = {name: number for number, all_names in calendar_words()["weekdays"].items() for name in all_names}
    for kind, pattern in _patterns().items():
        for match in pattern.finditer(text):
            wanted = names[next(value for value in match.groupdict().values() if value).lower()]
            monday = letter_date - timedelta(days=letter_date.weekday())
            coming = letter_date + timedelta(days=(wanted - letter_date.weekday()) % WEEK or WEEK)
            day = {
                "next_week": monday + timedelta(days=WEEK + wanted),
                "this_week": monday + timedelta(days=wanted),
                "week_later": coming + timedelta(days=WEEK),
            }.get(kind, coming)
            yield FoundDate(match.start(), match.end(), day, guessed=True)


def _words(text: str, letter_date: date) -> Iterator[FoundDate]:
    rules = _rules()
    for match in re.finditer(rules["word"], text, re.IGNORECASE):
        days = calendar_words()["relative"]["days"][re.sub(r"\s", " ", match["word"].lower())]
        later = next((n for n, words in rules["later"].items() if re.match(words, match["later"] or "", re.I)), 0)
        yield FoundDate(match.start(), match.end(), letter_date + timedelta(days=days + later), guessed=True)


def _dated(between: str) -> bool:
    """Whether the date of a named day follows at once: "volgende week dinsdag (8 december)"."""
    return re.fullmatch(_rules()["dated"], between, re.IGNORECASE) is not None


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = letter_language("fields")["appointment"]["near_days"]
    return rules


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names = [name for all_names in calendar_words()["weekdays"].values() for name in all_names]
    day = any_of([name for name in names if len(name) >= LONG_NAME])
    found = {}
    for kind, turns in _rules()["weekdays"].items():
        words = [turn.replace("{day}", rf"(?P<day{n}>{day})") for n, turn in enumerate(turns)]
        found[kind] = re.compile("|".join(words), re.IGNORECASE)
    return found
