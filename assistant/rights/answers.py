"""What somebody answered, typed: closed answers by question, and the income as a range in euro."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.rights.model import DO_NOT_KNOW, SKIP, Book, Question
from ingest.errors import UnknownAnswer

SEPARATOR = ";"
"""Between the answers to a question of kind `many`, where a list cannot be written."""
MOST = 100_000
"""No monthly income above this is believed: it is a typing error."""


class Income(NamedTuple):
    """Euro a month; `high` is None for no upper bound."""

    low: int
    high: int | None


class Answers(NamedTuple):
    """The known answers. A question that was skipped or not asked is absent."""

    chosen: Mapping[str, frozenset[str]]
    income: Income | None


def read_answers(book: Book, raw: Mapping[str, object]) -> Answers:
    """`raw` as typed answers. Raises UnknownAnswer for an id or value that the book does not have."""
    questions = {question.id: question for question in book.questions}
    chosen: dict[str, frozenset[str]] = {}
    income = None
    for name, value in raw.items():
        if name not in questions:
            raise UnknownAnswer("unknown question id", reason="id", id=name[:60])
        question, words = questions[name], _words(value)
        if not words or set(words) & {DO_NOT_KNOW, SKIP}:
            continue
        if question.kind == "euro":
            income = _income(question, words)
        else:
            chosen[name] = _closed(question, words)
    return Answers(chosen, income)


def _words(value: object) -> list[str]:
    parts = value if isinstance(value, Sequence) and not isinstance(value, str) else str(value).split(SEPARATOR)
    return [word for part in parts if (word := str(part).strip())]


def _closed(question: Question, words: Sequence[str]) -> frozenset[str]:
    if not set(words) <= set(question.answers) or (question.kind == "choice" and len(words) > 1):
        raise _refused(question)
    return frozenset(words)


def _income(question: Question, words: Sequence[str]) -> Income:
    """A band, or a whole sum of euro."""
    word = words[0]
    if len(words) > 1 or not (word in question.bands or word.isdecimal() and int(word) <= MOST):
        raise _refused(question)
    return Income(*question.bands[word]) if word in question.bands else Income(int(word), int(word))


def _refused(question: Question) -> UnknownAnswer:
    options = ", ".join((*question.answers, DO_NOT_KNOW, SKIP))
    return UnknownAnswer("unknown answer value", reason="value", id=question.id, options=options)
