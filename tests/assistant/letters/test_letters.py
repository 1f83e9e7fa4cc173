"""Whole letters, written by hand in many styles, against fields reckoned by hand."""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from assistant.letters.catalogue import load_kinds
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

TODAY = date(2026, 11, 25)
HERE = Path(__file__).parent
LETTERS = [
    row for path in sorted(HERE.glob("letters*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


READ: dict = {}


def explained(row, corpus):
    if row["id"] not in READ:
        read = ReadFile(name=f"{row['id']}.txt", pages=(PageText(number=1, text=row["text"]),))
        READ[row["id"]] = explain_letter(read, corpus, TODAY)
    return READ[row["id"]]


@pytest.fixture(params=LETTERS, ids=lambda row: row["id"])
def row(request):
    return request.param


def test_sender_and_kind(row, corpus):
    letter = explained(row, corpus)
    assert letter.sender.kind == row["sender"]
    if "kind" in row:
        wanted = next((kind.kind for kind in load_kinds() if kind.id == row["kind"]), None)
        assert letter.kind == wanted


def test_dates(row, corpus):
    letter = explained(row, corpus)
    if "letter_date" in row:
        assert letter.letter_date == row["letter_date"]
    if "deadline" in row:
        assert letter.deadline is not None
        assert letter.deadline.date == row["deadline"]
    if "do_by" in row:
        assert letter.deadline.do_by == row["do_by"]
    if "latest" in row:
        assert letter.deadline.latest == row["latest"]
    if "deadlines" in row:
        assert [d.date for d in letter.deadlines] == row["deadlines"]


def test_appointment(row, corpus):
    letter = explained(row, corpus)
    if row.get("appointment"):
        assert letter.appointment is not None
        assert letter.appointment.start == _moment(row["appointment"])
        assert letter.appointment.end == (_moment(row["end"]) if "end" in row else None)
        assert letter.appointment.mode == row.get("mode", letter.appointment.mode)
    elif row["sender"] not in {"persoonlijk"}:
        assert letter.appointment is None


def test_amounts_and_numbers(row, corpus):
    letter = explained(row, corpus)
    found = {str(amount.value): amount.meaning for amount in letter.amounts}
    if "amounts" in row:
        assert set(found) == set(row["amounts"])
        for value, meaning in row["amounts"].items():
            assert meaning is None or found[value] == meaning, value
    for key in ("phones", "accounts"):
        if key in row:
            assert list(getattr(letter, key)) == row[key]


def test_actions_say_what_is_asked(row, corpus):
    letter = explained(row, corpus)
    shown = "\n".join([letter.summary, *(action.text for action in letter.actions)])
    for pattern in row.get("says", ()):
        assert re.search(pattern, shown, re.IGNORECASE), f"{pattern} not in {shown}"


def test_no_action_twice(row, corpus):
    texts = [action.text for action in explained(row, corpus).actions]
    assert len(texts) == len(set(texts))


def test_quotes_are_literal(row, corpus):
    letter = explained(row, corpus)
    flat = re.sub(r"\s+", " ", re.sub(r"-\n\s*", "", row["text"]))
    quotes = [action.quote for action in letter.actions] + [d.quote for d in letter.deadlines]
    for quote in quotes + [amount.quote for amount in letter.amounts]:
        assert quote in flat


def _moment(value):
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def test_amount_type(corpus):
    letter = explained(LETTERS[0], corpus)
    assert all(isinstance(amount.value, Decimal) for amount in letter.amounts)
