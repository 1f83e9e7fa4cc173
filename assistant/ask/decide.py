"""Answer, ask one question back, or say that the sources do not say it."""

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from assistant.ask.rerank import Ranked, load_model

ANSWER_FROM = 0.5
"""Below this confidence nothing is answered."""
TIE_WITHIN = 0.06
"""Two subjects whose scores are this close (share of the best) tie."""


class Decision(NamedTuple):
    """What to do with the ranked sections, and how sure we are (0 to 1, calibrated on the eval sets)."""

    kind: Literal["answer", "clarify", "abstain"]
    confidence: float
    sections: tuple[Ranked, ...] = ()


def decide(ranked: Sequence[Ranked], coverage: float, *, may_clarify: bool) -> Decision:
    """Decide on the ranked sections.

    `coverage` (0 to 1) is the share of the question's weight, in idf, that the best section carries.
    """
    if not ranked:
        return Decision("abstain", 0.0)
    sure = confidence(ranked, coverage)
    if sure < ANSWER_FROM:
        return Decision("abstain", sure, tuple(ranked[:3]))
    rival = _rival(ranked)
    if may_clarify and rival is not None and sure < 0.7:
        return Decision("clarify", sure, (ranked[0], rival))
    return Decision("answer", sure, tuple(ranked))


def confidence(ranked: Sequence[Ranked], coverage: float) -> float:
    """How likely the best section is the right one: a logistic model over its features."""
    weights = load_model().confidence
    best = ranked[0]
    values = {
        "bias": 1.0,
        "question": best.features["question"],
        "coverage": coverage,
        "margin": _margin(ranked),
        "agreement": float(best.features["words"] >= 0.95) / 2 + float(best.features["grams"] >= 0.95) / 2,
    }
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in values.items())))


def _margin(ranked: Sequence[Ranked]) -> float:
    """How far the best section stands above the best of another document (0 to 1)."""
    other = _other_topic(ranked)
    if other is None or ranked[0].score <= 0:
        return 1.0
    return max(0.0, min(1.0, (ranked[0].score - other.score) / ranked[0].score))


def _rival(ranked: Sequence[Ranked]) -> Ranked | None:
    other = _other_topic(ranked)
    close = other is not None and ranked[0].score - other.score < TIE_WITHIN * abs(ranked[0].score)
    return other if close else None


def _other_topic(ranked: Sequence[Ranked]) -> Ranked | None:
    topic = ranked[0].section.partition("#")[0]
    return next((r for r in ranked[1:] if r.section.partition("#")[0] != topic), None)
