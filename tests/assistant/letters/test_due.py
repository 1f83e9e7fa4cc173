"""The grammar of terms: one sentence each, in a letter of Wednesday 4 November 2026."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letters.asks import topic_of
from assistant.letters.clean import clean
from assistant.letters.due import find_due
from assistant.letters.term_days import Setting
from ingest.models import PageText, ReadFile

DAY = date(2026, 11, 4)
APPOINTMENT = date(2026, 11, 24)


def rows(*names):
    return [row for name in names for row in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))]


ROWS = rows("terms.yaml", "terms-anders.yaml", "terms-rollen.yaml", "terms-rollen-2.yaml")
BESIDE = rows("terms-afspraak.yaml")


def due_in(text, appointment=None, letter_date=DAY):
    letter = clean(ReadFile(name="x.txt", pages=(PageText(number=1, text=text),)))
    return find_due(letter, Setting(DAY, letter_date, appointment, False, None, None))


@pytest.mark.parametrize(("sentence", "days"), ROWS, ids=lambda value: str(value)[:50])
def test_term(sentence, days):
    found = [due.deadline.date for due in due_in(f"Geachte mevrouw,\n\n{sentence}\n\nHoogachtend")]
    assert [day for day in found if day] == days


@pytest.mark.parametrize(("sentence", "days"), BESIDE, ids=lambda value: str(value)[:50])
def test_term_beside_an_appointment(sentence, days):
    text = f"Geachte mevrouw,\n\nU wordt verwacht op dinsdag 24 november 2026 om 9 uur.\n\n{sentence}\n\nHoogachtend"
    assert [due.deadline.date for due in due_in(text, APPOINTMENT) if due.deadline.date] == days


def test_a_question_before_it_makes_a_duty_for_later():
    assert due_in("Verandert er iets in je gezin? Laat het ons weten binnen 8 dagen.") == []


def test_what_an_office_pays_gives_no_topic():
    text = "Het bedrag wordt u volgende maand betaald. Wijzig uw gegevens vóór 1 december 2026."
    (due,) = due_in(text)
    assert due.topic != "pay"


def test_paying_goes_before_a_plan():
    assert topic_of("Indien u niet betaalt of geen afbetalingsplan vraagt binnen een maand", 50) == "pay"
    assert topic_of("Vraag een afbetalingsplan binnen een maand", 27) == "plan"


def test_last_days_in_a_column_without_bars():
    text = (
        "Opgemaakt op 4 november 2026\n\n"
        "Nr  Opdracht                              Af te werken uiterlijk op\n"
        "1   Een fiets zoeken bij de kringwinkel   13.11.2026\n"
        "2   De helm en het slot kopen en de       20.11.2026\n"
        "    kasbon bewaren\n\nEinde"
    )
    found = due_in(text)
    assert [due.deadline.date for due in found] == [date(2026, 11, 13), date(2026, 11, 20)]
    assert "kasbon bewaren" in found[1].deadline.quote


def test_without_a_letter_date_no_day_is_made():
    (due,) = due_in("Gelieve binnen de 8 dagen te betalen.", letter_date=None)
    assert due.deadline.date is None
    assert due.deadline.assumption


def test_a_proof_after_the_appointment():
    (due,) = due_in("Bezorg ons het bewijs ten laatste de 3de werkdag na de afspraak.", date(2026, 11, 9))
    assert due.deadline.date == date(2026, 11, 13)


def test_urgent_without_a_day_has_no_day():
    (due,) = due_in("Gelieve onverwijld contact op te nemen met onze dienst.")
    assert due.deadline.date is None


def test_topic_is_the_nearest_verb():
    assert topic_of("Gelieve dit bedrag te betalen binnen 8 dagen", 33) == "pay"
    assert topic_of("Bezorg ons het attest binnen 8 dagen", 22) == "hand_in"
