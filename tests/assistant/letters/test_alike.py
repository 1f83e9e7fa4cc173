"""Learned words of kinds: the model that ships fits the examples, and tells letters apart that no pattern knows."""

import pytest

from assistant.ask.learned import load_learned
from assistant.letters.alike import KINDS_FILE, LEAST, NONE, plain_words, sounds_like
from assistant.letters.catalogue import load_kinds
from assistant.letters.patterns import letter_language
from assistant.letters.train import train

OCMW = [kind.id for kind in load_kinds() if "ocmw" in kind.senders]
VDAB = [kind.id for kind in load_kinds() if "vdab" in kind.senders]


def test_the_model_knows_the_kinds_of_today():
    examples = letter_language("kinds")
    assert load_learned(KINDS_FILE).names == tuple(examples)
    assert {kind.id for kind in load_kinds()} == set(examples) - {NONE}


@pytest.mark.parametrize(
    ("text", "kinds", "wanted"),
    [
        ("De raad verwierp uw verzoek om steun: u hebt een eigen huis en spaargeld.", OCMW, "leefloon-weigering"),
        ("Donderdag sta ik voor uw deur om te bekijken hoe u woont.", OCMW, "ocmw-huisbezoek"),
        ("Le comité exige que vous rendiez les sommes reçues en trop.", OCMW, "leefloon-terugvordering"),
        ("Leg uw telefoon klaar, onze medewerkster belt u in de namiddag.", VDAB, "vdab-telefoon"),
        ("Er is een plaats voor u in de cursus schilderen, de lessen starten in maart.", VDAB, "vdab-opleiding"),
    ],
)
def test_tells_kinds_apart(text, kinds, wanted):
    found = sounds_like(text, text, kinds)
    assert max(found, key=found.__getitem__) == wanted
    assert all(LEAST <= share <= 0 for share in found.values())


def test_a_letter_of_no_kind_is_like_none():
    text = "Volgende week wordt de straat heraangelegd. Parkeren is dan verboden."
    assert max(sounds_like(text, text, OCMW).values()) < -1


def test_kinds_without_examples_are_excluded():
    assert sounds_like("Uw leefloon", "Uw leefloon", ["elders"]) == {"elders": LEAST}


def test_numbers_are_no_words():
    assert plain_words("Op 3 december 2026: 40,00 EUR voor formulier C4") == "op december eur voor formulier c4"


def test_training_again_gives_the_same_model():
    rows = {"een": ["kom langs op kantoor", "wij verwachten u"], NONE: ["de straat is dicht", "parkeren mag niet"]}
    one, two = (train(rows, epochs=2) for _ in range(2))
    assert (one.pieces == two.pieces).all()
    assert set(one.names) == {"een", NONE}
    assert not one.pieces.any(axis=1).all(), "pieces that stand in no example count for nothing"
