"""What a letter asks to bring or hand in stands in the actions, in its own words."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.letter import explain_letter
from ingest.corpus import read_corpus
from ingest.models import PageText, ReadFile

ROWS = yaml.safe_load(Path(__file__).with_name("requests.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def corpus():
    return read_corpus()[0]


@pytest.mark.parametrize(("sentence", "thing"), ROWS, ids=lambda value: value[:40])
def test_thing(sentence, thing, corpus):
    text = (
        "VDAB Gent\nKongostraat 1, 9000 Gent\n\n20 november 2026\n\nMevrouw,\n\n"
        f"U wordt verwacht op donderdag 3 december 2026 om 10 uur.\n{sentence}\n\nHoogachtend\n"
    )
    letter = explain_letter(
        ReadFile(name="brief.txt", pages=(PageText(number=1, text=text),)), corpus, date(2026, 11, 25)
    )
    assert thing in "\n".join(action.text for action in letter.actions)


def test_what_an_office_sends_is_no_request(corpus):
    text = "OCMW Mol\n\n20 november 2026\n\nMevrouw,\n\nWij sturen u een kopie van de beslissing.\n\nHoogachtend\n"
    read = ReadFile(name="brief.txt", pages=(PageText(number=1, text=text),))
    actions = explain_letter(read, corpus, date(2026, 11, 25)).actions
    assert not any("kopie" in action.text for action in actions)
