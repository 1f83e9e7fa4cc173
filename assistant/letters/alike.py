"""Which kind does a letter sound like? Learned from example sentences, for words that stand in no pattern.

The classifier of `assistant/ask/learned.py`, trained on `kinds.yaml` by `python -m assistant.letters.train`.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.ask.learned import load_learned
from assistant.ask.normalise import fold

KINDS_FILE = Path(__file__).with_name("kinds.npz")
NONE = "none"
"""The examples of letters of no kind."""
WHOLE = 2500
"""Characters of the letter that count as a whole; what follows is legal small print."""
LEAST = -8.0
"""The lowest value: below it a kind is as good as excluded."""


def sounds_like(opening: str, text: str, kinds: Sequence[str]) -> dict[str, float]:
    """How likely each of `kinds` is by its words alone: natural logarithms between `LEAST` and 0.

    Only these kinds and "none of them" are weighed; the opening counts as much as the whole letter.
    """
    model = load_learned(KINDS_FILE)
    known = [kind for kind in kinds if kind in model.names]
    if not known:
        return dict.fromkeys(kinds, LEAST)
    places = [model.names.index(kind) for kind in (*known, NONE)]
    both = model.log_likelihoods(plain_words(opening)) + model.log_likelihoods(plain_words(text[:WHOLE]))
    shares = both[places] / 2
    shares -= np.logaddexp.reduce(shares)
    found = {kind: max(float(share), LEAST) for kind, share in zip(known, shares[:-1], strict=True)}
    return dict.fromkeys(kinds, LEAST) | found


def likelihood(text: str, kind: str) -> float:
    """How likely `kind` is among all kinds, from 0 to 1, by the words of the whole letter."""
    model = load_learned(KINDS_FILE)
    return float(np.exp(model.log_likelihoods(plain_words(text[:WHOLE]))[model.names.index(kind)]))


def plain_words(text: str) -> str:
    """The words of a text in lower case without accents; numbers, dates and sums are left out."""
    return " ".join(word for word in fold(text).split() if word[0].isalpha())
