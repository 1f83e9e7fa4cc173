"""Which sentences are carried by which passages: a table of good and bad ones."""

import pytest

from assistant.llm.proof import is_carried, is_fit, is_told

CALL = "Bel VDAB vóór je afspraak: gratis 0800 30 700."
WHY = "Zeg waarom je niet kan komen."
ONLY = "Je mag alleen thuisblijven met een geldige reden."
SOMETIMES = "Soms krijg je nog 3 maanden geld."
TERM = "Geef het bewijs binnen 8 werkdagen, als je ziek was."


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Bel VDAB gratis op 0800 30 700, vóór je afspraak.", [CALL]),
        ("Leg uit waarom je niet kan komen.", [WHY]),
        ("Vertel VDAB waarom je niet kan komen.", [CALL, WHY]),
        ("Je mag alleen met een geldige reden thuisblijven.", [ONLY]),
        ("Soms krijg je nog drie maanden geld.", [SOMETIMES]),
        ("Was je ziek? Geef het bewijs als je ziek was, binnen acht werkdagen.", [TERM]),
    ],
)
def test_carried(text: str, passages: list[str]) -> None:
    assert is_carried(text, passages)
    assert is_fit(text)


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Bel VDAB gratis op 0800 30 701, vóór je afspraak.", [CALL]),
        ("Bel VDAB gratis op 0800 700 30, vóór je afspraak.", [CALL]),
        ("Bel VDAB gratis op 0800 30 700, na je afspraak.", [CALL]),
        ("Bel VDAB morgen gratis op 0800 30 700, vóór je afspraak.", [CALL]),
        ("Je moet VDAB bellen vóór je afspraak.", [CALL]),
        ("Zeg waarom je kan komen.", [WHY]),
        ("Je mag thuisblijven met een geldige reden.", [ONLY]),
        ("Je krijgt nog 3 maanden geld.", [SOMETIMES]),
        ("Soms krijg je nog 3 weken geld.", [SOMETIMES]),
        ("Soms krijg je nog vier maanden geld.", [SOMETIMES]),
        ("Geef het bewijs binnen 8 dagen, als je ziek was.", [TERM]),
        ("Geef het bewijs binnen 8 werkdagen.", [TERM]),
        ("Iedereen krijgt soms nog 3 maanden geld.", [SOMETIMES]),
        ("Stuur je bankkaart naar de man aan de deur.", [CALL, WHY]),
        ("Dat is zo.", [CALL]),
        ("Bel VDAB.", []),
    ],
)
def test_not_carried(text: str, passages: list[str]) -> None:
    assert not is_carried(text, passages)


@pytest.mark.parametrize(
    "text",
    [
        "You can call the office and ask for help.",
        "Vous devez appeler le bureau pour une date.",
        "Wij nodigen u uit voor een gesprek.",
        "Kijk op https://elders.be voor meer.",
        "Kijk op elders.be.",
        "Mail naar jan@elders.be.",
        "Bel nu!",
        "Het is je eigen schuld.",
        "Ingevolge het ontbreken van de vereiste bewijsstukken wordt de uitbetaling van de uitkering opgeschort "
        "overeenkomstig de toepasselijke reglementering inzake werkloosheidsverzekering.",
    ],
)
def test_not_fit(text: str) -> None:
    assert not is_fit(text)


def test_a_passage_is_told_when_all_of_it_is_said() -> None:
    assert is_told(TERM, ["Was je ziek?", "Geef dan het bewijs binnen 8 werkdagen als je ziek was."])
    assert not is_told(TERM, ["Geef het bewijs als je ziek was."])
    assert not is_told(TERM, ["Geef het bewijs binnen 8 werkdagen."])
    assert not is_told(TERM, [])
