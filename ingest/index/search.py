"""The index as the assistant searches it. Read-only, safe to share between threads."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from ingest.dutch import Analyser, grams
from ingest.index.bm25 import Bm25, Hit
from ingest.index.chunk import Chunk, corpus_chunks
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
    """The legs over `chunks`."""
    ids = [chunk.id for chunk in chunks]
    every = [analyser.all_terms(chunk.search_text) for chunk in chunks]
    terms = [analyser.terms(chunk.search_text) for chunk in chunks]
    pieces = [grams(chunk.search_text) for chunk in chunks]
    topics, topic_terms, topic_pieces = _by_document(chunks, terms, pieces)
    variants = [(chunk.id, text) for chunk in chunks for text in chunk.questions]
    return Lexical(
        words=Bm25.fit(ids, every), grams=Bm25.fit(ids, pieces),
        topic_words=Bm25.fit(topics, topic_terms), topic_grams=Bm25.fit(topics, topic_pieces),
        variants=Variants.fit(variants, analyser.terms, grams),
        frequency=Counter(term for found in terms for term in set(found)),
    )  # fmt: skip


def _by_document(
    chunks: Sequence[Chunk], terms: Sequence[list[str]], pieces: Sequence[list[str]]
) -> tuple[list[str], list[list[str]], list[list[str]]]:
    joined_terms: dict[str, list[str]] = defaultdict(list)
    joined_pieces: dict[str, list[str]] = defaultdict(list)
    for chunk, found, gram in zip(chunks, terms, pieces, strict=True):
        joined_terms[chunk.document_id] += found
        joined_pieces[chunk.document_id] += gram
    return list(joined_terms), list(joined_terms.values()), list(joined_pieces.values())
