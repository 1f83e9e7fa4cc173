"""Files in, searchable sections out. This room knows structure, not meaning."""

from ingest.dutch import grams
from ingest.embed import load_embedder
from ingest.index import Chunk, Hit, Index, build_index, corpus_chunks, needs_build, open_index, ready_index, warm
from ingest.own import IngestReport, forget_documents, ingest_paths, own_chunks, own_documents
from ingest.passages import GramPassages, Passages
from ingest.trial import trained_embedder, trial_index

__all__ = [
    "Chunk", "GramPassages", "Hit", "IngestReport", "Index", "Passages", "build_index", "corpus_chunks",
    "forget_documents", "grams", "ingest_paths", "load_embedder", "needs_build", "open_index", "own_chunks",
    "own_documents", "ready_index", "trained_embedder", "trial_index", "warm",
]  # fmt: skip
