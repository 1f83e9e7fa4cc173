"""Every guided procedure: whole, every branch walked, every text measured, every phone number cited."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from assistant.plain import measure
from assistant.procedures.load import check_references, read_procedures
from assistant.procedures.model import Node, Procedure
from assistant.procedures.walk import DO_NOT_KNOW, SKIP, follow, walk
from ingest.corpus import CORPUS_DIR
from ingest.models import Corpus

TODAY = date(2026, 11, 24)
A_DAY = "2026-11-02"
NAMES = tuple(sorted(path.stem for path in (CORPUS_DIR / "procedures").glob("*.yaml")))
PHONE = re.compile(r"\b0\d{2,3}(?: \d{2,3}){2,3}\b")
STEP_TEXTS = (
    "do", "say", "channel", "without_pc", "without_itsme", "without_dutch", "without_bus", "outreacher", "if_it_fails",
)  # fmt: skip


def texts(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Place and text of everything a person can read."""
    yield from (("title", procedure.title), ("intro", procedure.intro))
    yield from (("done_when", procedure.done_when), ("next", procedure.next))
    for node in procedure.nodes:
        for name in ("ask", "why", *STEP_TEXTS):
            if text := getattr(node, name):
                yield f"{node.id}.{name}", text
        yield from ((f"{node.id}.bring", text) for text in node.bring)
        yield from ((f"{node.id}.options", text) for text in node.options)
        if node.deadline:
            yield f"{node.id}.deadline", node.deadline.text


def ways(procedure: Procedure, answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every set of answers that leads to an end, with "do not know" and "skip" as answers too."""
    still_open = (n for n in follow(procedure, answers) if n.is_question and n.id not in answers)
    question = next(still_open, None)
    if question is None:
        yield dict(answers)
        return
    values = [*question.options, *([A_DAY] if question.kind == "date" else [])]
    for value in (*values, DO_NOT_KNOW, SKIP):
        yield from ways(procedure, {**answers, question.id: value})


def test_the_files_are_whole(procedures: Mapping[str, Procedure], corpus: Corpus) -> None:
    assert [*read_procedures()[1], *check_references(procedures, corpus)] == []
    assert len(NAMES) >= 45
    assert set(NAMES) == procedures.keys()


def test_every_procedure_that_a_document_names_is_there(procedures: Mapping[str, Procedure], corpus: Corpus) -> None:
    named = {name for document in corpus.documents for name in document.procedures}
    assert named - procedures.keys() == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_branch_leads_to_steps(name: str, procedures: Mapping[str, Procedure], corpus: Corpus) -> None:
    procedure = procedures[name]
    assert 8 <= len(procedure.nodes) <= 14
    for answers in ways(procedure, {}):
        walked = walk(procedure, answers, corpus, TODAY)
        assert walked.open == ()
        assert walked.steps, answers
        assert len({step.id for step in walked.steps}) == len(walked.steps)


NOT_YET = {
    "leefloon-aanvragen": "vraagdag", "referentieadres": "vraagdag",
    "uitkering-aanvragen": "werkloos-sinds", "inschrijven-vdab": "werkloos-sinds",
}  # fmt: skip
"""A day on which the person does something that may still have to come, asked of everybody.

The other days come from a letter that is there, or stand behind the question whether it happened.
"""


@pytest.mark.parametrize("name, day", NOT_YET.items())
def test_a_day_that_may_still_come_can_be_not_yet(
    name: str, day: str, procedures: Mapping[str, Procedure], corpus: Corpus
) -> None:
    procedure = procedures[name]
    answer = next(iter(procedure.node(day).options))
    walked = walk(procedure, {day: answer}, corpus, TODAY)
    counted = [n.id for n in procedure.nodes if n.deadline and n.deadline.after == day]
    terms = [step.deadline for step in walked.steps if step.id in counted]
    assert terms and all(term and term["rule"] and term["date"] is None for term in terms)
    assert [step.id for step in walked.steps] == [step.id for step in walk(procedure, {}, corpus, TODAY).steps]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_simple(name: str, procedures: Mapping[str, Procedure]) -> None:
    hard = [(place, text) for place, text in texts(procedures[name]) if measure(text).level not in ("A2", "B1")]
    assert hard == []


@pytest.mark.parametrize("name", NAMES)
def test_steps_say_who_how_long_and_what_if_it_fails(name: str, procedures: Mapping[str, Procedure]) -> None:
    steps = [node for node in procedures[name].nodes if not node.is_question]
    assert [node.id for node in steps if node.minutes is None] == []
    assert [node.id for node in steps if node.if_it_fails is None] == []
    assert sum(node.who == "client" for node in steps) >= sum(node.who == "outreacher" for node in steps)


@pytest.mark.parametrize("name", NAMES)
def test_a_counted_term_has_a_source(name: str, procedures: Mapping[str, Procedure]) -> None:
    counted = [node for node in procedures[name].nodes if node.deadline and node.deadline.count]
    assert [node.id for node in counted if not node.sources] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_number_stands_with_a_known_body_that_is_cited(
    name: str, procedures: Mapping[str, Procedure], corpus: Corpus
) -> None:
    owners = {body.phone: body.source for body in corpus.organisations.values() if body.phone}
    for node in procedures[name].nodes:
        for number in PHONE.findall(" ".join(_said(node))):
            assert owners[number] in node.sources or number == "0800 30 700" and _cites_vdab(node), (node.id, number)


def _said(node: Node) -> list[str]:
    return [getattr(node, field) for field in STEP_TEXTS if getattr(node, field)]


def _cites_vdab(node: Node) -> bool:
    """Pages of others that print the number of VDAB too."""
    return bool({"allesovercenten-geen-job-ziek-geen", "zoersel-verlies-werkloosheidsuitkering"} & set(node.sources))
