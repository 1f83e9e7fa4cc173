"""How much of the question does a section carry? The main sign that the sources say something about it."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Protocol

from assistant.ask.normalise import Query


class Weights(Hashable, Protocol):
    """What coverage needs of the index."""

    def terms(self, text: str) -> list[str]:
        """The stems of a text, compounds split, without stop words."""

    def idf(self, term: str) -> float:
        """How rare a stem is; the highest value for one that no section holds."""


class Carries(Protocol):
    """A chunk with its words."""

    @property
    def id(self) -> str:
        """Names the chunk."""

    @property
    def search_text(self) -> str:
        """Title, heading, text and question variants."""


def coverage(query: Query, chunk: Carries, index: Weights) -> float:
    """The share (0 to 1) of the question's idf weight whose stems stand in the chunk. Empty question: 0.

    Counted for the question as asked and with its official terms; the better one holds.
    """
    carried = _stems(index, chunk.id, chunk.search_text)
    return max(_share(text, carried, index) for text in (query.repaired, query.expanded))


def _share(text: str, carried: frozenset[str], index: Weights) -> float:
    wanted = set(index.terms(text))
    total = sum(index.idf(term) for term in wanted)
    return sum(index.idf(term) for term in wanted if term in carried) / total if total else 0.0


@lru_cache(maxsize=4096)
def _stems(index: Weights, chunk_id: str, text: str) -> frozenset[str]:
    return frozenset(index.terms(text))
