"""Which kind does a letter sound like? Learned from example sentences, for words that stand in no pattern."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import exp, log

from assistant.letters.patterns import letter_language

STEM = 6
"""Letters of a word that count: enough to join "betaling" and "betaald" to their own, short enough to be no ending."""
SHORTEST = 3
SMOOTH = 0.25
NONE = "none"
"""The examples of letters of no kind."""
SHARP = 0.35
"""How far the words are trusted: letters are longer than the examples, and their words are not independent."""


def sounds_like(text: str, kinds: Sequence[str]) -> dict[str, float]:
    """How likely each of `kinds` is, by its words alone; the values add up to at most 1. Kinds without examples get 0.

    Naive Bayes over word stems and pairs of stems, each counted once in the text.
    """
    models = _models()
    known = [kind for kind in kinds if kind in models]
    if not known:
        return dict.fromkeys(kinds, 0.0)
    known.append(NONE)
    features = set(_features(text)) & _vocabulary()
    scores = {kind: SHARP * sum(_log_share(kind, feature) for feature in features) for kind in known}
    most = max(scores.values())
    weights = {kind: exp(score - most) for kind, score in scores.items()}
    total = sum(weights.values())
    return dict.fromkeys(kinds, 0.0) | {kind: weights[kind] / total for kind in known if kind != NONE}


def _log_share(kind: str, feature: str) -> float:
    counts = _models()[kind]
    return log((counts[feature] + SMOOTH) / (sum(counts.values()) + SMOOTH * len(_vocabulary())))


def _features(text: str) -> list[str]:
    stems = [word[:STEM] for word in re.findall(r"[a-zà-ÿ]+\d?", text.lower()) if len(word) >= SHORTEST]
    return stems + [f"{one} {two}" for one, two in zip(stems, stems[1:], strict=False)]


@cache
def _models() -> dict[str, Counter[str]]:
    """Counts of features by kind."""
    return {kind: Counter(_features(" ".join(rows))) for kind, rows in letter_language("kinds").items()}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(feature for counts in _models().values() for feature in counts)
