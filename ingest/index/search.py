"""The index as the assistant searches it. Read-only, safe to share between threads."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from ingest.dutch import Analyser, grams
from ingest.index.bm25 import Bm25, Hit
from ingest.index.chunk import Chunk, corpus_chunks
from ingest.index.numbered import Numbered
from ingest.index.variants import Variants
from ingest.models import Corpus

Level = Literal["section", "topic"]


class Dense(Protocol):
    """Nearest vectors; `ingest/index/vectors.py` holds the implementations."""

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` nearest chunks, best first."""


class Lexical(NamedTuple):
    """The legs that need no embedder."""

    words: Bm25
    grams: Bm25
    topic_words: Bm25
    topic_grams: Bm25
    variants: Variants
    frequency: Mapping[str, int]
    """In how many chunks each term stands."""


class Index:
    """Chunks and the legs that find them."""

    def __init__(
        self, chunks: Iterable[Chunk], analyser: Analyser, lexical: Lexical, version: Path | None = None
    ) -> None:
        """`version` = the folder it was read from. Vectors come later (`attach`): until then that leg finds nothing."""
        self.chunks: Mapping[str, Chunk] = {chunk.id: chunk for chunk in chunks}
        self.analyser = analyser
        self.lexical = lexical
        self.version = version
        self.vectors: Dense | None = None

    @classmethod
    def of(cls, chunks: Iterable[Chunk]) -> "Index":
        """An index in memory, without vectors."""
        found = list(chunks)
        analyser = Analyser.of(chunk.search_text for chunk in found)
        return cls(found, analyser, build_lexical(found, analyser))

    @classmethod
    def of_corpus(cls, corpus: Corpus) -> "Index":
        """An index of the corpus in memory, without vectors: for tests and for fitting."""
        return cls.of(corpus_chunks(corpus))

    def words(self, query: str, k: int, level: str = "section") -> list[Hit]:
        """BM25 over stems; at level `topic` the hits name documents."""
        if level == "topic":
            return self.lexical.topic_words.search(self.terms(query), k)
        return self.lexical.words.search(self.analyser.all_terms(query), k)

    def grams(self, query: str, k: int, level: str = "section") -> list[Hit]:
        """BM25 over character 4-grams; at level `topic` the hits name documents."""
        leg = self.lexical.topic_grams if level == "topic" else self.lexical.grams
        return leg.search(grams(query), k)

    def questions(self, query: str, k: int) -> list[Hit]:
        """The sections with the nearest question variant, score 0 to 1."""
        return self.lexical.variants.search(self.terms(query), grams(query), k)

    def dense(self, query: str, k: int) -> list[Hit]:
        """The nearest vectors, score = cosine; empty while there is no embedder."""
        return self.vectors.search(query, k) if self.vectors and query.strip() else []

    def attach(self, dense: Dense) -> None:
        """Use these vectors from now on."""
        self.vectors = dense

    def terms(self, text: str) -> list[str]:
        """The stems of a text, compounds split, without stop words."""
        return self.analyser.terms(text)

    def idf(self, term: str) -> float:
        """How rare a stem is (about 0 to ln(chunks) + 1); highest for one that no chunk holds."""
        return math.log((1 + len(self.chunks)) / (1 + self.lexical.frequency.get(term, 0))) + 1


def build_lexical(chunks: Sequence[Chunk], analyser: Analyser) -> Lexical:
    """The legs over `chunks`, one after the other to spare memory."""
    ids = [chunk.id for chunk in chunks]
    words = Bm25.fit(ids, Numbered.of(analyser.all_terms(c.search_text) for c in chunks))
    owners = [chunk.document_id for chunk in chunks]
    terms = Numbered.of(analyser.terms(chunk.search_text) for chunk in chunks)
    frequency = terms.frequency()
    topic_words = Bm25.fit(*terms.joined(owners))
    pieces = Numbered.of(grams(chunk.search_text) for chunk in chunks)
    variants = [(chunk.id, text) for chunk in chunks for text in chunk.questions]
    return Lexical(
        words=words, grams=Bm25.fit(ids, pieces), topic_words=topic_words,
        topic_grams=Bm25.fit(*pieces.joined(owners)),
        variants=Variants.fit(variants, analyser.terms, grams), frequency=frequency,
    )  # fmt: skip
