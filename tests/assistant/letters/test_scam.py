"""False messages are seen; genuine ones that frighten are not called false."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

MESSAGES = yaml.safe_load(Path(__file__).with_name("berichten.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


@pytest.mark.parametrize("row", MESSAGES, ids=lambda row: row["id"])
def test_message(row, corpus):
    read = ReadFile(name="bericht.txt", pages=(PageText(number=1, text=row["text"]),))
    letter = explain_letter(read, corpus, date(2026, 11, 25))
    assert letter.sender.kind == row["sender"]
    if row["sender"] == "phishing":
        assert letter.deadlines == ()
        assert letter.appointment is None
