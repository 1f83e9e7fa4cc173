"""Answer, ask one question back, or say that the sources do not say it."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from assistant.ask.rerank import Ranked, load_model, probabilities

ANSWER_FROM = 0.6
"""Below this confidence nothing is answered."""
ANSWER_FROM_IN_TALK = 0.55
"""In a talk the subject is known already, and the few words of a follow-up carry less."""
TIE_WITHIN = 0.15
"""Two subjects whose probabilities are this close tie."""
TIE_UNTIL = 0.7
"""From this confidence on a tie is answered: the other subject is then named in the answer."""
FEW_WORDS = 5
"""A question of so many words may be about two subjects; a longer one has said what it wants, so it is answered."""


class Decision(NamedTuple):
    """What to do with the ranked sections, and how sure we are (0 to 1, calibrated on the eval sets)."""

    kind: Literal["answer", "clarify", "abstain"]
    confidence: float
    sections: tuple[Ranked, ...] = ()


def decide(
    ranked: Sequence[Ranked], coverage: float, *, words: int, ordinary: float = 1.0, in_talk: bool
) -> Decision:
    """Decide on the ranked sections for a question of so many `words`. In a talk we answer sooner and never ask back.

    `coverage` (0 to 1) is the share of the question's weight, in idf, that the best section carries;
    `ordinary` how likely this is an ordinary question at all.
    """
    if not ranked:
        return Decision("abstain", 0.0)
    sure = confidence(ranked, coverage, ordinary)
    if sure < (ANSWER_FROM_IN_TALK if in_talk else ANSWER_FROM):
        return Decision("abstain", sure, tuple(ranked[:3]))
    rival = _rival(ranked)
    if not in_talk and words <= FEW_WORDS and rival is not None and sure < TIE_UNTIL:
        return Decision("clarify", sure, (ranked[0], rival))
    return Decision("answer", sure, tuple(ranked))


def confidence(ranked: Sequence[Ranked], coverage: float, ordinary: float = 1.0) -> float:
    """How likely the best section answers the question: a logistic model over its features."""
    weights = load_model().confidence
    found = confidence_features(ranked, coverage, ordinary)
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in found.items())))


def confidence_features(ranked: Sequence[Ranked], coverage: float, ordinary: float = 1.0) -> dict[str, float]:
    """Named features of the best section, each about 0 to 1. `ranked` may not be empty."""
    best = ranked[0].features
    shares = list(subjects(ranked).values())
    return {
        "bias": 1.0,
        "coverage": coverage,
        "ordinary": ordinary,
        "question": best["question"],
        "same_question": best["same_question"],
        "stands_out": best["stands_out"],
        "subject": shares[0],
        "section": probabilities(ranked)[0],
        "probable": best["probable"],
        "probable_subject": min(1.0, sum(r.features["probable"] for r in ranked if _subject(r) == _subject(ranked[0]))),
        "agreement": (best["words_first"] + best["grams_first"] + best["dense_first"]) / 3,
    }


def _subject(ranked: Ranked) -> str:
    """The document of a section."""
    return ranked.section.partition("#")[0]


def subjects(ranked: Sequence[Ranked]) -> dict[str, float]:
    """Document -> how likely the answer is in it, in the order of their best sections."""
    found: dict[str, float] = defaultdict(float)
    for one, probability in zip(ranked, probabilities(ranked), strict=True):
        found[_subject(one)] += probability
    return found


def _rival(ranked: Sequence[Ranked]) -> Ranked | None:
    """The best section of another document that is about as likely."""
    shares = subjects(ranked)
    first, *others = shares
    close = [name for name in others if shares[first] - shares[name] < TIE_WITHIN]
    return next((r for r in ranked if _subject(r) in close), None)
