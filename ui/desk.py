"""What the screen asks of the assistant: `assistant.Wegwijs` offers it, tests play it with a fake."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from assistant.appointment import Answers
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


class Desk(Protocol):
    """The part of `Wegwijs` that the screen uses. Every method may raise a `WegwijsError`."""

    def answer(self, question: str, history: Sequence[str] = (), today: date | None = None) -> Answer:
        """The answer to one question; `history` = earlier questions, oldest first."""
        ...

    @property
    def rewrites(self) -> bool:
        """Whether a language model is set that may say an answer in other words."""
        ...

    def rewrite(self, answer: Answer) -> Answer:
        """The answer in other words, proven; or the answer as it was. Slow; never raises."""
        ...

    def explain_letter(self, path: Path | Sequence[Path], today: date | None = None) -> Letter:
        """The explained letter; several paths are the pages of one letter, in order."""
        ...

    def procedures(self) -> Sequence[ProcedureListing]:
        """The guided procedures."""
        ...

    def walk(self, procedure: str, answers: Mapping[str, str], today: date | None = None) -> Walk:
        """The procedure walked as far as `answers` reach."""
        ...

    def check_rights(self, answers: Mapping[str, str]) -> Rights:
        """The rights that fit the answers so far, in groups, with the questions that are open."""
        ...

    def appointment_questions(self) -> Sequence[FormQuestion]:
        """What the appointment sheet asks, in order."""
        ...

    def prepare_appointment(self, answers: Answers, today: date | None = None) -> AppointmentSheet:
        """The sheet for one talk."""
        ...

    def messages(self) -> Sequence[MessageListing]:
        """The messages and phone scripts, with what each asks for."""
        ...

    def fill_message(self, name: str, answers: Mapping[str, str]) -> Message:
        """The message with its holes filled."""
        ...

    def simpler(self, text: str) -> str:
        """The text in even fewer and simpler words."""
        ...

    def forget_index(self) -> None:
        """Let go of the index in memory, after its documents were wiped."""
        ...

    def contacts(self, ids: Sequence[str]) -> Sequence[Contact]:
        """The organisations with these ids, in the same order; unknown ids are left out."""
        ...

    def what_they_do(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Name of each of these organisations -> what it does for you, in one sentence."""
        ...
