"""Paraphrases and typing errors: drawn the same each time, judged by facts, and none of the cases is lost."""

from collections import Counter

import pytest

from assistant.evals.noise import mistyped
from assistant.evals.questions import Scored, load_cases
from assistant.evals.robustness import ParaphraseSet, alike, load_sets, said, with_noise
from assistant.evals.suites import CASES
from assistant.models import Answer, Citation
from ingest.corpus import load_corpus

TEXT = "Binnen hoeveel dagen moet ik mij als werkloze inschrijven bij VDAB?"
SET = ParaphraseSet(
    id="para-99", topic="t", held=True, fact_ids=("eerste", "tweede"), key_facts=(("7 dagen",),),
    ask=("hoe lang", "hoelang", "wanneer", "tot wanneer"),
)  # fmt: skip
FACTS = {"d#een": {"eerste", "ander"}, "d#twee": {"tweede"}}


def scored(number: int, section: str, wrong: tuple[str, ...] = ()) -> Scored:
    cited = Citation(document_id="d", section=section, title="t", publisher="p", url=None, quote="Het is 7 dagen.")
    found = Answer.model_validate(
        {"question": "hoe lang", "kind": "answer", "label": "answer", "summary": "Kort.", "answer": "Het is 7 dagen.",
         "citations": [cited]}
    )  # fmt: skip
    return Scored(list(SET.cases())[number], found, wrong, None)


def test_the_same_seed_gives_the_same_errors() -> None:
    assert mistyped(TEXT, "a") == mistyped(TEXT, "a") != TEXT
    assert len({mistyped(TEXT, str(seed)) for seed in range(50)}) > 30


def test_short_words_codes_and_first_letters_stay() -> None:
    for seed in range(300):
        found = mistyped("mijn C4 is op 12/3 weg", str(seed))
        assert "C4" in found
        assert "12/3" in found
        assert found.startswith("m")
    assert mistyped("", "a") == ""
    assert mistyped("ik ga nu", "a").replace(" ", "") == "ikganu"


def test_about_one_word_in_four_has_an_error() -> None:
    words = ["uitkering"] * 1000
    wrong = sum(word != "uitkering" for word in mistyped(" ".join(words), "a").split(" "))
    assert 200 < wrong < 340


def test_a_set_gives_its_cases() -> None:
    cases = list(SET.cases())
    assert [case.id for case in cases] == ["para-99-1", "para-99-2", "para-99-3", "para-99-4"]
    assert {case.held for case in cases} == {True}
    assert {case.key_facts for case in cases} == {(("7 dagen",),)}


def test_an_answer_must_be_right_and_have_the_facts_of_most() -> None:
    rows = [scored(0, "een"), scored(1, "een"), scored(2, "een", ("lacks 7 dagen",)), scored(3, "twee")]
    assert said(rows[0], FACTS) == {"eerste"}
    assert alike(rows, FACTS) == [True, True, False, False]


def test_noise_reaches_the_earlier_questions_too() -> None:
    case = next(iter(SET.cases())).model_copy(update={"text": TEXT, "history": (TEXT, TEXT)})
    noisy = with_noise(case)
    assert len({TEXT, noisy.text, *noisy.history}) == 4


def test_the_sets_are_whole() -> None:
    sets = load_sets(CASES)
    texts = [text for found in sets for text in found.ask]
    assert (len(sets), {len(found.ask) for found in sets}) == (50, {10})
    assert len(set(texts)) == len(texts)
    assert sum(found.held for found in sets) >= 50 / 3
    known = {fact for d in load_corpus().documents for s in d.sections for fact in s.facts}
    assert [found.id for found in sets if not known & set(found.fact_ids)] == []
    assert max(Counter(found.topic for found in sets).values()) <= 4


@pytest.mark.parametrize("case", load_cases(CASES)[:5], ids=lambda case: case.id)
def test_paraphrases_are_no_cases_of_the_questions_suite(case: object) -> None:
    assert not str(case.id).startswith("para-")  # type: ignore[attr-defined]
