"""Find the sections that may answer: topic first, then section, several legs fused.

Legs: BM25 over stems, BM25 over character 4-grams, the nearest question variant, a classifier learned from
the variants, and the dense vectors once the embedder is loaded. What each adds stands in docs/retrieval.md.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from assistant.ask.learned import Learned, load_learned
from assistant.ask.normalise import Query
from ingest.models import SectionId

DEPTH = 40
"""Hits taken from each leg."""
RRF_K = 60

LEGS = ("words", "grams", "questions", "learned", "dense", "topic_words", "topic_grams")
WEIGHTS: Mapping[str, float] = {
    "words": 1.0, "grams": 1.0, "questions": 0.3, "learned": 2.0, "dense": 2.0, "topic_words": 0.5, "topic_grams": 0.5,
}  # fmt: skip


class Hit(Protocol):
    """A chunk and its score in one leg."""

    @property
    def chunk_id(self) -> str:
        """The chunk, or at topic level the document."""

    @property
    def score(self) -> float:
        """Higher is better."""


class Candidate(NamedTuple):
    """A section that may answer, with what each leg thinks of it."""

    section: SectionId
    fused: float
    ranks: Mapping[str, int]
    """Rank in each leg that found it, 1 = best."""
    scores: Mapping[str, float]
    """Raw score in each leg that found it."""


class SearchIndex(Protocol):
    """What retrieval needs of the index; `ingest.index.Index` is one."""

    @property
    def chunks(self) -> Mapping[str, object]:
        """Every chunk by its id."""

    def words(self, query: str, k: int, level: str = "section") -> Sequence[Hit]:
        """BM25 over stems, best first; at level `topic` the hits name documents."""

    def grams(self, query: str, k: int, level: str = "section") -> Sequence[Hit]:
        """BM25 over character 4-grams, best first."""

    def questions(self, query: str, k: int) -> Sequence[Hit]:
        """The sections with the nearest question variant, score 0 to 1."""

    def dense(self, query: str, k: int) -> Sequence[Hit]:
        """The nearest vectors; empty while the embedder loads."""


def retrieve(
    query: Query, index: SearchIndex, *, learned: Learned | None = None, legs: Sequence[str] = LEGS
) -> list[Candidate]:
    """Candidates, best first, by weighted reciprocal rank; an empty list when nothing matches.

    `learned` = the classifier; None = the one that ships with wegwijs.
    """
    rankings = {leg: _search(leg, query, index) for leg in legs if leg != "learned"}
    if "learned" in legs and query.expanded:
        likely = (learned or load_learned()).likely(query.expanded, DEPTH)
        rankings["learned"] = [hit for hit in likely if hit.chunk_id in index.chunks]
    topics: dict[str, dict[str, int]] = {
        leg: _ranks(rankings.pop(leg)) for leg in ("topic_words", "topic_grams") if leg in rankings
    }
    return fuse(rankings, topics)


def fuse(
    rankings: Mapping[str, Sequence[Hit]], topics: Mapping[str, Mapping[str, int]], *, k: int = RRF_K
) -> list[Candidate]:
    """Merge rankings of sections by weighted reciprocal rank; a good topic lifts its sections.

    Each ranking lists hits, best first. The result holds every section once.

    Source: Cormack, Clarke, Büttcher, SIGIR 2009 (k = 60).
    """
    fused: dict[SectionId, float] = defaultdict(float)
    ranks: dict[SectionId, dict[str, int]] = defaultdict(dict)
    scores: dict[SectionId, dict[str, float]] = defaultdict(dict)
    for leg, hits in rankings.items():
        for rank, hit in enumerate(hits, start=1):
            fused[hit.chunk_id] += WEIGHTS[leg] / (k + rank)
            ranks[hit.chunk_id][leg] = rank
            scores[hit.chunk_id][leg] = hit.score
    for section in fused:
        document = section.partition("#")[0]
        for leg, found in topics.items():
            if place := found.get(document):
                fused[section] += WEIGHTS[leg] / (k + place)
                ranks[section][leg] = place
    ordered = sorted(fused, key=lambda section: (-fused[section], section))
    return [Candidate(section, fused[section], ranks[section], scores[section]) for section in ordered]


def _search(leg: str, query: Query, index: SearchIndex) -> Sequence[Hit]:
    """Only the subject is searched with official terms added: in the other legs they push the section down."""
    asked = query.repaired or query.expanded
    match leg:
        case "words":
            return index.words(asked, DEPTH)
        case "grams":
            return index.grams(asked, DEPTH)
        case "questions":
            return _best_of(index.questions(query.clean, DEPTH), index.questions(asked, DEPTH))
        case "dense":
            return index.dense(asked, DEPTH)
        case "topic_words":
            return index.words(query.expanded, DEPTH, level="topic")
        case _:
            return index.grams(query.expanded, DEPTH, level="topic")


def _best_of(as_typed: Sequence[Hit], repaired: Sequence[Hit]) -> list[Hit]:
    """Variants are kept as people type them, so a question is compared as typed and as repaired."""
    best: dict[str, Hit] = {}
    for hit in (*as_typed, *repaired):
        if hit.chunk_id not in best or hit.score > best[hit.chunk_id].score:
            best[hit.chunk_id] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.chunk_id))[:DEPTH]


def _ranks(hits: Sequence[Hit]) -> dict[str, int]:
    return {hit.chunk_id: rank for rank, hit in enumerate(hits, start=1)}
