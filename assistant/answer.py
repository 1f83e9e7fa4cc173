"""From question to answer, top to bottom: read, route, rank (in a talk too), decide, compose, cite, check."""

from collections.abc import Sequence
from datetime import date, datetime
from time import perf_counter

from assistant.ask import check, cite, fixed, foreign, own
from assistant.ask.compose import compose
from assistant.ask.coverage import coverage
from assistant.ask.decide import Decision, confidence_features, decide
from assistant.ask.intent import hangs
from assistant.ask.normalise import Query
from assistant.ask.parts import parts
from assistant.ask.ranking import Found, Ranker
from assistant.ask.rerank import Need, Ranked
from assistant.ask.route import ordinary, route, worry
from assistant.ask.show import answer_text
from assistant.models import Answer, HardWord
from assistant.plain import hard_words, measure
from assistant.sentences import Sentences
from ingest import Index
from ingest.models import Corpus, SectionId

UNSURE = 0.75
"""Below this confidence the answer says that it may be about something else."""
OWN_FROM, OWN_SURE = 0.75, 0.8
"""An own document answers from this coverage on; how sure we are of it when it carries the whole question."""
STANDS_ALONE = 0.8
"""From this confidence on, a second question without "dat" or "dan" is not read as going on from the first."""


class Answerer:
    """Answers questions from the corpus and the index. Safe to share between threads."""

    def __init__(self, corpus: Corpus, index: Index, sentences: Sentences) -> None:
        """`index` must be built from `corpus`."""
        self.corpus = corpus
        self.index = index
        self.sentences = sentences
        self.ranker = Ranker(corpus, index)

    def answer(self, question: str, history: Sequence[str] = (), *, today: date, now: datetime | None = None) -> Answer:
        """The answer to `question`; `history` = earlier questions of this talk, oldest first. Never raises on text."""
        started = perf_counter()
        query = self.ranker.read(question)
        label = route(query, in_talk=bool(history))
        mine = self._own_document(query, history) if label == "out-of-scope" and self.ranker.has_own else None
        found = mine or (
            self._from_sources(query, history, today)
            if label == "answer"
            else fixed.answer(query, label, self.corpus, self.sentences, now=now or datetime.now(), today=today)
        )
        if found.kind == "crisis":
            found = self._with_practical(found, query, history, today)
        elif found.kind == "answer" and (kind := worry(query.clean)):
            found = fixed.with_care(found, kind, self.corpus)
        return self._finish(found, started)

    def _from_sources(self, query: Query, history: Sequence[str], today: date) -> Answer:
        asked = parts(query.clean)
        if len(asked) == 2:
            one, other = map(self.ranker.read, asked)
            first = self._one(one, history, today)
            second = self._one(other, history, today)
            if second.kind != "answer" or second.confidence < STANDS_ALONE or hangs(other):
                second = self._one(other, (*history, one.clean), today)
            if first.kind == second.kind == "answer" and second.summary not in fixed.without_more(first):
                return fixed.both(query, first, second, self.sentences)
        return self._one(query, history, today)

    def candidates(self, question: str, history: Sequence[str] = ()) -> list[SectionId]:
        """The sections that may answer, best first, whatever the decision would be."""
        return [found.section for found in self.ranker.rank(self.ranker.read(question), history).ranked]

    def forced(self, question: str, history: Sequence[str], today: date) -> tuple[Answer, dict[str, float]]:
        """The answer as if we were sure, and the features the confidence is reckoned from: for calibration.

        No features when the question never reaches the sources.
        """
        query = self.ranker.read(question)
        found = self.ranker.rank(query, history)
        if route(query, in_talk=bool(history)) != "answer" or not found.ranked:
            return self.answer(question, history, today=today), {}
        features = confidence_features(found.ranked, self.ranker.carried(found), _ordinary(query, found))
        return self._compose(query, Decision("answer", 1.0, tuple(found.ranked)), found.need, today), features

    def _one(self, query: Query, history: Sequence[str], today: date) -> Answer:
        found = self.ranker.rank(query, history)
        carried, words = self.ranker.carried(found), len(query.clean.split())
        decision = decide(
            found.ranked, carried, words=words, ordinary=_ordinary(query, found), in_talk=not found.alone
        )
        if mine := self._own(found.whole, found.ranked, more_than=carried if decision.kind == "answer" else 0.0):
            return mine
        if decision.kind == "clarify":
            return fixed.clarify(query, decision, self.corpus, self.sentences)
        if decision.kind == "abstain":
            return fixed.abstain(query, decision, self.corpus, self.sentences)
        return self._compose(query, decision, found.need, today)

    def _own_document(self, query: Query, history: Sequence[str]) -> Answer | None:
        """What the router takes for another field may be just what the team's own document is about."""
        found = self.ranker.rank(query, history)
        return self._own(found.whole, found.ranked, more_than=0.0)

    def _own(self, query: Query, ranked: Sequence[Ranked], *, more_than: float) -> Answer | None:
        """The answer of the team's own document that carries the question, and more of it than `more_than` (0 to 1).

        The reranker and the confidence know only sections of the corpus, so coverage alone decides here.
        """
        chunks = [self.index.chunks[found.section] for found in ranked if found.section not in self.ranker.sections]
        shares = [coverage(query, chunk, self.index) for chunk in chunks]
        sure = max(shares, default=0.0)
        if sure < OWN_FROM or sure <= more_than:
            return None
        return own.answer(query, chunks[shares.index(sure)], OWN_SURE * sure, self.sentences)

    def _compose(self, query: Query, decision: Decision, need: Need, today: date) -> Answer:
        best = decision.sections[0].section
        if best not in self.ranker.sections:
            return own.answer(query, self.index.chunks[best], decision.confidence, self.sentences)
        draft = check.drop_unproven(compose(decision.sections, need, self.corpus, self.sentences))
        if not check.is_proven(draft.used):
            return fixed.abstain(query, decision, self.corpus, self.sentences)
        citations = cite.cite(draft.used, self.corpus)
        document, _ = self.corpus.section(best)
        found = Answer(
            question=query.original, kind="answer", label="answer", confidence=round(decision.confidence, 3),
            summary=draft.summary, answer="", steps=draft.steps, bring=draft.bring, deadlines=draft.deadlines,
            contacts=cite.contacts(draft.sections, self.corpus), citations=citations,
            uncertain=(
                *(self._unsure(best) if decision.confidence < UNSURE else ()),
                *cite.uncertain(draft.sections, citations, self.corpus, today, self.sentences),
            ),
            procedures=document.procedures, more=draft.more,
        )  # fmt: skip
        return found.model_copy(update={"answer": answer_text(found, draft.details, self.sentences)})

    def _unsure(self, best: SectionId) -> tuple[str, str]:
        """What the answer is about, so that a reader sees when it is not the question, and that we are not sure."""
        about = self.sentences.say("uncertain.about", heading=self.corpus.section(best)[1].heading)
        return about, self.sentences["uncertain.unsure"]

    def _with_practical(self, found: Answer, query: Query, history: Sequence[str], today: date) -> Answer:
        """A crisis answer keeps its number first; the practical answer follows, if we are sure of one."""
        practical = self._one(query, history, today)
        if practical.kind != "answer" or practical.confidence < 0.8:
            return found
        return fixed.with_practical(found, practical, self.sentences)

    def _finish(self, found: Answer, started: float) -> Answer:
        words = hard_words(found.answer, self.corpus.glossary)
        return found.model_copy(
            update={
                "difficult_words": words,
                "readability": measure(found.answer),
                "answer": self._with_key_sentence(found, words),
                "seconds": round(perf_counter() - started, 4),
            }
        )

    def _with_key_sentence(self, found: Answer, words: Sequence[HardWord]) -> str:
        """The text of the answer; after a French or English question its hard words in that language come second."""
        key = foreign.key_sentence(found.question, words, self.sentences) if found.kind == "answer" else None
        if key is None:
            return found.answer
        return fixed.second(found.answer, key)


def _ordinary(query: Query, found: Found) -> float:
    """How likely this is an ordinary question; a few words in a talk are taken as one."""
    return ordinary(query.plain) if found.alone else 1.0
