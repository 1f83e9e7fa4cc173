"""Answers without a section: danger with its number first, refusals, one question back, two questions at once."""

from datetime import date, datetime
from typing import get_args

import pytest

from assistant.ask import check, fixed
from assistant.ask.decide import Decision
from assistant.ask.normalise import Query, Vocabulary, normalise
from assistant.ask.rerank import Ranked
from assistant.models import Answer, Label
from assistant.plain import harder_than, measure
from assistant.sentences import load_sentences
from ingest.corpus import load_corpus

CORPUS, SAY = load_corpus(), load_sentences()
WEDNESDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 28)
LABELS = [label for label in get_args(Label) if label not in {"answer", "not-found"}]
FIRST = {
    "crisis-danger": "112", "crisis-suicide": "1813", "crisis-child": "102", "crisis-violence": "1712",
}  # fmt: skip


def asked(text: str = "iets") -> Query:
    return normalise(text, Vocabulary(frozenset(), {}))


def answer(label: Label, today: date = WEDNESDAY, hour: int = 11, text: str = "iets") -> Answer:
    now = datetime(today.year, today.month, today.day, hour)
    return fixed.answer(asked(text), label, CORPUS, SAY, now=now, today=today)


@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_its_answer(label: Label) -> None:
    found = answer(label)
    assert found.label == label
    assert found.kind == ("crisis" if label.startswith("crisis") else fixed.KINDS[label])
    assert found.abstained is (found.kind in {"abstain", "out_of_scope"})
    assert found.answer.startswith(found.summary)
    assert "{" not in found.answer
    assert not harder_than(measure(found.summary).level, "A2")


@pytest.mark.parametrize("label", ["needs-personal-file", "legal-strategy", "deceit", "medical"])
def test_a_refusal_says_who_can_help(label: Label) -> None:
    found = answer(label)
    assert found.contacts
    assert all(contact.name in found.answer for contact in found.contacts if contact.phone)


@pytest.mark.parametrize(("label", "number"), FIRST.items())
def test_danger_says_the_number_first(label: Label, number: str) -> None:
    for hour in (3, 11):
        found = answer(label, hour=hour)
        assert found.contacts[0].phone == number
        assert number in found.summary.split(".")[0]
        assert found.confidence == 1.0
        assert found.steps


@pytest.mark.parametrize(
    ("today", "hour", "by_day"),
    [
        (WEDNESDAY, 9, True), (WEDNESDAY, 15, True), (WEDNESDAY, 16, False), (WEDNESDAY, 22, False),
        (WEDNESDAY, 8, False), (SATURDAY, 11, False), (date(2026, 11, 29), 11, False),
    ],
)  # fmt: skip
def test_no_food_or_roof_in_the_evening_or_weekend(today: date, hour: int, by_day: bool) -> None:
    found = answer("crisis-food-roof", today, hour)
    caw = CORPUS.organisations["caw"].phone
    assert caw is not None
    assert caw in found.answer
    assert ("OCMW" in found.summary.split(".")[0]) is by_day
    assert (caw in found.summary) is not by_day


def test_on_another_day_than_the_real_one_the_office_is_open() -> None:
    """Tests and evals run at a fixed day: the hour of the machine says nothing about it."""
    late = datetime(2026, 12, 1, 23)
    found = fixed.answer(asked(), "crisis-food-roof", CORPUS, SAY, now=late, today=WEDNESDAY)
    assert found.answer == answer("crisis-food-roof", WEDNESDAY, 11).answer


def test_too_long_is_said_as_such() -> None:
    assert answer("unclear", text="x" * 1001).summary == SAY["unclear.long.summary"]
    assert answer("unclear", text="x").summary == SAY["unclear.summary"]


def test_not_found_names_what_is_near_only_when_it_is_near() -> None:
    near = (Ranked("uitpas#wat", 1.0, {}),)
    heading = CORPUS.section("uitpas#wat")[1].heading
    assert heading in fixed.abstain(asked(), Decision("abstain", 0.4, near), CORPUS, SAY).answer
    far = fixed.abstain(asked(), Decision("abstain", 0.1, near), CORPUS, SAY)
    assert heading not in far.answer
    assert (far.kind, far.label, far.abstained, far.confidence) == ("abstain", "not-found", True, 0.9)
    assert any(contact.phone for contact in far.contacts)


def test_one_question_back_has_a_button_for_each_subject() -> None:
    tie = Decision("clarify", 0.4, (Ranked("uitpas#wat", 1.0, {}), Ranked("huurpremie#wie", 0.9, {})))
    found = fixed.clarify(asked(), tie, CORPUS, SAY)
    assert found.options == ("Wat is een UiTPAS?", CORPUS.section("huurpremie#wie")[1].heading)
    assert (found.kind, found.abstained, found.citations) == ("clarify", False, ())
    assert all(f"- {option}" in found.answer for option in found.options), "the text alone also says the choices"


def test_both_questions_are_answered_in_order() -> None:
    first, second = answer("medical"), answer("opinion")
    found = fixed.both(asked("een? twee?"), first, second, SAY)
    assert found.question == "een? twee?"
    assert found.answer.index(first.answer) < found.answer.index(second.answer)
    assert found.contacts == tuple(dict.fromkeys((*first.contacts, *second.contacts)))


def test_the_practical_answer_comes_after_the_number() -> None:
    danger, practical = answer("crisis-violence"), answer("legal-strategy")
    found = fixed.with_practical(danger, practical, SAY)
    assert found.answer.startswith(danger.answer)
    assert found.answer.endswith(practical.answer)
    assert found.contacts[0] == danger.contacts[0]
    assert found.kind == "crisis"


@pytest.mark.parametrize("label", [label for label in get_args(Label) if label.startswith("crisis")])
def test_a_word_of_care_comes_second_with_its_number(label: Label) -> None:
    plain = Answer(question="?", kind="answer", label="answer", summary="Bel.", answer="Bel.\n\nEn dan dit.")
    found = fixed.with_care(plain, label, CORPUS)
    first, second, last = found.answer.split("\n\n")
    assert (first, last) == ("Bel.", "En dan dit.")
    assert second == found.care
    assert len(found.contacts) == 1
    assert any(character.isdigit() for character in second)
    assert check.unproven_numbers(found) == ()
