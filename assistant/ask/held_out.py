"""Questions whose own words the index has not seen: what the reranker is fitted and the legs are measured on.

In each fold one question variant of every section stays out of the index and out of the embedder's training,
so that a question meets its section only through other words. In a second index one document in five is
missing as well: the questions of those documents have no answer there.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from assistant.ask.intent import barriers, intents
from assistant.ask.normalise import Query, Vocabulary, normalise
from assistant.ask.rerank import Need
from ingest import Chunk, Index, corpus_chunks
from ingest.embed import BuiltinEmbeddings
from ingest.index.vectors import ExactVectors
from ingest.models import Corpus, SectionId
from ingest.train import glossary_pairs, train

FOLDS = 5


class Case(NamedTuple):
    """A held-out question, what it needs, and the section it was written for."""

    query: Query
    need: Need
    wanted: SectionId
    has_answer: bool = True

    @property
    def document(self) -> str:
        """The document of the wanted section."""
        return self.wanted.partition("#")[0]


class Fold(NamedTuple):
    """Two indexes and the questions put to each."""

    whole: Index
    cases: tuple[Case, ...]
    reduced: Index
    reduced_cases: tuple[Case, ...]


class HeldOut:
    """The folds of a corpus."""

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        """`vocabulary` as the answerer uses it."""
        self.corpus = corpus
        self.vocabulary = vocabulary

    def folds(self) -> Iterator[Fold]:
        """Every fold; each takes some seconds (an embedder is trained)."""
        for number in range(FOLDS):
            kept = [without_variant(chunk, number) for chunk in self._chunks]
            tokenizer, rows = train(kept, glossary_pairs(self.corpus))
            embedder = BuiltinEmbeddings(tokenizer, rows, f"fold-{number}")
            missing = {document for at, document in enumerate(self._documents) if at % FOLDS == number}
            reduced = [chunk for chunk in kept if chunk.document_id not in missing]
            cases = tuple(self._cases(number))
            yield Fold(
                with_vectors(kept, embedder), cases,
                with_vectors(reduced, embedder),
                tuple(case._replace(has_answer=case.document not in missing) for case in cases),
            )  # fmt: skip

    def _cases(self, number: int) -> Iterator[Case]:
        for chunk in self._chunks:
            if number < len(chunk.questions) and len(chunk.questions) > 1:
                query = normalise(chunk.questions[number], self.vocabulary)
                yield Case(query, Need(intents(query), barriers(query)), chunk.id)

    @cached_property
    def _chunks(self) -> list[Chunk]:
        return list(corpus_chunks(self.corpus))

    @cached_property
    def _documents(self) -> list[str]:
        return list(dict.fromkeys(chunk.document_id for chunk in self._chunks))


def without_variant(chunk: Chunk, number: int) -> Chunk:
    """The chunk without its question variant `number` (from 0); one that has a single variant keeps it."""
    if len(chunk.questions) < 2:
        return chunk
    return chunk._replace(questions=tuple(q for at, q in enumerate(chunk.questions) if at != number))


def with_vectors(chunks: list[Chunk], embedder: BuiltinEmbeddings) -> Index:
    """An index in memory with all its legs."""
    index = Index.of(chunks)
    ids = [chunk.id for chunk in chunks]
    index.attach(ExactVectors(ids, embedder.vectors([chunk.passage for chunk in chunks]), embedder))
    return index


def scores(rankings: Iterable[tuple[Case, list[SectionId]]]) -> Mapping[str, float]:
    """R@1, R@5 and MRR of the wanted section, and R@1 of its document; shares of 0 to 1."""
    rows = [(case, found) for case, found in rankings]
    count = max(1, len(rows))
    places = [found.index(case.wanted) + 1 if case.wanted in found else 0 for case, found in rows]
    topic = sum(bool(found) and found[0].partition("#")[0] == case.document for case, found in rows)
    return {
        "cases": len(rows),
        "R@1": sum(place == 1 for place in places) / count,
        "R@5": sum(0 < place <= 5 for place in places) / count,
        "MRR": sum(1 / place for place in places if place) / count,
        "topic R@1": topic / count,
    }
