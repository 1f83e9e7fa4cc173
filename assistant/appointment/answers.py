"""The answers to the five questions, checked against their closed values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from assistant.appointment.model import Forms
from assistant.models import FormQuestion
from assistant.procedures.walk import DO_NOT_KNOW, SKIP
from ingest.errors import UnknownAnswer

MAX_CHARACTERS = 200
HOUR = re.compile(r"^([01]?\d|2[0-3])(?:[:.u]([0-5]\d)|\s?u(?:ur)?)?$")

Answers = Mapping[str, str | Sequence[str]]
"""Question id -> value; a list for a question of kind `many`."""


def questions(forms: Forms) -> tuple[FormQuestion, ...]:
    """The questions in order; the one about barriers gets its options from the barriers."""
    names = {barrier.id: barrier.name for barrier in forms.barriers}
    return tuple(
        question.model_copy(update={"options": names}) if question.id == "drempels" else question
        for question in forms.questions
    )


def checked(answers: Answers, known: Iterable[FormQuestion]) -> dict[str, tuple[str, ...]]:
    """The answers that say something, each as a tuple. Raises UnknownAnswer that names the id."""
    by_id = {question.id: question for question in known}
    found = {}
    for name, value in answers.items():
        if name not in by_id:
            raise UnknownAnswer("unknown question id", reason="id", id=name[:60])
        values = _values(by_id[name], value)
        if values:
            found[name] = values
    return found


def still_open(answers: Mapping[str, tuple[str, ...]], known: Iterable[FormQuestion]) -> tuple[str, ...]:
    """What to ask for the questions without an answer."""
    return tuple(row.ask for row in known if row.id not in answers and is_asked(row, answers))


def is_asked(question: FormQuestion, answers: Mapping[str, Sequence[str]]) -> bool:
    """Whether the other answers call for this question."""
    return all(value in answers.get(name, ()) for name, value in question.only_if.items())


def clock(value: str) -> time | None:
    """`10:30`, `10.30`, `10u30`, `10u`, `10 uur` or `10` as a time; None when it is no hour."""
    hit = HOUR.match(value.strip())
    return time(int(hit[1]), int(hit[2] or 0)) if hit else None


def _values(question: FormQuestion, value: object) -> tuple[str, ...]:
    rows = list(value) if isinstance(value, list | tuple) else [value]
    if len(rows) > 1 and question.kind != "many":
        raise UnknownAnswer("one value wanted", reason="value", id=question.id, options=", ".join(question.options))
    words = [str(row).strip() for row in rows if row is not None]
    kept = [word for word in words if word and word not in (DO_NOT_KNOW, SKIP)]
    for word in kept:
        _check(question, word)
    return tuple(dict.fromkeys(kept))


def _check(question: FormQuestion, word: str) -> None:
    if question.kind in ("choice", "many") and word not in question.options:
        options = ", ".join([*question.options, DO_NOT_KNOW, SKIP])
        raise UnknownAnswer("unknown answer value", reason="value", id=question.id, options=options)
    if question.kind == "text" and len(word) > MAX_CHARACTERS:
        raise UnknownAnswer("text too long", reason="long", id=question.id)
    if question.kind == "time" and clock(word) is None:
        raise UnknownAnswer("not an hour", reason="time", id=question.id)
    if question.kind == "date":
        try:
            date.fromisoformat(word)
        except ValueError as error:
            raise UnknownAnswer("not a date", reason="date", id=question.id) from error
