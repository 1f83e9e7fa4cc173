"""The kind of a letter in many wordings."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

ROWS = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


@pytest.mark.parametrize(("head", "text", "kind"), ROWS, ids=[f"{n}-{row[2]}" for n, row in enumerate(ROWS)])
def test_kind(head, text, kind, corpus):
    whole = f"{head}\n\n25 november 2026\n\n{text}\n\nMet vriendelijke groeten\n"
    read = ReadFile(name="brief.txt", pages=(PageText(number=1, text=whole),))
    assert explain_letter(read, corpus, date(2026, 11, 25)).kind_id == kind
