"""The second level: shorter, with simpler words, nothing that matters lost."""

import pytest

from assistant.plain import measure, simplest
from ingest.models import GlossaryEntry

GLOSSARY = (GlossaryEntry(term="griffie", plain="Het kantoor van de rechtbank.", simpler="kantoor van de rechtbank"),)


def test_details_go_and_what_to_do_stays():
    text = (
        "Je krijgt een leefloon. De bedoeling van deze maatregel ligt bij hulp aan heel veel mensen in onze steden. "
        "Bel het OCMW voor 5 mei."
    )
    assert simplest(text) == "Je krijgt een leefloon. Bel het OCMW voor 5 mei."


def test_note_about_the_law_goes():
    text = "Volgens artikel 58 van de wet van 3 mei 1999 dient u te betalen."
    assert simplest(text) == "Volgens de wet moet je betalen."


def test_hard_word_gets_a_simpler_one_once():
    text = "Ga naar de griffie. De griffie is open."
    assert simplest(text, GLOSSARY) == "Ga naar de griffie (kantoor van de rechtbank). De griffie is open."


def test_explained_word_is_left_alone():
    text = "Ga naar de griffie. Dat is het kantoor van de rechtbank."
    assert simplest(text, GLOSSARY) == text


@pytest.mark.parametrize("fact", ["Je krijgt niets meer.", "De zaak van mevrouw Peeters loopt.", "Het is op 3 mei."])
def test_a_fact_stays(fact):
    assert fact in simplest(f"Dit is een brief. {fact}")


def test_lines_stay_and_it_is_shorter():
    text = "Neem mee:\n- je kaart\n- je brief"
    assert simplest(text) == text
    assert measure(simplest(text)).level == "A2"
