"""A day without a word such as "uiterlijk" that is a last day all the same, for something must be there on that day.

"De woning moet ontruimd zijn op 31 december", "wie op 31 december niet betaald heeft", "de schijf wordt verwacht op
5 december". The role of the clause decides, not the word before the date.
"""

import re

from assistant.letters.dates import FoundDate
from assistant.letters.patterns import just_before, letter_language, pattern
from assistant.plain import Span

PLACE = "@"
"""Stands for the date in the clause."""


def must_be_there(sentence: Span, found: FoundDate) -> bool:
    """Whether the clause around the date asks that something is done or has arrived on that day."""
    clause = _clause(sentence.text, found.start - sentence.start, found.end - sentence.start)
    lead = clause[: clause.index(PLACE)]
    behind = pattern("terms", "state_behind").match(clause, clause.index(PLACE) + 1)
    if lead.strip() and not behind and not just_before("terms", "on_day").search(lead):
        return False
    if _has("not_by_day", clause):
        return False
    done = _has("done", clause)
    asked = _has("needs", clause) or _has("unless", clause) or _has("only_if", clause)
    # "Af te geven op de laatste dag van de maand" comes back each month.
    given = not found.month_end and _has("delivers", clause)
    return (done and asked) or given or _has("awaited", clause) or _has("defaults", clause)


def before_word(lead: str) -> str | None:
    """The word "vóór" or "voor" at the end of `lead`: the day itself is then too late."""
    found = re.search(letter_language("terms")["before_word"], lead, re.IGNORECASE)
    return found[0] if found else None


def _clause(text: str, start: int, end: int) -> str:
    """The clause with a mark in place of its date: up to the next sentence or to what follows from being late."""
    stops = pattern("terms", "next_part")
    left = max((match.end() for match in stops.finditer(text, 0, start)), default=0)
    right = next((match.start() for match in stops.finditer(text, end)), len(text))
    late = pattern("terms", "consequence").search(text, end, right)
    return re.sub(r"\s+", " ", text[left:start] + PLACE + text[end : late.start() if late else right])


def _has(key: str, clause: str) -> bool:
    return pattern("terms", key).search(clause) is not None
