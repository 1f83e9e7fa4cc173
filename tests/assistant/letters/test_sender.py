"""Who writes: letterheads in many forms."""

from pathlib import Path

import pytest
import yaml

from assistant.letters.clean import clean
from assistant.letters.sender import find_sender
from ingest.models import PageText, ReadFile

MESSAGES = yaml.safe_load(Path(__file__).with_name("senders-berichten.yaml").read_text(encoding="utf-8"))
ROWS = yaml.safe_load(Path(__file__).with_name("senders.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("head", "text", "kind"), ROWS, ids=[f"{n}-{row[2]}" for n, row in enumerate(ROWS)])
def test_sender(head, text, kind):
    addressee = "Mevrouw Sara Claes\nDorp 5\n9000 Gent"
    whole = f"{head}\n\n25 november 2026\n\n{addressee}\n\nMevrouw,\n\n{text}\n\nHoogachtend\n"
    read = ReadFile(name="brief.txt", pages=(PageText(number=1, text=whole),))
    assert find_sender(clean(read)).sender.kind == kind


@pytest.mark.parametrize(("text", "kind"), MESSAGES, ids=[f"{n}-{row[1]}" for n, row in enumerate(MESSAGES)])
def test_sender_of_a_message(text, kind):
    read = ReadFile(name="bericht.txt", pages=(PageText(number=1, text=text),))
    assert find_sender(clean(read)).sender.kind == kind


@pytest.mark.parametrize(
    ("first", "name"), [("Van: jobcoach An (VDAB)", "jobcoach An (VDAB)"), ("De : CPAS de Mons", "CPAS de Mons")]
)
def test_the_label_of_a_mail_is_no_part_of_the_name(first, name):
    text = f"{first}\nOnderwerp: ons gesprek\n\nDag Fatma,\n\nTot dinsdag.\n\nGroetjes,\nAn\n"
    read = ReadFile(name="bericht.txt", pages=(PageText(number=1, text=text),))
    assert find_sender(clean(read)).sender.name == name
