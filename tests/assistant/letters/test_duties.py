"""Who must act in a clause: what a letter asks of its reader, and what an office or somebody else does."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from assistant.letters.clean import clean
from assistant.letters.duties import find_duties
from assistant.letters.kernels import is_stem
from assistant.letters.lists import points_below
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

ROWS = yaml.safe_load(Path(__file__).with_name("duties.yaml").read_text(encoding="utf-8"))
ASKS = [(tongue, sentence) for tongue, rows in ROWS.items() for sentence in rows["asks"]]
ASKS_NOT = [(tongue, sentence) for tongue, rows in ROWS.items() for sentence in rows["not"]]


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


def letter(*sentences):
    text = "Dienst X van de stad\n\n20 november 2026\n\nMevrouw, mijnheer,\n\n{}\n\nHoogachtend\n"
    return ReadFile(name="brief.txt", pages=(PageText(number=1, text=text.format("\n".join(sentences))),))


def actions(corpus, *sentences):
    return [action.text for action in explain_letter(letter(*sentences), corpus, date(2026, 11, 25)).actions]


@pytest.mark.parametrize(("tongue", "sentence"), ASKS, ids=lambda value: value[:40])
def test_a_duty_or_a_right_of_the_reader(tongue, sentence):
    assert find_duties(clean(letter(sentence)), tongue)


@pytest.mark.parametrize(("tongue", "sentence"), ASKS_NOT, ids=lambda value: value[:40])
def test_what_another_does_is_none(tongue, sentence):
    assert not find_duties(clean(letter(sentence)), tongue)


def test_only_the_clauses_that_ask_are_shown():
    found = find_duties(clean(letter("Wij herstellen de deur; u betaalt gewoon verder huur.")), "nl")
    assert [duty.what for duty in found] == ["u betaalt gewoon verder huur."]


def test_a_clause_that_points_back_is_shown_with_what_it_points_to(corpus):
    shown = " ".join(actions(corpus, "De twee badges zijn van ons. Geef ze terug aan het onthaal."))
    assert "badges" in shown


def test_a_hard_verb_gets_a_plain_one_before_it(corpus):
    shown = actions(corpus, "Gelieve de twee vervallen maanden aan te zuiveren.")
    assert any(text.startswith("Betaal.") for text in shown)


def test_a_condition_is_said(corpus):
    shown = actions(corpus, "Verhuist u, dan brengt u ons vooraf op de hoogte.")
    assert any("Is dit zo voor jou?" in text and "Laat het weten" in text for text in shown)


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Betaal voorlopig niets.", "Betaal. "),
        ("U hoeft niet thuis te blijven: onze ploeg werkt enkel op straat.", "Wees thuis"),
        ("Kan je ons je rekeningnummer geven? Dan kunnen we het geld storten.", "Betaal. "),
        ("De kinesist brengt zijn eigen tafel mee.", "Neem mee"),
    ],
)
def test_no_plain_verb_for_what_is_not_asked(sentence, never, corpus):
    assert not any(never in text for text in actions(corpus, sentence))


def test_at_most_eight_actions_and_none_twice(corpus):
    asked = [f"Gelieve stuk {name} te bezorgen." for name in ("aarde", "brood", "citroen", "druif", "ezel", "fiets")]
    more = ["Bel ons morgen op.", "Lees het reglement.", "Poets de gang.", "Poets de gang.", "Onderteken de lijst."]
    shown = actions(corpus, *asked, *more)
    assert len(shown) == 8
    assert sum("Poets de gang" in text for text in shown) <= 1


def test_points_of_a_list():
    text = "\n 1° de strook;\n 2° het loon van\n    juni.\n\nGroeten"
    assert points_below(text).what == ("de strook", "het loon van juni")
    assert points_below("\n[x] C4\n[ ] C1\n").what == ("C4",)
    assert points_below("\n☑ aanvraag (ontvangen op 5 mei)\n☐ foto\n").what == ("foto",)
    assert points_below("\n☐ je zoekt werk\n☐ je leert Frans\n").what == ("je zoekt werk", "je leert Frans")
    assert points_below("\nGeen lijst.\n").what == ()


@pytest.mark.parametrize("word", ["strooi", "ontkalk", "herlaad", "zet", "bevestig"])
def test_a_verb_stem(word):
    assert is_stem(word)


@pytest.mark.parametrize("word", ["loket", "week", "komt", "dienst", "boeken", "attest"])
def test_no_verb_stem(word):
    assert not is_stem(word)


def test_a_label_is_shown_with_what_speaks_of_it(corpus):
    shown = " ".join(actions(corpus, "Badge van mei = stuk! Maak een nieuwe foto en geef ze af aan de balie."))
    assert "Badge van mei" in shown


def test_what_asks_something_itself_is_no_label(corpus):
    shown = actions(corpus, "Poets de gang.", "Onderteken de lijst.")
    assert not any("gang" in text and "lijst" in text for text in shown)


def test_what_follows_from_doing_nothing_is_not_said_to_be_asked(corpus):
    shown = actions(corpus, "Ontvangen wij niets van u, dan wordt beslist op basis van het dossier.")
    assert not any("De brief vraagt" in text for text in shown)


@pytest.mark.parametrize("costs", ["Alle kosten zijn te uwen laste.", "De intresten vallen ten laste van de huurder."])
def test_costs_are_nothing_to_do(corpus, costs):
    assert not any("laste" in text for text in actions(corpus, costs))


def test_a_paper_is_named_with_what_to_do_with_it(corpus):
    shown = actions(corpus, "Af te halen met dit bericht en uw identiteitskaart.")
    assert any(text.startswith("Ga het halen.") and "identiteitskaart" in text for text in shown)


def actions_of_grant(corpus, end):
    told = "OCMW Gent\n\n20 november 2026\n\nMevrouw, mijnheer,\n\nBeslissing: wij kennen u een leefloon toe. {}\n"
    read = ReadFile(name="brief.txt", pages=(PageText(number=1, text=told.format(end)),))
    return [action.text for action in explain_letter(read, corpus, date(2026, 11, 25)).actions]


def test_a_letter_that_needs_nothing_gets_only_the_advice_for_later(corpus):
    usual = actions_of_grant(corpus, "Dat is beslist.")
    assert any(text.startswith("Klopt het bedrag?") for text in usual)
    shown = actions_of_grant(corpus, "U hoeft niets te doen.")
    assert "De brief zegt dat je niets moet doen." in shown
    assert not any(text.startswith("Klopt het bedrag?") for text in shown)
    assert any(text.startswith("Verandert er iets") for text in shown)
