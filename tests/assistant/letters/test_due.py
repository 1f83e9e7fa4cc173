"""The grammar of terms: one sentence each, in a letter of Wednesday 4 November 2026."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letters.asks import topic_of
from assistant.letters.clean import clean
from assistant.letters.due import Setting, find_due
from ingest.models import PageText, ReadFile

DAY = date(2026, 11, 4)
ROWS = yaml.safe_load((Path(__file__).parent / "terms.yaml").read_text(encoding="utf-8"))


def due_in(text, appointment=None, letter_date=DAY):
    letter = clean(ReadFile(name="x.txt", pages=(PageText(number=1, text=text),)))
    return find_due(letter, Setting(DAY, letter_date, appointment, False, None, None))


@pytest.mark.parametrize(("sentence", "days"), ROWS, ids=lambda value: str(value)[:50])
def test_term(sentence, days):
    found = [due.deadline.date for due in due_in(f"Geachte mevrouw,\n\n{sentence}\n\nHoogachtend")]
    assert [day for day in found if day] == days


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
