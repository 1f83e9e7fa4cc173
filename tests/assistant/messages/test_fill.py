"""Messages: all fit, plain enough, nothing made up, what is missing is said."""

import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from assistant.messages import fill_message, load_templates, message_docx, message_listings
from assistant.messages.fill import own_words
from assistant.messages.load import broken
from assistant.plain import harder_than, measure, tone_hits
from ingest.corpus import load_corpus
from ingest.errors import UnknownAnswer

CORPUS = load_corpus(today=date(2026, 11, 25))
TEMPLATES = load_templates()
NAMES = [template.id for template in TEMPLATES.messages]
GIVEN = {"text": "Zyxw", "date": "2026-12-08", "time": "10:30"}


def test_the_data_fits_itself_and_the_corpus() -> None:
    assert broken(TEMPLATES, CORPUS) == []
    assert len(NAMES) >= 12


@pytest.mark.parametrize("template", TEMPLATES.messages, ids=NAMES)
def test_plain_and_polite(template) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert not harder_than(measure(own_words(template)).level, "B1")
    assert not tone_hits(own_words(template))
    for row in template.watch:
        assert not harder_than(measure(row.text).level, "B1"), row.text
    if template.script:
        assert measure(re.sub(r"\{.*?\}", "dit", template.script)).level == "A2"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_made_up(name: str) -> None:
    empty = fill_message(name, {}, CORPUS)
    listing = next(row for row in message_listings() if row.id == name)
    assert empty.missing == tuple(hole.ask for hole in listing.holes if not hole.optional)
    assert "…" in empty.text
    assert not re.search(r"\d", empty.text)
    assert not re.search(r"[{}]", empty.text + (empty.script or ""))


@pytest.mark.parametrize("name", NAMES)
def test_a_full_message_has_no_gaps(name: str) -> None:
    listing = next(row for row in message_listings() if row.id == name)
    answers = {hole.id: next(iter(hole.options), GIVEN.get(hole.kind, "")) for hole in listing.holes}
    full = fill_message(name, answers, CORPUS)
    assert full.missing == ()
    assert "…" not in full.text + (full.script or "")
    assert "Zyxw" in full.text


def test_days_and_hours_are_said_in_words_and_empty_lines_fall_away() -> None:
    answers = {"naam": "Amina", "dag": "2026-12-08", "uur": "10:30", "reden": "mijn dochter is ziek.", "dienst": "VDAB"}
    found = fill_message("afspraak-verzetten", answers, CORPUS)
    assert "op dinsdag 8 december 2026 om 10.30 uur" in found.text
    assert "mijn dochter is ziek.\n" in found.text
    assert "Dit past voor mij" not in found.text
    assert found.text.endswith("Amina")
    assert found.missing == ()
    assert found.script and "Dag, ik ben Amina." in found.script


def test_an_appeal_holds_what_the_law_asks() -> None:
    text = fill_message("verzoekschrift", {}, CORPUS).text
    parts = ("Naam:", "Rijksregisternummer:", "Adres:", "dossiernummer", "De redenen zijn:", "Datum:", "Handtekening:")
    for part in (*parts, "een kopie van de beslissing"):
        assert part in text


@pytest.mark.parametrize(
    "name, answers, reason",
    [
        ("bestaat-niet", {}, "message"), ("ziek", {"kleur": "rood"}, "id"), ("ziek", {"dag": "morgen"}, "date"),
        ("afspraak-verzetten", {"uur": "laat"}, "time"), ("verzoekschrift", {"dienst": "NASA"}, "value"),
        ("ziek", {"bewijs": "x" * 2001}, "long"),
    ],
)  # fmt: skip
def test_what_is_unknown_is_refused_by_name(name: str, answers: dict[str, str], reason: str) -> None:
    with pytest.raises(UnknownAnswer) as refused:
        fill_message(name, answers, CORPUS)
    assert refused.value.reason == reason


def test_the_word_file_holds_the_text_and_no_author() -> None:
    message = fill_message("klacht", {"naam": "Amina", "dienst": "VDAB"}, CORPUS)
    document = Document(BytesIO(message_docx(message)))
    assert "\n\n".join(paragraph.text for paragraph in document.paragraphs) == message.text
    assert document.core_properties.author == ""
    assert document.core_properties.language == "nl-BE"
