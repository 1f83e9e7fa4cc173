"""Columns under each other, tables as rows, stretched lines closed up."""

import pytest

from ingest.readers.layout import reading_order

LEFT = ["We willen samen met jou overlopen", "hoe je zoektocht naar werk loopt.", "Breng je papieren mee op dinsdag."]
RIGHT = ["Deze uitnodiging is geen keuze.", "Kan je niet komen, laat het dan weten", "aan je consulent in het kantoor."]


def beside(left: list[str], right: list[str], width: int = 44) -> str:
    return "\n".join(f"{a:{width}}{b}".rstrip() for a, b in zip(left, right, strict=True))


def test_two_columns_of_prose() -> None:
    assert reading_order(beside(LEFT, RIGHT)).split("\n") == [*LEFT, "", *RIGHT]


def test_sender_and_receiver_side_by_side() -> None:
    sender = ["Sociaal Huis Zandvliet", "Molenplein 4", "9999 ZANDVLIET"]
    text = beside(sender, ["De heer Peeters", "Kerkstraat 1", "9999 Zandvliet"])
    found = reading_order(text + "\n\nBeste heer Peeters\n\nJe vroeg een leefloon aan.")
    assert found.index("9999 ZANDVLIET") < found.index("De heer Peeters") < found.index("Beste heer")


@pytest.mark.parametrize(
    "right", [["1.234,56 EUR", "25,00 EUR", "1.259,56 EUR"], ["3 november", "4 november", "5 november"]]
)
def test_a_table_keeps_its_rows(right: list[str]) -> None:
    rows = beside(["Hoofdsom van de schuld", "Kosten van de brief", "Totaal te betalen"], right)
    line = "Een gewone regel die over de hele breedte van het blad loopt, tot aan de rand."
    text = "Beste\n\n" + "\n".join([line] * 15)
    found = reading_order(f"{text}\n\n{rows}").split("\n")[-3:]
    assert all(cell in line for cell, line in zip(right, found, strict=True))


def test_full_width_lines_end_the_columns() -> None:
    full = "Met vriendelijke groeten in een regel die over de hele breedte van het blad loopt."
    found = reading_order(f"{full}\n{beside(LEFT, RIGHT)}\n{full}").split("\n")
    assert found[0] == full and found[-1] == full
    assert found.index(LEFT[2]) < found.index(RIGHT[0])


def test_margins_stretched_lines_and_joined_letters() -> None:
    text = "\n\n\n\n      zoektocht   naar   werk   verloopt\n\n\n\n\n      o\ufb03cieel"
    assert reading_order(text) == "zoektocht naar werk verloopt\n\nofficieel"
