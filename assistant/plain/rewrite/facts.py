"""What may never change: numbers, dates, names, addresses, and whether a sentence says no."""

import re
from collections import Counter
from functools import cache

from assistant.plain.data import table
from assistant.plain.officialese import find_phrases
from assistant.plain.rewrite.grammar import grammar

TOKEN = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[^\W_]+(?:[.,:/'’+-]+[^\W_]+)*|[€%§+]")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def facts(text: str) -> Counter[str]:
    """Numbers, number words, months, addresses and names (capitals inside a sentence), each with its count.

    A word with a capital that opens a sentence counts only when it is also a name in mid-sentence style
    (two capitals or more, such as RVA).
    """
    found: Counter[str] = Counter()
    start = True
    for match in TOKEN.finditer(text):
        token = match[0]
        if _is_fact(token, start):
            found[token] += 1
        start = text[match.end() : match.end() + 2].lstrip("\"'”’)")[:1] in (".", "!", "?", ":", "\n", "…")
    return found


def keeps_facts(before: str, after: str) -> bool:
    """True when no number, date, name or amount was lost or added, and no "no" was."""
    return facts(before) == facts(after) and denials(before) == denials(after)


def denials(text: str) -> int:
    """How often the text says no. A formal phrase counts as its plain one does."""
    spent, total = 0, 0
    for hit in find_phrases(text):
        phrase = hit.phrases[0]
        if phrase.kind != "request":
            total += _count(text[spent : hit.start]) + _count(phrase.plain)
            spent = hit.end
    return total + _count(text[spent:])


@cache
def _negations() -> frozenset[str]:
    return frozenset(table("plain")["negations"])


def _count(text: str) -> int:
    return sum(word in _negations() for word in WORD.findall(text.lower()))


def _is_fact(token: str, start: bool) -> bool:
    lower = token.lower()
    if any(c.isdigit() for c in token) or "@" in token or token in "€%§+" or lower.startswith(("www.", "http")):
        return True
    if lower in grammar().number_words or lower in grammar().months:
        return lower != "een"
    capitals = sum(c.isupper() for c in token)
    return capitals > 1 or (capitals == 1 and not start and token[:1].isupper() and lower not in ("u", "uw"))
