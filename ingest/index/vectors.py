"""The dense leg: nearest vectors, exact in memory or from Chroma.

Both find the same chunks (tests/ingest/index/test_vectors.py). The exact one needs no import that takes
time and serves one question from the command line; Chroma serves the rest, through LangChain's VectorStore.
"""

import logging
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from ingest.embed import Embedder
from ingest.index.bm25 import Hit, best_hits
from ingest.index.chunk import Chunk

if TYPE_CHECKING:  # 0.35 s that a question from the command line need not wait for
    from langchain_core.vectorstores import VectorStore

log = logging.getLogger(__name__)
Vectors = NDArray[np.float32]
CHROMA = "chroma"
"""The folder of the Chroma store inside a version."""
BATCH = 5000
"""Chroma takes at most 5,461 rows at once."""
HNSW = {"space": "cosine", "ef_search": 400, "ef_construction": 200, "max_neighbors": 32}
"""Finds .99 of the true neighbours even on random vectors; the defaults find .64."""


class ExactVectors:
    """All vectors in memory: cosine with each."""

    def __init__(self, ids: Sequence[str], vectors: Vectors, embedder: Embedder) -> None:
        """`vectors` has a row of length 1 for each id."""
        self.ids = ids
        self.vectors = vectors
        self.embedder = embedder

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` nearest chunks, best first, score = cosine above 0; empty while the embedder is not loaded."""
        if not self.embedder.is_ready or not self.ids:
            return []
        return best_hits(self.vectors @ np.asarray(self.embedder.embed_query(query), dtype=np.float32), self.ids, k)


class ChromaVectors:
    """The vectors in Chroma; the exact ones answer when the store fails under our feet."""

    def __init__(self, store: "VectorStore", exact: ExactVectors) -> None:
        """`store` must hold the rows of `exact`."""
        self.store = store
        self.exact = exact

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` nearest chunks, best first, score = cosine above 0."""
        if not self.exact.ids or not any(vector := self.exact.embedder.embed_query(query)):
            return []
        from chromadb.errors import ChromaError

        store: Any = self.store
        try:
            found = store.similarity_search_by_vector_with_relevance_scores(vector, k=min(k, len(self.exact.ids)))
        except (ChromaError, ValueError, OSError) as error:
            log.warning("vector store failed, exact search answers: %s", type(error).__name__)
            return self.exact.search(query, k)
        hits = [Hit(document.id, 1 - distance) for document, distance in found]
        return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: (-hit.score, hit.chunk_id))


def open_store(version: Path, embedder: Embedder) -> "VectorStore":
    """The Chroma collection of a version, made when it does not exist."""
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    client = chromadb.PersistentClient(str(version / CHROMA), settings=Settings(anonymized_telemetry=False))
    store: VectorStore = Chroma(
        client=client, collection_name=collection_name(embedder.id), embedding_function=_as_langchain(embedder),
        collection_configuration={"hnsw": HNSW},
        collection_metadata={"embedder": embedder.id, "dimension": embedder.dimension},
    )  # fmt: skip
    return store


def write_store(version: Path, chunks: Sequence[Chunk], vectors: Vectors, embedder: Embedder) -> None:
    """Put every chunk in a new Chroma collection. One process only: two writers break it without a sound."""
    store = open_store(version, Known(chunks, vectors, embedder))
    for start in range(0, len(chunks), BATCH):
        batch = chunks[start : start + BATCH]
        store.add_documents([chunk.as_document() for chunk in batch], ids=[chunk.id for chunk in batch])


def collection_name(embedder_id: str) -> str:
    """Another embedder is another collection; the name holds only what Chroma allows."""
    return f"chunks-{sha256(embedder_id.encode()).hexdigest()[:16]}"


class Known(Embeddings):
    """An embedder for passages whose vectors are known already."""

    is_ready = True

    def __init__(self, chunks: Sequence[Chunk], vectors: Vectors, embedder: Embedder) -> None:
        """`vectors` has a row for each chunk, made by `embedder`."""
        self.id = embedder.id
        self.dimension = embedder.dimension
        self._embedder = embedder
        self._known = {chunk.passage: vector for chunk, vector in zip(chunks, vectors, strict=True)}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The known vectors. Raises KeyError for a text that is no passage."""
        return [self._known[text].tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """By the embedder itself."""
        return self._embedder.embed_query(text)


def _as_langchain(embedder: Embedder) -> Embeddings:
    if not isinstance(embedder, Embeddings):
        raise TypeError(f"{type(embedder).__name__} is no LangChain Embeddings")
    return embedder
