"""Questions whose own words the index has not seen: what the reranker is fitted and the legs are measured on.

In each fold one question variant of every section stays out of the index and out of all training, so that a
question meets its section only through other words. People also type what a variant says already; one question
in three is therefore one that the index knows. Questions in other languages are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import simplemma

from assistant.ask.intent import barriers, intents
from assistant.ask.learned import Learned
from assistant.ask.normalise import Query, Vocabulary, normalise
from assistant.ask.rerank import Need
from assistant.ask.train import train
from ingest import Chunk, Index, corpus_chunks, trained_embedder, trial_index
from ingest.models import Corpus, SectionId

FOLDS = 5


class Case(NamedTuple):
    """A held-out question, what it needs, and the section it was written for."""

    query: Query
    need: Need
    wanted: SectionId
    is_known: bool = False
    """Whether the index holds this very question."""

    @property
    def document(self) -> str:
        """The document of the wanted section."""
        return self.wanted.partition("#")[0]


class Fold(NamedTuple):
    """An index and a classifier that have not seen one variant of each section, and the questions put to them."""

    searched: Index
    learned: Learned
    cases: tuple[Case, ...]


class HeldOut:
    """The folds of a corpus."""

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        """`vocabulary` as the answerer uses it."""
        self.corpus = corpus
        self.vocabulary = vocabulary

    def folds(self) -> Iterator[Fold]:
        """Every fold; each takes about a minute (an embedder and a classifier are trained)."""
        for number in range(FOLDS):
            kept = [without_variant(chunk, number) for chunk in self._chunks]
            index = trial_index(kept, trained_embedder(kept, self.corpus))
            yield Fold(index, train(kept, self.vocabulary), tuple(self._cases(number)))

    def _cases(self, number: int) -> Iterator[Case]:
        for at, chunk in enumerate(self._chunks):
            if 1 < len(chunk.questions) > number:
                yield from self._case(chunk, number, is_known=False)
                if at % 2:
                    yield from self._case(chunk, (number + 1) % len(chunk.questions), is_known=True)

    def _case(self, chunk: Chunk, number: int, *, is_known: bool) -> Iterator[Case]:
        query = normalise(chunk.questions[number], self.vocabulary)
        if is_dutch(query.plain):
            yield Case(query, Need(intents(query), barriers(query)), chunk.id, is_known=is_known)

    @cached_property
    def _chunks(self) -> list[Chunk]:
        return list(corpus_chunks(self.corpus))


def is_dutch(text: str) -> bool:
    """Whether the words are Dutch rather than English or French."""
    dutch, *others = (simplemma.in_target_language(text, lang=language) for language in ("nl", "en", "fr"))
    return bool(dutch >= max(others))


def without_variant(chunk: Chunk, number: int) -> Chunk:
    """The chunk without its question variant `number` (from 0); one that has a single variant keeps it."""
    if len(chunk.questions) < 2:
        return chunk
    return chunk._replace(questions=tuple(q for at, q in enumerate(chunk.questions) if at != number))


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
