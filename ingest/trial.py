"""Indexes in memory with an embedder of their own: to measure retrieval on questions that it has not seen."""

from collections.abc import Sequence

from ingest.embed import BuiltinEmbeddings
from ingest.index.chunk import Chunk
from ingest.index.search import Index
from ingest.index.vectors import ExactVectors
from ingest.models import Corpus


def trained_embedder(chunks: Sequence[Chunk], corpus: Corpus) -> BuiltinEmbeddings:
    """An embedder trained on `chunks` and on the words that `corpus` explains; takes seconds."""
    from ingest.train import glossary_pairs, train  # also run as a program, so never imported beforehand

    tokenizer, rows = train(chunks, glossary_pairs(corpus))
    return BuiltinEmbeddings(tokenizer, rows, "trial")


def trial_index(chunks: Sequence[Chunk], embedder: BuiltinEmbeddings) -> Index:
    """An index of `chunks` in memory with all its legs."""
    index = Index.of(chunks)
    vectors = embedder.vectors([chunk.passage for chunk in chunks])
    index.attach(ExactVectors([chunk.id for chunk in chunks], vectors, embedder))
    return index
