"""Small fields: hours, sums, numbers, letter dates, cleaning."""

import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from assistant.letters.amounts import find_amounts
from assistant.letters.appointment import find_meeting
from assistant.letters.clean import clean
from assistant.letters.dates import find_dates
from assistant.letters.keep import find_numbers
from assistant.letters.letter_date import find_letter_date
from assistant.letters.money import parse_amount
from assistant.letters.times import find_times
from ingest.models import PageText, ReadFile

DAY = date(2026, 11, 4)


def letter(*pages):
    return clean(ReadFile(name="x", pages=tuple(PageText(number=n, text=t) for n, t in enumerate(pages, start=1))))


@pytest.mark.parametrize(
    ("text", "hour", "until"),
    [
        ("om 10.30 uur", time(10, 30), None),
        ("om 10u30", time(10, 30), None),
        ("om 9 uur 30", time(9, 30), None),
        ("te 14.00 u.", time(14), None),
        ("om 10:30", time(10, 30), None),
        ("om 9 u", time(9), None),
        ("om half tien", time(9, 30), None),
        ("om kwart over twee", time(14, 15), None),
        ("om kwart voor negen", time(8, 45), None),
        ("om negen uur", time(9), None),
        ("à 14h30", time(14, 30), None),
        ("à 10 heures", time(10), None),
        ("tussen 9 en 12 uur", time(9), time(12)),
        ("van 18.30 uur tot 20 uur", time(18, 30), time(20)),
        ("9.00 - 12.00 uur", time(9), time(12)),
        ("tussen 13u en 15u30", time(13), time(15, 30)),
    ],
)
def test_hours(text, hour, until):
    (found,) = find_times(f"op maandag {text} in ons kantoor")
    assert (found.hour, found.until) == (hour, until)


@pytest.mark.parametrize(
    "text",
    ["binnen 24 uur", "38 uur per week", "een bedrag van 12.50 EUR", "artikel 9.30", "120 uur opleiding", "2 u vooraf"],
)
def test_no_hours(text):
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"), ("1 234,56", "1234.56"), ("85,-", "85.00"), ("85", "85.00"),
        ("12.50", "12.50"), ("1.234", "1234.00"), ("0,75", "0.75"), ("12.345.678,90", "12345678.90"),
        ("-45,00", "45.00"), ("85,--", "85.00"),
    ],
)  # fmt: skip
def test_parse_amount(text, value):
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("een bedrag van 1.234,56 EUR", ["1234.56"]),
        ("€ 85,- te betalen", ["85.00"]),
        ("85 euro per maand", ["85.00"]),
        ("EUR 1 250,00", ["1250.00"]),
        ("€12,5", ["12.50"]),
        ("van 50 tot 5.000 euro", ["5000.00"]),
        ("op 12.01.2027 en om 10.30 uur, dossier 1.234,56", []),
        ("27 euro 40", ["27.40"]),
        ("27 euro 15 december", ["27.00"]),
        ("twaalf euro en vijftig cent", ["12.50"]),
        ("duizend tweehonderd euro", ["1200.00"]),
        ("deux cents euros", ["200.00"]),
        ("75 cent per kopie", ["0.75"]),
        ("45.- EUR te betalen", ["45.00"]),
        ("45,00 (EUR)", ["45.00"]),
        ("Bedrag (€): 45", ["45.00"]),
        ("Het saldo bedraagt 204,50.", ["204.50"]),
        ("van 301,25 naar 60,25 EUR", ["301.25", "60.25"]),
        ("€ 1,250.00", []),
        ("Het verbruik bedraagt 204,50 kWh.", []),
        ("de adviseur 011 26 39 40", []),
    ],
)
def test_amounts(text, values):
    assert [str(row.value) for row in find_amounts(letter(text))] == values


def test_check_digits_gate_accounts_and_messages():
    numbers = find_numbers(letter("Rekening BE68 5390 0754 7034, mededeling +++090/9337/55493+++."))
    assert numbers.accounts == ("BE68 5390 0754 7034",)
    assert [row.value for row in numbers.references] == ["+++090/9337/55493+++"]
    wrong = find_numbers(letter("Rekening BE68 5390 0754 7035, mededeling +++090/9337/55494+++."))
    assert wrong.accounts == ()
    assert wrong.references == ()
    assert len(wrong.doubtful) == 2


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Tel. 02 515 44 44", ("02 515 44 44",)),
        ("bel 0470/12.34.56", ("0470/12.34.56",)),
        ("T: +32 9 223 45 67", ("+32 9 223 45 67",)),
        ("gratis 0800 30 700", ("0800 30 700",)),
        ("Bel het gratis nummer 1700", ("1700",)),
        ("Fax: 09 223 45 68", ()),
        ("ondernemingsnummer 0404.123.456", ()),
        ("BTW BE 0403.170.701", ()),
        ("rijksregisternummer 85.07.30-033.28", ()),
        ("+++090/9337/55493+++", ()),
        ("BE68 5390 0754 7034", ()),
        ("op 04/11/2026", ()),
    ],
)
def test_phones(text, phones):
    assert find_numbers(letter(text)).phones == phones


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gent, 4 november 2026\n\nGeachte heer,", DAY),
        ("Datum: 04/11/2026\nGeachte heer,", DAY),
        ("Uw brief van: 12/10/2026   Onze datum: 04/11/2026\n\nGeachte", DAY),
        ("geboren op 03/05/1984\n\nBrussel, 4.11.2026\nMevrouw,", DAY),
        ("Geachte heer,\n\nU bent welkom.\n\nGedaan te Aalst op 4 november 2026\nDe directeur", DAY),
        ("OCMW\nKenmerk 12   4 november 2026\n\nMevrouw,\ntekst", DAY),
        ("Afspraak op dinsdag 24 november 2026 om 10 uur\n\nBeste,\nkom.", None),
        ("Betreft: wet van 26 mei 2002\n\nGeachte heer,\ntekst", None),
        ("PROCES-VERBAAL VAN BESLAG\n\nWoensdag 4 november 2026, 14 uur 10. Kantoor Nollet.\n\nBeslag gelegd.", DAY),
        ("Het jaar tweeduizend zesentwintig, op vier november, om 9 uur,\n\nheb ik betekend", DAY),
        ("Proces-verbaal van 3 oktober 2026\n\nGeachte heer,\ntekst", None),
    ],
)
def test_letter_date(text, day):
    assert find_letter_date(letter(text)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Basisschool De Boom\n\nGent, woensdag 4 november\n\nBeste ouders,\ntekst", DAY),
        ("Basisschool De Boom\n\nGent, 20 juli\n\nBeste ouders,\ntekst", date(2026, 7, 20)),
        ("Basisschool De Boom\n\nGent, 3 maart\n\nBeste ouders,\ntekst", None),
        ("Basisschool De Boom\n\nBeste ouders,\n\nKom op 4 november.", None),
        ("OCMW Ham\nEensluidend uittreksel, aan de post toevertrouwd op 4 november 2026,\nBEROEP. Dat kan.", DAY),
        ("Griffie\n\nU wordt opgeroepen.\n\nGedaan ter griffie te Gent op 4 november 2026.", DAY),
    ],
)
def test_letter_date_without_a_year_or_at_the_post(text, day):
    assert find_letter_date(letter(text), date(2026, 11, 25)) == day


@pytest.mark.parametrize(
    "text",
    [
        "U was niet aanwezig op de afspraak van 9 november 2026 om 9 uur.",
        "Vanaf 1 december 2026 zijn we bereikbaar elke werkdag van 9 tot 12 uur.",
        "Uw verweer moet er zijn uiterlijk 27 november 2026 om 12 uur.",
        "Het gesprek vond plaats op 2 november 2026 om 10 uur.",
    ],
)
def test_opening_hours_missed_visits_and_terms_are_no_appointment(text):
    assert find_meeting(letter(text), DAY, court=False) is None


MEETINGS = [
    row
    for name in ("meetings.yaml", "meetings-dagen.yaml")
    for row in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]
REFERENCES = yaml.safe_load(Path(__file__).with_name("references.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "start"), MEETINGS, ids=lambda value: str(value)[:40])
def test_meeting(text, start):
    found = find_meeting(letter(f"Dienst X\n\nGeachte mevrouw,\n\n{text}\n\nHoogachtend"), DAY, court=False)
    assert (found.appointment.start.strftime("%Y-%m-%dT%H:%M") if found else None) == start


PLACES = yaml.safe_load(Path(__file__).with_name("meetings-waar.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "mode"), PLACES, ids=lambda value: str(value)[:40])
def test_who_goes_where(text, mode):
    found = find_meeting(letter(f"Dienst X\n\nGeachte mevrouw,\n\n{text}\n\nHoogachtend"), DAY, court=False)
    assert found is not None
    assert found.appointment.mode == mode


@pytest.mark.parametrize(("text", "value"), REFERENCES, ids=lambda value: str(value)[:40])
def test_reference(text, value):
    numbers = find_numbers(letter(f"Dienst X\n\n{text}\n\nGeachte"))
    found = [re.sub(r"[ .]", "", row.value) for row in numbers.references]
    if value is None:
        assert found == []
    else:
        assert any(re.sub(r"[ .]", "", value) in number for number in found), found


def test_a_sentence_ends_at_a_paragraph_and_at_a_point_of_a_list():
    read = letter("Dit ontbreekt nog\n\n[x] uw badge\n[x] een foto\n\nBezorg ons dit snel.")
    sentences = [span.text for span in read.sentences]
    assert sentences == ["Dit ontbreekt nog", "[x] uw badge", "[x] een foto", "Bezorg ons dit snel."]


def test_the_day_of_a_bill_is_not_the_day_of_the_letter():
    text = "Fietspunt\nFactuurdatum 15/09/2026\n\nAalst, 4 november 2026\n\nBeste klant,\n\nBetaal."
    assert find_letter_date(letter(text)) == DAY


def test_pages_lose_numbers_and_running_heads_but_not_the_first():
    read = letter(
        "OCMW Gent - www.ocmwgent.be\nGeachte,\nDit is een brief.\nPagina 1/2",
        "OCMW Gent - www.ocmwgent.be\nU betaalt 85 euro.\nPagina 2/2",
    )
    assert read.text.count("www.ocmwgent.be") == 1
    assert "Pagina" not in read.text
    assert read.page_at(read.text.index("85 euro")) == 2


def test_wraps_and_hyphens_are_joined_but_addresses_are_not():
    read = letter(
        "Dorpsstraat 5\n9040 Gent\n\nWij delen u mee dat uw aanvraag voor een werkloos-\n"
        "heidsuitkering werd ontvangen op ons\n"
        "kantoor te Gent.\n- een bewijs\n- een attest"
    )
    assert "Dorpsstraat 5\n9040 Gent" in read.text
    assert "werkloosheidsuitkering werd ontvangen op ons kantoor te Gent." in read.text
    assert "\n- een bewijs\n- een attest" in read.text


def test_a_wrong_day_of_the_week_is_seen():
    (found,) = find_dates("op maandag 4 november 2026", DAY)
    assert not found.weekday_fits


def test_references_in_columns():
    heads, values = "Uw kenmerk   Ons kenmerk   Datum", "             F26-118845    13 november 2026"
    numbers = find_numbers(letter(f"{heads}\n{values}\n\nMevrouw"))
    assert [(row.label, row.value) for row in numbers.references] == [("ons kenmerk", "F26-118845")]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Mededeling: ***090/9337/55493***", ["***090/9337/55493***"]),
        ("Mededeling: +++090/9337/55493+++", ["+++090/9337/55493+++"]),
        ("Mededeling 090/9337/55493", ["090/9337/55493"]),
    ],
)
def test_a_structured_message_stands_once_with_its_own_signs(line, values):
    read = ReadFile(name="x", pages=(PageText(number=1, text=f"OCMW Mol\n\nMevrouw,\n\n{line}\n\nHoogachtend\n"),))
    assert [row.value for row in find_numbers(clean(read)).references] == values
