"""Files in, searchable sections out. This room knows structure, not meaning."""

from ingest.index import Chunk, Hit, Index, corpus_chunks

__all__ = ["Chunk", "Hit", "Index", "corpus_chunks"]
