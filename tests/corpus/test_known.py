"""corpus/known.yaml: every question, answer and value exists, and no narrow answer overwrites a wide fact."""

from collections.abc import Mapping
from typing import get_args

import pytest

from assistant.appointment import load_forms, questions
from assistant.known import Link, fill, load_known, told
from assistant.messages import message_listings
from assistant.models import SenderKind
from assistant.plain import measure
from assistant.procedures import load_procedures
from assistant.rights import load_book

BOOK = load_known()
FACTS = {fact.id: fact for fact in BOOK.facts}
FREE: tuple[str, ...] = ()
"""The answers of a question that takes a day or free text."""


def answers_of() -> Mapping[str, tuple[str, ...]]:
    """Every question as `form/question` -> its closed answers."""
    barriers = {f"appointment/{row.id}": tuple(row.options) for row in questions(load_forms())}
    rights = {f"rights/{row.id}": row.answers for row in load_book().questions}
    walks = {
        f"{name}/{node.id}": tuple(node.options)
        for name, found in load_procedures().items()
        for node in found.nodes
        if node.is_question
    }
    holes = {f"messages/{hole.id}": FREE for row in message_listings() for hole in row.holes}
    return {**barriers, **rights, **walks, **holes}


ANSWERS = answers_of()
MANY = {f"rights/{row.id}" for row in load_book().questions if row.kind == "many"} | {
    f"appointment/{row.id}" for row in questions(load_forms()) if row.kind == "many"
}


def values_of(fact: str) -> tuple[str, ...]:
    if fact == "brief-van":
        return get_args(SenderKind)
    found = FACTS[fact]
    return ANSWERS[found.of] if found.of else tuple(found.values)


@pytest.mark.parametrize("link", BOOK.links, ids=lambda link: f"{link.fact}>{link.at}")
def test_a_link_names_what_exists(link: Link) -> None:
    assert link.at in ANSWERS
    options = ANSWERS[link.at]
    assert set(link.pairs) <= set(options)
    assert link.otherwise is None or link.otherwise in options
    known = values_of(link.fact)
    if known:
        assert {value for wanted in link.pairs.values() for value in wanted} <= set(known)
        assert link.pairs or set(options) == set(known)


def test_a_narrow_answer_never_overwrites_a_fact_with_more_values() -> None:
    wide = {fact.id for fact in BOOK.facts if fact.of in MANY}
    own = {fact.of for fact in BOOK.facts}
    assert [link.at for link in BOOK.links if link.tells and link.fact in wide and link.at not in own] == []


def test_papers_of_residence_are_never_kept() -> None:
    assert told("rights", "papieren", ["ik heb geen papieren"]) == {}
    assert not any(link.at == "rights/papieren" for link in BOOK.links)


def test_every_name_is_simple() -> None:
    assert [fact.name for fact in BOOK.facts if measure(f"{fact.name}.").level not in ("A2", "B1")] == []


def test_what_one_door_hears_another_knows() -> None:
    assert told("huurpremie", "hoe", ["nee"]) == {"itsme": ("nee",)}
    assert fill("inkomenstarief", {"itsme": ("nee",)}).sure == {"hoe": ("nee",)}
    assert fill("appointment", {"itsme": ("nee",), "rekeningen": ("we hebben schulden",)}).marked == {
        "drempels": ("geen-itsme", "schulden")
    }
    assert fill("appointment", {"drempels": ("taal",), "itsme": ("nee",)}).sure == {"drempels": ("taal",)}
    assert fill("opleiding-vdab", {"leefgeld": ("ziekte",)}).sure == {"inkomen": ("iets anders",)}
    assert fill("verhoor-rva", {"brief-afspraak": ("2026-12-08",)}).marked == {"dag": ("2026-12-08",)}


@pytest.mark.parametrize("answer", [["weet ik niet"], ["overslaan"], []])
def test_a_question_left_open_forgets_its_own_fact_only(answer: list[str]) -> None:
    assert told("rights", "kinderen", answer) == {"kinderen": ()}
    assert told("huurpremie", "hoe", answer) == {}


def test_a_fact_of_a_letter_is_not_kept() -> None:
    assert told("verhoor-rva", "dag", ["2026-12-08"]) == {}
    assert told("opleiding-vdab", "inkomen", ["iets anders"]) == {}


def test_only_a_day_is_a_fact_where_a_day_is_asked() -> None:
    assert told("inschrijven-vdab", "werkloos-sinds", ["ik werk nog"]) == {}
    assert told("inschrijven-vdab", "werkloos-sinds", ["2026-11-02"]) == {"werkloos-sinds": ("2026-11-02",)}
