"""Sentences and words of letters."""

import pytest

from assistant.plain import split_sentences
from assistant.plain.data import words
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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gelieve a.u.b. het formulier terug te sturen.", 1),
        ("Wilt u a.u.b. VDAB bellen?", 1),
        ("Bel ons a.u.b. Wij helpen u graag.", 2),
        ("Bel s.v.p. mevrouw Peeters.", 1),
        ("Kom op 4 december om 14 u. Breng uw kaart mee.", 2),
        ("Open van 9 tot 12 u. en van 13 tot 16 u.", 1),
        ("Volgens art. 1409 Ger. W. De griffie is open.", 2),
        ("Volgens art. 1409 Ger.W. moet u betalen.", 1),
        ("Kom op vrijdag 4 december e.k. Breng uw kaart mee.", 2),
        ("Kom op vrijdag 4 december e.k. om 9 uur.", 1),
        ("De N.V. Waterlink vraagt geld.", 1),
        ("Wij vragen dit namens de v.z.w. De Kring is open.", 2),
        ("Bel dhr. J. Peeters of mevr. A. De Wit.", 1),
        ("Zie art. 58, § 1, 2° van het K.B. van 25 november 1991.", 1),
        ("Zie bijl. 2 en blz. 3.", 1),
        ("Stuur het t.a.v. Joke naar ons.", 1),
        ("Dit is i.v.m. VDAB.", 1),
        ("Noah, geb. 3 mei 2010, woont bij u.", 1),
        ("Uw dossiernr. 2026/12 staat hier.", 1),
        ("Uw vacaturenr. 73277905 is vol.", 1),
        ("Bel tel. 02 555 55 55.", 1),
        ("Het gaat om gas, water, enz. Bel ons.", 2),
        ("Het gaat om gas, water, enz. en de huur.", 1),
        ("Mr. An Maes, adv. te Gent, komt.", 1),
        ("U krijgt max. 500 euro en min. 100 euro.", 1),
        ("Breng mee: kaart, attest e.d. Kom op tijd.", 2),
        ("Dit geldt t.e.m. 3 mei.", 1),
        ("Dit geldt m.i.v. 3 mei.", 1),
        ("De afd. Gent is dicht.", 1),
        ("Zie K.B. 25 nov. 1991.", 1),
        ("U woont St. Jansstraat 3.", 1),
        ("Wij schreven u op 3 mei jl. U antwoordde niet.", 2),
        ("De RVA, o.a. in Gent, is open.", 1),
        ("Dit is n.v.t. Vul niets in.", 2),
        ("Bij de c.v. Woonhaard betaalt u.", 1),
        ("U moet, d.w.z. Fatima moet, komen.", 1),
        ("Art. 1344ter Ger. W.\naan het OCMW gezonden.", 1),
        ("U krijgt ca. 100 euro incl. btw excl. kosten.", 1),
        ("Gent, ref. AB.12.34, d.d. 3 mei.", 1),
        ("De heer A.B. De Smet komt.", 1),
    ],
)
def test_abbreviations(text, count):
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize("short", sorted(words().abbreviations))
def test_after_each_short_form_the_sentence_goes_on(short):
    assert len(split_sentences(f"Wij schreven {short}. Peeters een brief.")) == 1


@pytest.mark.parametrize("short", sorted(words().abbreviations_at_end))
def test_after_each_of_these_a_sentence_may_end(short):
    assert len(split_sentences(f"Wij schreven dit {short}. Bel ons op tijd.")) == 2
    assert len(split_sentences(f"Wij schreven dit {short}. aan VDAB in Gent.")) == 1
    assert len(split_sentences(f"Wij schreven dit {short}. VDAB belt ons.")) == 1


def test_spans_are_literal():
    text = "  Bel ons.\n\nKom langs!  "
    assert [text[s.start : s.end] for s in split_sentences(text)] == ["Bel ons.", "Kom langs!"]


def test_an_amount_and_a_link_are_one_word():
    assert [w.text for w in split_words("Betaal 1.340,47 via www.rva.be nu")] == [
        "Betaal", "1.340,47", "via", "www.rva.be", "nu",
    ]  # fmt: skip
