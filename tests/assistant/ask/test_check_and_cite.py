"""Proof: every number stands in a source, every claim shows its page, stale and undated pages are said."""

from datetime import date

import pytest

from assistant.ask.check import drop_unproven, is_proven, numbers, unproven_numbers
from assistant.ask.cite import citation, cite, contacts, uncertain
from assistant.ask.compose import Used, compose
from assistant.ask.rerank import Need, Ranked
from assistant.models import Answer, Citation, Contact
from assistant.sentences import load_sentences
from tests.assistant.ask.small_answers import BUS, CORPUS, LENDING, PAGE, said

SAY = load_sentences()


def answer(text: str, *, quote: str = "", phone: str | None = None, question: str = "") -> Answer:
    proof = Citation(
        document_id="fiets", section="hoe", title="t", publisher="p", url=None, page_date="2026-05-01", quote=quote
    )
    return Answer(
        question=question, kind="answer", label="answer", summary="", answer=text, citations=(proof,),
        contacts=(Contact(name="De stad", phone=phone, hours="9 tot 19 uur"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel 0800 30 700.", ["0800", "30", "700"]), ("1.314,20 euro", ["1.314,20"]), ("op 4/12/2026.", ["4/12/2026"]),
        ("de 3de dag, of 2", ["3", "2"]), ("C4, eC32, C45B en A2", []), ("5.", ["5"]), ("", []), ("€60", ["60"]),
    ],
)  # fmt: skip
def test_numbers_as_written(text: str, found: list[str]) -> None:
    assert list(numbers(text)) == found


@pytest.mark.parametrize(
    ("text", "unproven"),
    [
        ("Je betaalt 2,50 euro.", ()), ("Je betaalt 3,50 euro.", ("3,50",)), ("1. Bel.\n2. Ga.", ()),
        ("Bel 1700.", ()), ("Bel 1800.", ("1800",)), ("Open van 9 tot 19 uur.", ()), ("Dat was in 2024.", ("2024",)),
        ("Je bent 34.", ()), ("Vraag de C4.", ()),
    ],
)  # fmt: skip
def test_a_number_stands_in_a_quote_a_contact_or_the_question(text: str, unproven: tuple[str, ...]) -> None:
    found = answer(text, quote="Je betaalt 2,50 euro.", phone="1700", question="ik ben 34")
    assert unproven_numbers(found) == unproven


def test_advice_with_a_number_falls_everywhere() -> None:
    draft = drop_unproven(compose([Ranked("fiets#hoe", 1.0, {})], Need((), ()), CORPUS, SAY))
    assert draft.details == ("Je betaalt 2,50 euro.", "Je kaart.")
    assert "Vraag het 3 keer." not in {u.sentence.text for u in draft.used}
    assert [step.text for step in draft.steps] == ["Bel 1700.", "Ga samen."]


def test_a_step_that_is_only_unproven_advice_goes() -> None:
    draft = compose([Ranked("fiets#hoe", 1.0, {})], Need((), ()), CORPUS, SAY)
    used = tuple(Used("fiets#hoe", said("Bel 1700.")) if u.sentence.text == "Bel 1700." else u for u in draft.used)
    assert [step.text for step in drop_unproven(draft._replace(used=used)).steps] == ["Ga samen."]


def test_no_surviving_citation_no_answer() -> None:
    assert not is_proven([Used("fiets#raad", said("Kies een fiets."))])
    assert is_proven([Used("fiets#raad", said("Kies een fiets.")), Used("fiets#hoe", said("Vraag het.", PAGE))])
    assert not is_proven([])


def test_a_citation_carries_sentence_and_page() -> None:
    found = citation(PAGE, "Vraag een fiets.", "fiets", "hoe", CORPUS)
    assert (found.url, found.title, found.publisher) == ("https://buurthuis.example", "Fietsen", "Buurthuis")
    assert (found.page_date, found.checked, found.quote_from) == ("2026-05-01", None, "own-summary")
    with pytest.raises(KeyError):
        citation("ergens", "x", "fiets", "hoe", CORPUS)


def test_advice_and_unknown_pages_are_not_cited() -> None:
    sentences = (said("Raad."), said("Feit.", PAGE, "ergens"), said("Feit.", PAGE))
    used = [Used("fiets#hoe", sentence) for sentence in sentences]
    assert [(c.quote, c.publisher) for c in cite(used, CORPUS)] == [("Feit.", "Buurthuis")]


def test_contacts_of_the_section_come_before_those_of_its_document() -> None:
    found = contacts(["fiets#hoe", "fiets#papieren"], CORPUS)
    assert [(c.name, c.phone, c.local) for c in found] == [("De stad", "1700", False), ("Het buurthuis", None, True)]


@pytest.mark.parametrize(
    ("today", "section", "said_words"),
    [
        (date(2026, 5, 31), "fiets#hoe", []), (date(2027, 6, 1), "fiets#hoe", []),
        (date(2027, 6, 2), "fiets#hoe", ["1/6/2027"]), (date(2026, 5, 31), "bus#prijs", ["De bus"]),
        (date(2026, 11, 25), "bus#prijs", ["1/6/2026", "De bus"]),
    ],
)  # fmt: skip
def test_stale_and_undated_pages_are_said(today: date, section: str, said_words: list[str]) -> None:
    document = LENDING if section.startswith("fiets") else BUS
    used = [Used(section, s) for p in document.sections[0].paragraphs for s in p.sentences]
    found = uncertain([section], cite(used, CORPUS), CORPUS, today, SAY)
    assert len(found) == len(said_words)
    assert all(word in sentence for word, sentence in zip(said_words, found, strict=True))
