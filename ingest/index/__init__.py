"""The index: chunks, the legs that find them, and the artefact on disk."""

from ingest.index.bm25 import Hit
from ingest.index.chunk import Chunk, corpus_chunks, section_chunk
from ingest.index.search import Index

__all__ = ["Chunk", "Hit", "Index", "corpus_chunks", "section_chunk"]
