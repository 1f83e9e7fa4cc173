"""Sentences and words of letters."""

import pytest

from assistant.plain import split_sentences
from assistant.plain.segment import split_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Volgens art. 58 van het K.B. moet dit. Bel ons.", 2),
        ("Je krijgt 1.340,47 euro. Dat is veel.", 2),
        ("Kom op 3.12.2026 om 9.30 uur.", 1),
        ("Breng mee:\n- je kaart\n- je brief", 3),
        ("Zie artikel 1344ter Ger. W. over de huur.", 1),
    ],
)
def test_sentences(text, count):
    assert len(split_sentences(text)) == count


def test_spans_are_literal():
    text = "  Bel ons.\n\nKom langs!  "
    assert [text[s.start : s.end] for s in split_sentences(text)] == ["Bel ons.", "Kom langs!"]


def test_an_amount_and_a_link_are_one_word():
    assert [w.text for w in split_words("Betaal 1.340,47 via www.rva.be nu")] == [
        "Betaal", "1.340,47", "via", "www.rva.be", "nu",
    ]  # fmt: skip
