"""Typed as people type: cleaned, spelled out, repaired, official terms added; codes and names stay whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ask.normalise import Vocabulary, clean_text, fold, normalise, spell_out
from ingest.corpus import load_corpus

CORPUS_WORDS = Vocabulary.of_corpus(load_corpus())
SMALL = Vocabulary.of(["leefloon afspraak identiteitskaart"], {"steungeld": ("leefloon",)}, ["gemist gemitst"])


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("leef\u200bloon", "leefloon"), ("le\u00adef\ufeffloon", "leefloon"), ("\u202eleefloon\u202c", "leefloon"),
        ("leef\x00loon\x07", "leef loon"), ("  een\n\n twee\t drie ", "een twee drie"),
        ("<b>leefloon</b>", "leefloon"), ("<script>alert(1)</script>hallo", "alert(1) hallo"),
        ("&lt;b&gt;leefloon&lt;/b&gt;", "leefloon"), ("&eacute;&eacute;n vraag", "één vraag"),
        ("5 < 6 en 7 > 3", "5 3"), ("is 3 < 4", "is 3 < 4"), ("", ""), ("\ud800", ""),
    ],
)  # fmt: skip
def test_noise_goes(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ik kán niet, hé?", "ik kan niet he"), ("ÉÉN", "een"), ("C4-formulier!", "c4 formulier"),
        ("art. 60 §7", "art 60 7"), ("½ dag", "1 2 dag"), ("ｖｄａｂ", "vdab"), ("مرحبا", ""), ("", ""),
    ],
)  # fmt: skip
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kheb gene pc", "ik heb geen pc"), ("kben ni geweest", "ik ben niet geweest"),
        ("wnr moek naar vdba", "wanneer moet ik naar vdab"), ("hvl is da", "hoeveel is dat"),
        ("grtjs", ""), ("leefloon", "leefloon"),
    ],
)  # fmt: skip
def test_sms_and_dialect_are_spelled_out(typed: str, meant: str) -> None:
    assert spell_out(typed) == meant


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("leeflon", "leefloon"), ("afspaak", "afspraak"), ("identiteitskart", "identiteitskaart"),
        ("idenititeitskart", "identiteitskaart"),  # two slips in a long word
        ("afzpaak", "afzpaak"),  # two slips in a short one: too far
        ("afspraak", "afspraak"), ("lefl", "lefl"), ("gemsit", "gemist"),
    ],
)  # fmt: skip
def test_slips_are_repaired(typed: str, repaired: str) -> None:
    assert normalise(typed, SMALL).repaired == repaired


@pytest.mark.parametrize(
    "typed",
    [
        "wat is een C4", "wat is IGU", "werken met art. 60", "app eC32", "papier C45B", "GPMI tekenen", "attest 281.50",
        "rekening BE68 5390 0754 7034", "bel 0800 30 700", "C3.2A", "formulier C1A", "niveau A2", "wet van 26 mei 2002",
    ],
)  # fmt: skip
def test_codes_and_figures_stay_whole(typed: str) -> None:
    query = normalise(typed, CORPUS_WORDS)
    assert query.repaired == query.plain == fold(typed)


@pytest.mark.parametrize(
    "name",
    [
        "Gebre", "Godelieve", "Janssens", "Yilmaz", "Fatiha", "Zeynep", "Verstraete", "Ouedraogo", "Sint-Niklaas",
        "Willebroek", "Özdemir", "Kowalski", "Nguyen",
    ],
)  # fmt: skip
def test_names_stay_whole(name: str) -> None:
    assert fold(name) in normalise(f"mijn buurvrouw {name} krijgt leefloon", CORPUS_WORDS).repaired


@pytest.mark.parametrize("word", ["kinderen", "school", "rendez-vous", "benefits", "chomage", "tafel", "morgen"])
def test_ordinary_words_of_other_subjects_stay(word: str) -> None:
    assert normalise(word, CORPUS_WORDS).repaired == fold(word)


@pytest.mark.parametrize(
    ("typed", "added"),
    [("hoeveel steungeld", ("leefloon",)), ("leefloon of steungeld", ()), ("steungelden", ()), ("", ())],
)
def test_official_terms_are_added_once(typed: str, added: tuple[str, ...]) -> None:
    query = normalise(typed, SMALL)
    assert query.added == added
    assert query.expanded.split() == [*query.repaired.split(), *added]


def test_the_questions_of_the_corpus_survive() -> None:
    """Repair changes a question that we know ourselves only where it holds a typing error."""
    questions = [q for d in load_corpus().documents for s in d.sections for q in s.questions][::20]
    changed = [q for q in questions if normalise(q, CORPUS_WORDS).repaired != normalise(q, CORPUS_WORDS).plain]
    assert len(changed) < 0.15 * len(questions)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    query = normalise(text, SMALL)
    assert query.original == text
    assert query.plain == fold(query.plain)
    assert len(query.repaired.split()) == len(query.plain.split())


def test_ten_thousand_characters_are_taken() -> None:
    assert len(normalise("vdab " * 2000, SMALL).plain) == 9999
