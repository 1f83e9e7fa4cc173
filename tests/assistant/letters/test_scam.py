"""False messages are seen; genuine ones that frighten are not called false."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from assistant.letters.clean import clean
from assistant.letters.keep import find_numbers
from assistant.letters.scam import find_suspicion
from assistant.letters.sender import find_sender
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

SCAMS = yaml.safe_load(Path(__file__).with_name("scams.yaml").read_text(encoding="utf-8"))
MESSAGES = yaml.safe_load(Path(__file__).with_name("berichten.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


@pytest.mark.parametrize(("false", "text"), SCAMS, ids=[f"{n}-{row[0]}" for n, row in enumerate(SCAMS)])
def test_false_or_genuine(false, text):
    letter = clean(ReadFile(name="bericht.txt", pages=(PageText(number=1, text=text),)))
    assert find_suspicion(letter, find_sender(letter).sender.kind, find_numbers(letter)).false is false


@pytest.mark.parametrize("row", MESSAGES, ids=lambda row: row["id"])
def test_message(row, corpus):
    read = ReadFile(name="bericht.txt", pages=(PageText(number=1, text=row["text"]),))
    letter = explain_letter(read, corpus, date(2026, 11, 25))
    assert letter.sender.kind == row["sender"]
    if row["sender"] == "phishing":
        assert letter.deadlines == ()
        assert letter.appointment is None
