"""Order the candidates by a small linear model over what the legs, the intent and the obstacle say.

The weights are data (`reranker.json`), fitted by `python -m assistant.ask.fit` on question variants
that were kept out of the index; see docs/retrieval.md.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from assistant.ask.retrieve import Candidate
from ingest.models import Section, SectionId

KEEP = 25
"""Candidates that are reranked."""
WEIGHTS_FILE = Path(__file__).with_name("reranker.json")


class Need(NamedTuple):
    """What the question asks for, beside its subject."""

    intents: tuple[str, ...]
    barriers: tuple[str, ...]
    topic: str | None = None
    """The document of the earlier question that a follow-up hangs on."""


class Ranked(NamedTuple):
    """A candidate with its score; higher is better, no fixed range."""

    section: SectionId
    score: float
    features: Mapping[str, float]


class Model(NamedTuple):
    """Weights of the reranker and of the confidence (see decide.py)."""

    rerank: Mapping[str, float]
    confidence: Mapping[str, float]


def rerank(candidates: Sequence[Candidate], sections: Mapping[SectionId, Section], need: Need) -> list[Ranked]:
    """The best candidates, best first. Sections that are not in the corpus (own documents) keep their legs only."""
    weights = load_model().rerank
    top = candidates[:KEEP]
    best = _best_scores(top)
    ranked = []
    for candidate in top:
        found = features(candidate, sections.get(candidate.section), need, best)
        score = sum(weights.get(name, 0.0) * value for name, value in found.items())
        ranked.append(Ranked(candidate.section, score, found))
    return sorted(ranked, key=lambda r: (-r.score, r.section))


def features(
    candidate: Candidate, section: Section | None, need: Need, best: Mapping[str, float]
) -> dict[str, float]:
    """Named features of one candidate, each about 0 to 1."""
    found = {"fused": candidate.fused * 30}
    for leg in ("words", "grams", "dense"):
        found[leg] = candidate.scores.get(leg, 0.0) / best[leg] if best.get(leg) else 0.0
    found["question"] = candidate.scores.get("questions", 0.0)
    for leg in ("topic_words", "topic_grams"):
        found[leg] = 1 / math.sqrt(candidate.ranks[leg]) if leg in candidate.ranks else 0.0
    found["intent"] = float(section is not None and section.intent in need.intents)
    found["barrier"] = float(section is not None and bool(set(section.barriers) & set(need.barriers)))
    found["same_topic"] = float(need.topic is not None and candidate.section.partition("#")[0] == need.topic)
    return found


def _best_scores(candidates: Sequence[Candidate]) -> dict[str, float]:
    best: dict[str, float] = {}
    for candidate in candidates:
        for leg, score in candidate.scores.items():
            best[leg] = max(score, best.get(leg, 0.0))
    return best


@cache
def load_model(path: Path = WEIGHTS_FILE) -> Model:
    """The fitted weights."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Model(data["rerank"], data["confidence"])
