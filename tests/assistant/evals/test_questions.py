"""Judging an answer: a missing fact, a forbidden claim, an unproven number or another kind is wrong."""

from collections.abc import Sequence

import pytest

from assistant.evals.questions import Case, judge, load_cases, share, shown_text
from assistant.evals.suites import CASES
from assistant.models import Answer, Citation, Contact
from ingest.corpus import load_corpus

PROOF = Citation(document_id="d", section="s", title="t", publisher="p", url=None, quote="Het is 7 dagen.")


def case(**parts: object) -> Case:
    return Case.model_validate({"id": "a", "topic": "t", "text": "hoe lang", "kind": "answer", **parts})


def answer(text: str = "Het is 7 dagen.", kind: str = "answer", options: Sequence[str] = ()) -> Answer:
    return Answer.model_validate(
        {
            "question": "hoe lang", "kind": kind, "label": "answer", "summary": "Kort.", "answer": text,
            "citations": [PROOF], "options": options, "contacts": [Contact(name="De stad", phone="1700")],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "given", "wrong"),
    [
        (case(key_facts=[[r"7 dagen", r"een week"]]), answer(), []),
        (case(key_facts=[[r"een week", r"7 dagen"]]), answer(), []),
        (case(key_facts=[[r"7 dagen"], [r"\b1700\b"]]), answer(), []),
        (case(key_facts=[[r"14 dagen"], [r"7 dagen"]]), answer(), ["lacks 14 dagen"]),
        (case(forbidden=[r"\b7\b"]), answer(), [r"says \b7\b"]),
        (case(), answer("Het is 8 dagen."), ["unproven 8"]),
        (case(kind=["abstain", "clarify"]), answer(), ["kind answer, not abstain/clarify"]),
        (case(kind=["abstain", "clarify"], key_facts=[["knop"]]), answer(kind="clarify", options=["Knop"]), []),
        (case(kind="crisis"), answer("Bel 9.", kind="crisis"), []),
    ],
)
def test_what_is_wrong(asked: Case, given: Answer, wrong: list[str]) -> None:
    assert list(judge(asked, given)) == wrong


def test_all_that_is_read_counts() -> None:
    assert shown_text(answer(options=["Kies dit"])).splitlines() == [
        "Kort.", "Het is 7 dagen.", "Kies dit", "De stad 1700",
    ]  # fmt: skip


@pytest.mark.parametrize(("values", "found"), [([True, False, False], 0.3333), ([], 1.0), ([False], 0.0)])
def test_shares(values: list[bool], found: float) -> None:
    assert share(values) == found


def test_the_cases_are_whole() -> None:
    cases = load_cases(CASES)
    assert len({case.id for case in cases}) == len(cases)
    assert sum(case.held for case in cases) >= 0.2 * len(cases)
    facts = {fact for d in load_corpus().documents for s in d.sections for fact in s.facts}
    known = [case for case in cases if case.fact_ids and not set(case.fact_ids) & facts and case.kinds == ("answer",)]
    assert [case.id for case in known] == [], "no section rests on what these cases ask"
