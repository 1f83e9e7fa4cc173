"""The one object that every screen and command talks to."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Answerer
from assistant.appointment import Answers as AppointmentAnswers
from assistant.appointment import load_forms, prepare_appointment, questions
from assistant.ask.cite import contact
from assistant.local import Local
from assistant.messages import fill_message, message_listings
from assistant.models import (
    Answer,
    AppointmentSheet,
    Contact,
    FormQuestion,
    Letter,
    Message,
    MessageListing,
    ProcedureListing,
    Rights,
    Walk,
)
from assistant.plain import in_own_words, shorter
from assistant.procedures import Procedure, listing, load_procedures, walk
from assistant.rights import check_rights, load_book
from assistant.sentences import Sentences
from assistant.settings import Settings
from ingest import Index, warm
from ingest.errors import ModelMissing, UnknownAnswer
from ingest.models import Corpus, SectionId

if TYPE_CHECKING:
    from assistant.llm import LanguageModel


class Wegwijs:
    """Answers questions, explains letters, walks procedures. Safe to share between threads."""

    def __init__(
        self, corpus: Corpus, open_index: Callable[[], Index], sentences: Sentences, settings: Settings
    ) -> None:
        """Made by `assistant.build.build_wegwijs`. `open_index` is called at the first question, and by `warm`
        when the index on disk proves damaged.
        """
        self.corpus = corpus
        self.sentences = sentences
        self.settings = settings
        self._open_index = open_index
        self._local = Local(settings.home, corpus.organisations)

    def answer(self, question: str, history: Sequence[str] = (), today: date | None = None) -> Answer:
        """The answer to a question; `history` = earlier questions of this talk, oldest first."""
        return self._local.in_answer(self._answerer.answer(question, history, today=today or self.settings.day()))

    @property
    def rewrites(self) -> bool:
        """Whether a language model is set: then `rewrite` may say an answer in other words."""
        return self.settings.llm.strip().lower() not in {"", "none"}

    def rewrite(self, answer: Answer) -> Answer:
        """The answer in the words of the language model, each sentence proven; or the answer as it was. Never raises.

        Takes as long as the model does, at most `llm_seconds`.
        """
        if not self.rewrites:
            return answer
        from assistant.llm import rewrite, with_note

        try:
            model = self._language_model
        except ModelMissing as error:
            return with_note(answer, error, self.sentences)
        return rewrite(answer, model, self.corpus, self.sentences) if model else answer

    def explain_letter(self, path: Path | Sequence[Path], today: date | None = None) -> Letter:
        """The explained letter; several paths are the pages of one letter. Raises UnreadableFile."""
        from assistant.letter import explain_letter
        from ingest.readers import read_pages

        read = read_pages([path] if isinstance(path, Path) else list(path))
        return self._local.in_letter(explain_letter(read, self.corpus, today=today or self.settings.day()))

    def procedures(self) -> tuple[ProcedureListing, ...]:
        """The guided procedures, by title."""
        return tuple(sorted(map(listing, self._procedures.values()), key=lambda row: row.title))

    def walk(self, procedure: str, answers: Mapping[str, str], today: date | None = None) -> Walk:
        """The procedure walked as far as `answers` reach. Raises UnknownAnswer for an unknown id or value."""
        if procedure not in self._procedures:
            raise UnknownAnswer("unknown procedure id", reason="procedure", id=procedure[:60])
        found = self._procedures[procedure]
        walked = walk(found, answers, self.corpus, today or self.settings.day())
        return self._local.in_walk(walked, self._general(found.contacts))

    def check_rights(self, answers: Mapping[str, object]) -> Rights:
        """The rights that fit `answers`, in groups. Raises UnknownAnswer for an unknown id or value."""
        return self._local.in_rights(
            check_rights(load_book(), answers, self.corpus, self._procedures, self.sentences)
        )

    def appointment_questions(self) -> tuple[FormQuestion, ...]:
        """What the appointment sheet asks, in order."""
        return questions(load_forms())

    def prepare_appointment(self, answers: AppointmentAnswers, today: date | None = None) -> AppointmentSheet:
        """The sheet for one talk. Raises UnknownAnswer for an unknown id or value."""
        return self._local.in_sheet(prepare_appointment(answers, self.corpus, today or self.settings.day()))

    def messages(self) -> tuple[MessageListing, ...]:
        """The messages and phone scripts, with what each asks for."""
        return message_listings()

    def fill_message(self, name: str, answers: Mapping[str, str]) -> Message:
        """The message with its holes filled. Raises UnknownAnswer for an unknown message, id or value."""
        return fill_message(name, answers, self.corpus)

    def contacts(self, ids: Sequence[str]) -> tuple[Contact, ...]:
        """The organisations with these ids, in the same order; unknown ids are left out."""
        return self._local.contacts(self._general(ids))

    def what_they_do(self, ids: Sequence[str]) -> dict[str, str]:
        """Name of each of these organisations -> what it does for you, in one sentence."""
        known = self.corpus.organisations
        return {known[name].name: known[name].does for name in ids if name in known}

    def _general(self, ids: Sequence[str]) -> list[Contact]:
        known = self.corpus.organisations
        return [contact(known[name]) for name in ids if name in known]

    def candidates(self, question: str, history: Sequence[str] = ()) -> list[SectionId]:
        """The sections that may answer, best first: for measuring the retriever."""
        return self._answerer.candidates(question, history)

    def forced_answer(self, question: str, history: Sequence[str] = ()) -> tuple[Answer, dict[str, float]]:
        """The answer as if we were sure, with the features of the confidence: for calibrating it."""
        return self._answerer.forced(question, history, self.settings.day())

    def simpler(self, text: str) -> str:
        """A plain text made shorter still, quotes in our own words: "Nog eenvoudiger"."""
        return shorter(in_own_words(text), self.corpus.glossary)

    def forget_index(self) -> None:
        """Let go of the index in memory: after a wipe no answer may come from documents that are gone."""
        self.__dict__.pop("_answerer", None)

    def warm(self) -> None:
        """Open the vectors too (1 to 8 seconds; meant for a background thread) and use them from then on."""
        index = warm(self._answerer.index, self._open_index)
        self.__dict__["_answerer"] = Answerer(self.corpus, index, self.sentences)

    @cached_property
    def _answerer(self) -> Answerer:
        return Answerer(self.corpus, self._open_index(), self.sentences)

    @cached_property
    def _language_model(self) -> "LanguageModel | None":
        from assistant.llm import load_model

        return load_model(self.settings)

    @cached_property
    def _procedures(self) -> Mapping[str, Procedure]:
        return load_procedures()
