"""Hours in a letter: "10.30 uur", "10u30", "om half tien", "tussen 9 en 12 uur"."""

import re
from datetime import time
from functools import cache
from typing import NamedTuple

from assistant.letters.numbers import any_of, calendar_words, number_words
from assistant.letters.patterns import letter_language

NOON, DAY_HOURS, HOUR = 12, 24, 60
OFFICE_FROM = 8
"""An hour in words below eight is in the afternoon: nobody is called for three in the night."""


class FoundTime(NamedTuple):
    """An hour from `start` to `end` of the text; `until` when it is a range."""

    start: int
    end: int
    hour: time
    until: time | None = None


def find_times(text: str) -> list[FoundTime]:
    """All hours in order of place; two that form a range become one."""
    found = sorted([*_figures(text), *_words(text)])
    joined: list[FoundTime] = []
    for row in found:
        if joined and row.start < joined[-1].end:
            continue
        if joined and joined[-1].until is None and _is_range(text[joined[-1].end : row.start]):
            joined[-1] = joined[-1]._replace(end=row.end, until=row.hour)
        else:
            joined.append(row)
    return joined


def _figures(text: str) -> list[FoundTime]:
    rules, found = letter_language("fields")["times"], []
    for match in _figure().finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 20]
        veto = re.search(rules["veto_before"], before, re.IGNORECASE)
        if veto or re.match(rules["veto_after"], after, re.IGNORECASE):
            continue
        # "10.30" alone may be a price or a number: it needs a word that announces an hour.
        bare = match["m2"] is not None and match[0][-1].isdigit()
        cue = re.search(rules["needs_cue"], before, re.IGNORECASE)
        announced = cue or re.match(rules["more"], after, re.IGNORECASE) or ":" in match[0]
        if bare and not announced:
            continue
        hour = time(_whole(int(match["h"]), text[match.end() :]), int(match["m"] or match["m2"] or 0))
        first = re.search(rules["bare_first"], before, re.IGNORECASE)
        if first:
            start = match.start() - len(before) + first.start()
            found.append(FoundTime(start, match.end(), time(int(first["h"])), hour))
        else:
            found.append(FoundTime(match.start(), match.end(), hour))
    return found


def _words(text: str) -> list[FoundTime]:
    found = []
    for match in _word().finditer(text):
        hour = number_words().get(match["word"].lower(), 99)
        if not 1 <= hour < DAY_HOURS or (hour > NOON and match["half"]):
            continue
        minutes = number_words().get((match["minutes"] or "").lower(), 0) if match["unit"] else 0
        if match["half"]:
            hour, minutes = _part(match, hour)
        elif not match["unit"] or minutes >= HOUR:
            continue
        early = re.match(letter_language("fields")["times"]["forenoon"], text[match.end() :], re.IGNORECASE)
        hour = hour + NOON if hour < OFFICE_FROM and not early else _whole(hour, text[match.end() :])
        start = match.start("half" if match["half"] else "word")
        found.append(FoundTime(start, match.end(), time(hour, minutes)))
    return found


def _whole(hour: int, after: str) -> int:
    """The hour of the day: one up to twelve that is said to be in the afternoon counts on from noon."""
    rule = letter_language("fields")["times"]["afternoon"]
    return hour + NOON if hour < NOON and re.match(rule, after, re.IGNORECASE) else hour


def _part(match: re.Match[str], hour: int) -> tuple[int, int]:
    words = match["half"].strip().lower()
    if match["past"]:
        minutes = number_words()[match["past"].lower()]
        if words.endswith(letter_language("fields")["times"]["half"]):
            # "tien voor half drie": counted from half an hour before.
            before_half = re.search(r"\bvoor\b", words) is not None
            return (hour - 1 or NOON, HOUR // 2 - minutes if before_half else HOUR // 2 + minutes)
        return (hour - 1 or NOON, HOUR - minutes) if words.endswith("voor") else (hour, minutes)
    if words.startswith(letter_language("fields")["times"]["half"]):
        return hour - 1 or NOON, 30
    return (hour - 1 or NOON, 45) if words.endswith("voor") else (hour, 15)


def _is_range(between: str) -> bool:
    return re.match(letter_language("fields")["times"]["range"], between, re.IGNORECASE) is not None


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(letter_language("fields")["times"]["figure"], re.IGNORECASE)


@cache
def _word() -> re.Pattern[str]:
    words = any_of(number_words())
    rule = letter_language("fields")["times"]["word"].replace("{numbers}", words)
    months = any_of([name for names in calendar_words()["months"].values() for name in names])
    return re.compile(rule.replace("{months}", months), re.IGNORECASE)
