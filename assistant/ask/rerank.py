"""Order the candidates by a small linear model over what the legs, the intent and the obstacle say.

The weights are data (`reranker.json`), fitted by `python -m assistant.ask.fit` on question variants
that were kept out of the index; see docs/retrieval.md.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import mean, pstdev
from typing import NamedTuple

from assistant.ask.retrieve import Candidate
from ingest.models import Section, SectionId

KEEP = 30
"""Candidates that are reranked."""
ALIKE = 0.6
"""From this likeness on, a question variant is about the same question."""
LEAST_LIKELY = -12.0
"""Log-likelihood at which the learned leg says nothing more for a section."""
WEIGHTS_FILE = Path(__file__).with_name("reranker.json")


class Spread(NamedTuple):
    """The scores of one leg over the candidates."""

    best: float
    mean: float
    deviation: float

    def stands_out(self, score: float) -> float:
        """How far a score lies above the others, in deviations / 4 (0 to about 1), the same for every embedder."""
        return max(0.0, (score - self.mean) / self.deviation / 4) if self.deviation > 1e-9 else 0.0


class Need(NamedTuple):
    """What the question asks for, beside its subject."""

    intents: tuple[str, ...]
    barriers: tuple[str, ...]


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
    ranked = []
    for section, found in all_features(candidates, sections, need):
        score = sum(weights.get(name, 0.0) * value for name, value in found.items())
        ranked.append(Ranked(section, score, found))
    return sorted(ranked, key=lambda r: (-r.score, r.section))


def all_features(
    candidates: Sequence[Candidate], sections: Mapping[SectionId, Section], need: Need
) -> list[tuple[SectionId, dict[str, float]]]:
    """The features of the candidates that are reranked, in their order."""
    top = candidates[:KEEP]
    spread = _spread(top)
    return [(c.section, features(c, sections.get(c.section), need, spread)) for c in top]


def features(
    candidate: Candidate, section: Section | None, need: Need, spread: Mapping[str, Spread]
) -> dict[str, float]:
    """Named features of one candidate, each about 0 to 1.

    For each leg: the score as a share of the best one, and `<leg>_first` = 1 / rank.
    """
    found = {"fused": candidate.fused / spread["fused"].best}
    for leg in ("words", "grams", "dense"):
        found[leg] = candidate.scores[leg] / spread[leg].best if leg in candidate.scores else 0.0
        found[f"{leg}_first"] = 1 / candidate.ranks[leg] if leg in candidate.ranks else 0.0
    likelihood = candidate.scores.get("learned", LEAST_LIKELY)
    found["learned"] = max(0.0, 1 - likelihood / LEAST_LIKELY)
    found["probable"] = math.exp(likelihood) if "learned" in candidate.scores else 0.0
    found["question"] = candidate.scores.get("questions", 0.0)
    found["same_question"] = max(0.0, found["question"] - ALIKE) / (1 - ALIKE)
    found["stands_out"] = spread["dense"].stands_out(candidate.scores["dense"]) if "dense" in candidate.scores else 0.0
    for leg in ("topic_words", "topic_grams"):
        found[leg] = 1 / math.sqrt(candidate.ranks[leg]) if leg in candidate.ranks else 0.0
    found["intent"] = float(section is not None and section.intent in need.intents)
    found["barrier"] = float(section is not None and bool(set(section.barriers) & set(need.barriers)))
    return found


def probabilities(ranked: Sequence[Ranked]) -> list[float]:
    """How likely each is the wanted section, if one of them is (sum 1): the softmax of the scores."""
    best = max((r.score for r in ranked), default=0.0)
    shares = [math.exp(r.score - best) for r in ranked]
    return [share / sum(shares) for share in shares]


def _spread(candidates: Sequence[Candidate]) -> dict[str, Spread]:
    found: dict[str, list[float]] = {}
    for candidate in candidates:
        for leg, score in (*candidate.scores.items(), ("fused", candidate.fused)):
            found.setdefault(leg, []).append(score)
    return {leg: Spread(max(scores), mean(scores), pstdev(scores)) for leg, scores in found.items()}


@cache
def load_model(path: Path = WEIGHTS_FILE) -> Model:
    """The fitted weights."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Model(data["rerank"], data["confidence"])
