"""Own documents are quoted literally; the shown text has every block once; coverage is a share."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ask import own
from assistant.ask.coverage import coverage
from assistant.ask.normalise import Vocabulary, normalise
from assistant.ask.show import answer_text, contact_lines
from assistant.models import Answer, Contact, Step, Term
from assistant.sentences import load_sentences
from ingest import Chunk, Index

SAY = load_sentences()
NO_WORDS = Vocabulary(frozenset(), {})
TEXT = "De balie is open op dinsdag. Breng je lidkaart mee naar de balie. Honden mogen niet binnen."


def chunk(text: str = TEXT) -> Chunk:
    return Chunk("own:gids#1", "own:gids", "Onze gids", "De balie", text, page=3)


def test_the_fitting_sentences_are_quoted_in_their_order() -> None:
    found = own.answer(normalise("wanneer is de balie open en wat breng ik mee", NO_WORDS), chunk(), 0.8123, SAY)
    quotes = [citation.quote for citation in found.citations]
    assert quotes == ["De balie is open op dinsdag.", "Breng je lidkaart mee naar de balie."]
    assert {(c.quote_from, c.page, c.title, c.url) for c in found.citations} == {("own-document", 3, "Onze gids", None)}
    assert found.answer.startswith(SAY["own.summary"])
    assert (found.summary, found.confidence) == ("De balie is open op dinsdag.", 0.812)


def test_a_long_sentence_is_cut_at_25_words() -> None:
    (citation,) = own.answer(normalise("woord", NO_WORDS), chunk("woord " * 60), 0.8, SAY).citations
    assert citation.quote == " ".join(["woord"] * 25) + " …"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=400))
def test_an_own_quote_is_literal(text: str) -> None:
    for citation in own.answer(normalise("iets", NO_WORDS), chunk(text), 0.5, SAY).citations:
        words = citation.quote.removesuffix(" …").split()
        assert len(words) <= 25
        assert " ".join(words) in " ".join(text.split())


def answer(**parts: object) -> Answer:
    whole = {"question": "", "kind": "answer", "label": "answer", "summary": "Kort.", "answer": "", **parts}
    return Answer.model_validate(whole)


def test_every_block_is_shown_once_in_order() -> None:
    found = answer(
        steps=(Step(text="Bel."), Step(text="Ga.")), bring=("Je kaart.",),
        deadlines=(Term(text="Voor dinsdag.", rule="r"),),
        contacts=(Contact(name="De stad", phone="1700"),),
    )  # fmt: skip
    assert answer_text(found, ["Een.", "Twee."], SAY).split("\n\n") == [
        "Kort.", "Een.\nTwee.", f"{SAY['head.steps']}\n1. Bel.\n2. Ga.", f"{SAY['head.bring']}\n- Je kaart.",
        f"{SAY['head.deadlines']}\n- Voor dinsdag.", f"{SAY['head.contacts']}\n- De stad: 1700",
    ]  # fmt: skip
    assert answer_text(answer(), [], SAY) == "Kort."


def test_a_step_for_the_outreacher_says_so() -> None:
    shown = answer_text(answer(steps=(Step(text="Bel."), Step(text="Ga mee.", who="outreacher"))), [], SAY)
    assert shown.endswith(f"1. Bel.\n2. {SAY.say('step.outreacher', text='Ga mee.')}")


@pytest.mark.parametrize(
    ("contact", "lines"),
    [
        (Contact(name="De stad", phone="1700"), ["De stad: 1700"]),
        (Contact(name="De stad", phone="1700", hours="9 tot 12 uur"), ["De stad: 1700 (9 tot 12 uur)"]),
        (Contact(name="Het OCMW", local=True), ["Het OCMW"]),
        (Contact(name="Een site", url="https://a.example"), []),
    ],
)
def test_contacts_are_shown_with_their_number(contact: Contact, lines: list[str]) -> None:
    assert list(contact_lines([contact], SAY)) == lines


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [("balie open dinsdag", 1.0, 1.0), ("zwembad hamster", 0.0, 0.0), ("balie zwembad", 0.2, 0.8), ("", 0.0, 0.0)],
)
def test_coverage_is_the_share_that_a_section_carries(asked: str, least: float, most: float) -> None:
    other = Chunk("b#1", "b", "Iets anders", "Kop", "Een tekst over de fiets.")
    index = Index.of([chunk(), other])
    assert least <= coverage(normalise(asked, NO_WORDS), chunk(), index) <= most


def test_official_terms_count_when_they_help() -> None:
    index = Index.of([chunk(), Chunk("b#1", "b", "Fiets", "Kop", "Een fiets.")])
    query = normalise("loket", Vocabulary(frozenset(), {"loket": ("balie",)}))
    assert coverage(query, chunk(), index) > 0
    assert coverage(query._replace(expanded=query.repaired), chunk(), index) == 0
