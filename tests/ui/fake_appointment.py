"""The real sheet and messages for the fake desk: they need no index, only the corpus."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from assistant.appointment import Answers, load_forms, prepare_appointment, questions
from assistant.messages import fill_message, message_listings
from assistant.models import AppointmentSheet, FormQuestion, Message, MessageListing
from ingest.corpus import load_corpus
from ingest.models import Corpus


class FakeBridge:
    """The part of `ui.desk.Desk` that prepares talks and messages."""

    def appointment_questions(self) -> Sequence[FormQuestion]:
        return questions(load_forms())

    def prepare_appointment(self, answers: Answers, today: date | None = None) -> AppointmentSheet:
        return prepare_appointment(answers, _corpus(), today or date(2027, 1, 5))

    def messages(self) -> Sequence[MessageListing]:
        return message_listings()

    def fill_message(self, name: str, answers: Mapping[str, str]) -> Message:
        return fill_message(name, answers, _corpus())


@cache
def _corpus() -> Corpus:
    return load_corpus(today=date(2027, 1, 5))
