"""Files in, searchable sections out. This room knows structure, not meaning."""

from ingest.embed import load_embedder
from ingest.index import Chunk, Hit, Index, build_index, corpus_chunks, needs_build, open_index, ready_index, warm

__all__ = [
    "Chunk", "Hit", "Index", "build_index", "corpus_chunks", "load_embedder", "needs_build", "open_index",
    "ready_index", "warm",
]  # fmt: skip
