"""The index: chunks, the legs that find them, and the artefact on disk."""

from ingest.index.artefact import build_index, needs_build, open_index, ready_index, warm
from ingest.index.bm25 import Hit
from ingest.index.chunk import Chunk, corpus_chunks, section_chunk
from ingest.index.layout import current_version
from ingest.index.search import Index

__all__ = [
    "Chunk", "Hit", "Index", "build_index", "corpus_chunks", "current_version", "needs_build", "open_index",
    "ready_index", "section_chunk", "warm",
]  # fmt: skip
