"""Measure a text: Flesch-Douma, sentence length, hard words and one estimated level."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from assistant.models import Level, Readability
from assistant.plain.data import table
from assistant.plain.features import Counted, Features, count, features
from assistant.plain.officialese import count_officialese

LEVELS: tuple[Level, ...] = ("A2", "B1", "B2", "C")


def measure(text: str) -> Readability:
    """How hard the text is. The level is an estimate; an empty text is A2.

    Source of the score: Douma, De leesbaarheid van landbouwbladen, 1960.
    """
    rows = count(text)
    return _readability(rows, text)


def text_features(text: str) -> Features:
    """The counts on which `measure` rests."""
    return features(count(text), count_officialese(text))


def score(found: Features) -> float:
    """The weighted sum of the level model; higher is harder."""
    model = _model()
    weights: dict[str, float] = model["weights"]
    values: dict[str, float] = found._asdict()
    return float(model["intercept"]) + sum(weights.get(name, 0.0) * values[name] for name in values)


def level_of(found: Features) -> Level:
    """The first level whose limit the score does not pass."""
    value = score(found)
    limits = _model()["limits"]
    for level in LEVELS[:-1]:
        if value <= limits[level]:
            return level
    return LEVELS[-1]


def harder_than(level: Level, wanted: Level) -> bool:
    """True when `level` lies above `wanted`."""
    return LEVELS.index(level) > LEVELS.index(wanted)


def flesch_douma(words_per_sentence: float, syllables_per_word: float) -> float:
    """206.84 - 0.93 words per sentence - 77 syllables per word; about 0 (hard) to 120 (easy)."""
    return 206.84 - 0.93 * words_per_sentence - 77 * syllables_per_word


def _readability(rows: Sequence[Counted], text: str) -> Readability:
    if not rows:
        return Readability(flesch_douma=0.0)
    found = features(rows, count_officialese(text))
    return Readability(
        level=level_of(found),
        flesch_douma=round(flesch_douma(found.words_per_sentence, found.syllables_per_word), 1),
        words_per_sentence=round(found.words_per_sentence, 1),
        hard_word_share=round(found.hard_word_share, 3),
    )


@cache
def _model() -> dict[str, Any]:
    return dict(table("level"))
