"""Personal data in a thousand invented texts are found; what is nobody's stays. Names of the test are its own."""

import random

import pytest
from stdnum.be import nn
from stdnum.iban import calc_check_digits

from assistant.mask import find_personal, mask

FIRST = (
    "Fatima", "Jan", "Mohamed", "Els", "Griet", "Aleksander", "Yusuf", "Blessing", "Ioana", "Pieter", "Samira", "Koen",
    "Tesfay", "Wouter", "Nadia", "Emine", "Luc", "Hatice", "Rachid", "Sofie", "Marie-Claire", "Noor", "Dirk", "Amina",
)  # fmt: skip
LAST = (
    "Peeters", "Van den Broeck", "El Amrani", "De Smet", "Yilmaz", "Kowalski", "Benali", "Van der Auwera", "Diallo",
    "Claes", "O'Brien", "Popescu", "Ndiaye", "Vermeulen", "Ben Salah", "D'Hondt", "Janssens", "Osei", "Vander Elst",
)  # fmt: skip
STREETS = (
    "Kapelstraat", "Koning Albertlaan", "Oude Heirbaan", "Sint-Jansvest", "Kerkplein", "Steenweg op Gierle",
    "Rue Haute",
)  # fmt: skip
TOWNS = ("9000 Gent", "2018 Antwerpen", "3500 Hasselt", "8800 Roeselare", "1000 Brussel", "2800 Mechelen")
LONG = 4
KEEP = (
    "Bel gratis 1700.", "Bel 0800 30 700 voor VDAB.", "Vul formulier C4 in.", "Neem formulier C1A mee.",
    "Volgens de wet van 26 mei 2002 kan dat.", "Zie artikel 60, § 7 van de organieke wet.",
    "Het koninklijk besluit van 25 november 1991 zegt dat.", "De wet Breyne geldt hier niet.",
    "Je krijgt 1.314,20 euro per maand.", "Betaal ten laatste op 12 december 2026.", "Bel 112 in nood.",
    "Tele-Onthaal heeft nummer 106.", "Het OCMW beslist binnen 30 dagen.", "Ga naar de arbeidsrechtbank.",
    "Je dossier heet GPMI/2026/042.", "Card Stop: 078 170 170.", "Het Groeipakket stopt in december.",
    "Lees het Besluit van de Vlaamse Regering van 5 juni 2009.", "Mevrouw, mijnheer, wij schrijven u.",
    "Geachte heer, geachte mevrouw,", "De heer vrederechter beslist.", "Vraag het aan de RVA of de HVW.",
)  # fmt: skip


def _number(pick):
    born = f"{pick.randint(50, 99)}{pick.randint(1, 12):02}{pick.randint(1, 28):02}{pick.randint(1, 997):03}"
    check = 97 - int(born) % 97
    digits = f"{born}{check:02}"
    assert nn.is_valid(digits)
    shapes = (digits, f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}")
    return pick.choice(shapes)


def _account(pick):
    bank = f"{pick.randint(0, 9_999_999_999):010}"
    bban = f"{bank}{int(bank) % 97 or 97:02}"
    iban = f"BE{calc_check_digits('BE00' + bban)}{bban}"
    return pick.choice((iban, " ".join(iban[i : i + 4] for i in range(0, 16, 4))))


def _phone(pick):
    mobile = f"04{pick.randint(56, 99)} {pick.randint(10, 99)} {pick.randint(10, 99)} {pick.randint(10, 99)}"
    fixed = f"0{pick.choice((2, 3, 9))}/{pick.randint(200, 699)}.{pick.randint(10, 99)}.{pick.randint(10, 99)}"
    shapes = (mobile, mobile.replace(" ", ""), f"+32 {mobile[1:]}", fixed)
    return pick.choice(shapes)


def _pieces(pick):
    first, last = pick.choice(FIRST), pick.choice(LAST)
    plain = last.lower().replace(" ", "").replace("'", "")
    street = f"{pick.choice(STREETS)} {pick.randint(1, 400)}{pick.choice(('', 'A', ' bus 3'))}"
    day = f"{pick.randint(1, 28)} {pick.choice(('maart', 'juli', 'november'))} {pick.randint(1950, 2005)}"
    return {
        "name": pick.choice(
            ((f"Ik ben {first} {last}.", f"{first} {last}"), (f"Mevrouw {last} belt morgen.", last),
             (f"Naam: {first} {last}\n", f"{first} {last}"), (f"Beste {first},\n", first),
             (f"De heer {first} {last} woont hier.", f"{first} {last}"), (f"Dhr. {last} was er niet.", last))
        ),
        "national-number": pick.choice(((f"Rijksregisternummer: {(n := _number(pick))}.", n), (f"INSZ {n}", n))),
        "iban": (f"Stort op {(a := _account(pick))}.", a),
        "phone": (f"Mijn gsm is {(p := _phone(pick))}.", p),
        "email": (f"Mail naar {plain}.{first.lower()}@voorbeeld.be.", f"{plain}.{first.lower()}@voorbeeld.be"),
        "address": (f"Ik woon in de {street}, {(town := pick.choice(TOWNS))}.", f"{street}, {town}"),
        "birth": (f"Geboren op {day} in Gent.", day),
    }  # fmt: skip


def _texts():
    for seed in range(1000):
        pick = random.Random(seed)
        pieces = list(_pieces(pick).items())
        pick.shuffle(pieces)
        chosen, keep = pieces[: pick.randint(1, 4)], pick.sample(KEEP, 2)
        yield " ".join([keep[0], *(sentence for _, (sentence, _) in chosen), keep[1]]), chosen, keep


def test_recall_and_over_masking():
    wanted = missed = kept = lost = 0
    wrong = []
    for text, chosen, keep in _texts():
        masked = mask(text).masked
        for kind, (_, value) in chosen:
            wanted += 1
            parts = value.split() if kind == "name" else []
            if value in masked or any(part in masked for part in parts if len(part) > LONG):
                missed += 1
                wrong.append((kind, value, masked))
        for sentence in keep:
            kept += 1
            lost += sentence not in masked
    assert wanted > 2000
    assert missed / wanted <= 0.01, wrong[:8]
    assert lost / kept <= 0.01


@pytest.mark.parametrize("sentence", KEEP)
def test_what_is_nobodys_stays(sentence):
    assert find_personal(sentence) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RR 85.07.30-033.61", "national-number"), ("Rekening BE68 5390 0754 7034 van mij", "iban"),
        ("bel 0471 23 45 67", "phone"), ("bel +44 7700 900187", "phone"), ("an.peeters@telenet.be", "email"),
        ("geboortedatum: 03/06/1984", "birth"), ("Née à Liège le 4 mai 1990", "birth"),
        ("Kerkstraat 12\n9000 Gent", "address"), ("Avenue Louise 200, 1050 Bruxelles", "address"),
        ("t.a.v. mevrouw J. Maes", "name"), ("Samen met Youssef naar school", "name"),
    ],
)  # fmt: skip
def test_forms(text, kind):
    assert [row.kind for row in find_personal(text)] == [kind]


def test_places_are_those_of_the_text():
    text = "Mevrouw Claes, bel 0471 23 45 67 of mail claes@voorbeeld.be."
    for row in find_personal(text):
        assert text[row.start : row.end] == row.text
    assert mask(text).masked == "Mevrouw [naam], bel [telefoonnummer] of mail [e-mailadres]."


def test_an_empty_text_has_nothing():
    assert mask("").found == ()
