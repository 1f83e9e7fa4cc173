"""The sections that may answer a question, best first, alone or in a talk."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from assistant.ask import talk
from assistant.ask.coverage import coverage
from assistant.ask.intent import barriers, hangs, intents
from assistant.ask.normalise import Query, Vocabulary, normalise
from assistant.ask.rerank import Need, Ranked, rerank
from assistant.ask.retrieve import retrieve
from ingest import Index
from ingest.models import Corpus, Section, SectionId

TURNS = 8
"""So many earlier questions are looked at; what was asked before them no longer counts."""


class Found(NamedTuple):
    """The question made whole, what it needs, the sections, and whether it stands alone."""

    whole: Query
    """With the words of the earlier question it hangs on."""
    need: Need
    ranked: list[Ranked]
    alone: bool


class Ranker:
    """Ranks the sections of the corpus and the chunks of own documents. Safe to share between threads."""

    def __init__(self, corpus: Corpus, index: Index) -> None:
        """`index` must be built from `corpus`."""
        self.corpus = corpus
        self.index = index

    def read(self, text: str) -> Query:
        """The question as typed, in the shapes that the steps need."""
        return normalise(text, self.vocabulary)

    def rank(self, query: Query, history: Sequence[str]) -> Found:
        """The sections for `query`; `history` = earlier questions of this talk, oldest first."""
        need = _need(query)
        alone = self._ranked(query, need)
        if not history:
            return Found(query, need, alone, alone=True)
        earlier = self._earlier(history)
        if talk.changes_subject(query, alone, earlier.ranked):
            return Found(query, need, alone, alone=True)
        whole = talk.joined(query, earlier.anchor)
        return Found(whole, need, talk.in_talk(query, self._ranked(whole, need), earlier), alone=False)

    def carried(self, found: Found) -> float:
        """The share (0 to 1) of the question's weight that the best section carries; 0 when there is none."""
        chunk = self.index.chunks[found.ranked[0].section] if found.ranked else None
        return coverage(found.whole, chunk, self.index) if chunk else 0.0

    def _earlier(self, history: Sequence[str]) -> talk.Earlier:
        """What the talk is about: the question that set the subject, with those that filled it in."""
        first, *later = (self.read(text) for text in history[-TURNS:])
        anchor, ranked = first, self._ranked(first, _need(first))
        said = _best(ranked)
        for query in later:
            if hangs(query):
                continue
            need = _need(query)
            alone = self._ranked(query, need)
            if talk.changes_subject(query, alone, ranked):
                anchor, ranked = query, alone
            else:
                anchor = talk.joined(query, anchor)
                ranked = talk.in_talk(query, self._ranked(anchor, need), self._known(anchor, ranked, said))
            said |= _best(alone) | _best(ranked)
        return self._known(anchor, ranked, said)

    def _known(self, anchor: Query, ranked: Sequence[Ranked], said: frozenset[SectionId]) -> talk.Earlier:
        field = self._fields.get(ranked[0].section.partition("#")[0], frozenset()) if ranked else frozenset()
        return talk.Earlier(anchor, ranked, said, field)

    def _ranked(self, query: Query, need: Need) -> list[Ranked]:
        return rerank(retrieve(query, self.index), self.sections, need)

    @cached_property
    def sections(self) -> Mapping[SectionId, Section]:
        """Every section of the corpus by its id."""
        return {d.section_ref(s): s for d in self.corpus.documents for s in d.sections}

    @cached_property
    def has_own(self) -> bool:
        """Whether the team added documents of its own."""
        return not self.index.chunks.keys() <= self.sections.keys()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that the corpus and its readers use."""
        return Vocabulary.of_corpus(self.corpus)

    @cached_property
    def _fields(self) -> Mapping[str, frozenset[str]]:
        """For each document those of the same field, itself among them."""
        documents = self.corpus.documents
        return {d.id: frozenset(other.id for other in documents if other.domain == d.domain) for d in documents}


def _need(query: Query) -> Need:
    return Need(intents(query), barriers(query))


def _best(ranked: Sequence[Ranked]) -> frozenset[SectionId]:
    return frozenset(found.section for found in ranked[:1])
