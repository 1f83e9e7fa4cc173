"""How common a Dutch word is, and how many syllables it has."""

import math
from functools import cache

import pyphen
import simplemma
import wordfreq

from assistant.plain.data import words as word_lists

HARD_ZIPF = 3.5
"""Below this a word is hard (STACK: werk 5.8, uitkering 4.0, verzoekschrift 3.3)."""
RARE_ZIPF = 2.6
PART_ZIPF = 4.3
"""Both halves of a compound must be at least this common to make it easy."""
MIN_PART = 4
LINKS = ("", "s", "en", "e", "n")


@cache
def _frequencies() -> dict[str, float]:
    found: dict[str, float] = wordfreq.get_frequency_dict("nl", wordlist="best")
    return found


@cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


def zipf(word: str) -> float:
    """Zipf frequency, 0 (unknown) to about 8: log10 of uses per thousand million words."""
    share = _frequencies().get(word.lower(), 0.0)
    return math.log10(share) + 9 if share > 0 else 0.0


def syllables(word: str) -> int:
    """At least 1. Pyphen cuts where a line may break, so it counts a little low."""
    return len(_hyphenator().positions(word.lower())) + 1


def ease(word: str) -> float:
    """Zipf of the word, its lemma or its weaker half as a compound, whichever is highest."""
    lower = word.lower().replace("’", "'")
    if lower in word_lists().easy_words:
        return 8.0
    best = zipf(lower)
    if best >= HARD_ZIPF:
        return best
    best = max(best, zipf(simplemma.lemmatize(lower, lang="nl")))
    return best if best >= HARD_ZIPF else max(best, _compound(lower))


def _compound(word: str) -> float:
    """The zipf of the weaker half in the best cut, 0 when a half is not common."""
    if "-" in word:
        return min(ease(part) if part else 0.0 for part in word.split("-"))
    best = 0.0
    for cut in range(MIN_PART, len(word) - MIN_PART + 1):
        tail = zipf(word[cut:])
        if tail < PART_ZIPF:
            continue
        for link in LINKS:
            head = word[:cut].removesuffix(link) if link else word[:cut]
            if len(head) >= MIN_PART and (not link or word[:cut].endswith(link)):
                best = max(best, min(tail, zipf(head)) if zipf(head) >= PART_ZIPF else 0.0)
    # A compound of easy words is still a bit harder than the words.
    return max(best - 0.6, 0.0)
