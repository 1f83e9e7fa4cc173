"""The second level: shorter, with simpler words, nothing that matters lost."""

import pytest

from assistant.plain import in_own_words, measure, shorter, simplest
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Geef af. "uw attest onverwijld"', "Geef af. Je attest meteen."),
        ('Neem mee: "uw kaart"', "Neem mee: je kaart"),
        ('Zeg: "Ik vraag een leefloon."', 'Zeg: "Ik vraag een leefloon."'),
    ],
)
def test_quotes_in_own_words(text, said):
    assert in_own_words(text) == said


def test_what_happens_otherwise_and_a_name_between_brackets_stay():
    text = (
        "Je moet deze som betalen op 2 december. Anders wordt je dossier gestuurd naar onze advocaat voor een zaak. "
        "Onze dienst (mevrouw Sterck) helpt je."
    )
    assert shorter(text) == text


@pytest.mark.parametrize("text", ["GRIFFIE VAN GENT", "Griffie\nGa daarheen.", 'Op de brief staat "de griffie".'])
def test_no_simpler_word_in_a_heading_or_a_quote(text):
    assert shorter(text, GLOSSARY) == text


def test_columns_stay():
    text = "hoofdsom      640,00\nrente          12,18"
    assert shorter(text) == text
