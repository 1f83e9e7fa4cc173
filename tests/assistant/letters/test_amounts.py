"""What a sum in a letter means."""

from pathlib import Path

import pytest
import yaml

from assistant.letters.amounts import find_amounts
from assistant.letters.bills import adds_up, bills
from assistant.letters.clean import clean
from ingest.models import PageText, ReadFile

ROWS = yaml.safe_load(Path(__file__).with_name("sums.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "sums"), ROWS, ids=lambda value: str(value)[:40])
def test_meaning(text, sums):
    whole = f"Geachte mevrouw,\n\n{text}\n\nHoogachtend"
    found = find_amounts(clean(ReadFile(name="x.txt", pages=(PageText(number=1, text=whole),))))
    meanings = {str(row.value): row.meaning for row in found}
    assert set(meanings) == set(sums)
    assert {value: meanings[value] for value, wanted in sums.items() if wanted} == {k: v for k, v in sums.items() if v}


KINDS = yaml.safe_load(Path(__file__).with_name("sums-soort.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "sums", "main"), KINDS, ids=lambda value: str(value)[:40])
def test_meaning_in_a_letter_about(text, sums, main):
    whole = f"Geachte mevrouw,\n\n{text}\n\nHoogachtend"
    found = find_amounts(clean(ReadFile(name="x.txt", pages=(PageText(number=1, text=whole),))), main)
    meanings = {str(row.value): row.meaning for row in found}
    assert {value: meanings.get(value) for value in sums} == sums


ROLES = [
    row
    for name in ("sums-rollen.yaml", "sums-verband.yaml", "sums-klerken.yaml")
    for row in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("text", "sums"), ROLES, ids=lambda value: str(value)[:40])
def test_who_pays_whom(text, sums):
    whole = f"Geachte mevrouw,\n\n{text}\n\nHoogachtend"
    found = find_amounts(clean(ReadFile(name="x.txt", pages=(PageText(number=1, text=whole),))))
    meanings = {str(row.value): row.meaning for row in found}
    for value, wanted in sums.items():
        if wanted:
            assert (value, meanings.get(value)) == (value, wanted)
        else:
            assert meanings[value] not in {"te betalen", "terug te betalen", "te ontvangen"}


def test_a_bill_that_does_not_add_up():
    text = "zwemmen      12,00\nsoep      30,00\nbus      15,00\nTOTAAL      67,00 euro\n"
    (rows,) = bills(text)
    assert not adds_up(rows)
    (rows,) = bills(text.replace("67,00", "57,00"))
    assert adds_up(rows)


def test_a_subtotal_is_no_fault():
    (rows,) = bills("a      10,00\nb      5,00\nsub      15,00\nbtw      3,15\nTotaal      18,15\n")
    assert adds_up(rows)
