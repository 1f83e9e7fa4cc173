"""One document: sentences with their sources, who does a step, lines, amounts in Belgian notation."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.corpus_document import format_amount, parse_document
from ingest.models import Amount, Paragraph

HEAD = "---\nid: proef\ntitle: Een proef\ndomain: hulp\nstale_after: 2027-01-01\n---\n\n"
SECTION = "## Een kop\n```yaml\n{id: wat, intent: wat, questions: [wat is dat]}\n```\n"


def amount(value: str, unit: str = "euro") -> Amount:
    start = date(2026, 1, 1)
    return Amount(id="som", what="een som", value=Decimal(value), unit=unit, valid_from=start, source="pagina")


def paragraphs(folder: Path, body: str) -> tuple[Paragraph, ...]:
    path = folder / "proef.md"
    path.write_text(HEAD + SECTION + body, encoding="utf-8")
    document, problems = parse_document(path, {"som": amount("12.5")})
    assert problems == []
    assert document is not None
    return document.sections[0].paragraphs


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("1340.47", "euro per maand", "1.340,47 euro per maand"), ("2719", "euro", "2.719 euro"),
        ("0.5", "euro", "0,50 euro"), ("1234567.8", "euro", "1.234.567,80 euro"), ("20", "procent", "20 procent"),
    ],
)  # fmt: skip
def test_amounts_are_written_the_belgian_way(value: str, unit: str, shown: str) -> None:
    assert format_amount(amount(value, unit)) == shown


def test_each_sentence_keeps_its_own_sources(tmp_path: Path) -> None:
    (found,) = paragraphs(tmp_path, "Een. [a] Twee. [b, c] Drie. [raad]")
    assert [(s.text, s.sources, s.advice) for s in found.sentences] == [
        ("Een.", ("a",), False), ("Twee.", ("b", "c"), False), ("Drie.", (), True),
    ]  # fmt: skip
    assert found.text == "Een. Twee. Drie."


def test_a_source_is_named_once(tmp_path: Path) -> None:
    (found,) = paragraphs(tmp_path, "Je betaalt {amount:som}. [pagina, a, a]")
    assert found.sentences[0].sources == ("pagina", "a")
    assert found.text == "Je betaalt 12,50 euro."


@pytest.mark.parametrize(
    ("line", "kind", "who", "text"),
    [
        ("1. (jij) Bel. [raad]", "step", "client", "Bel."), ("2. (samen) Bel. [raad]", "step", "together", "Bel."),
        ("10. (outreacher) Bel. [raad]", "step", "outreacher", "Bel."), ("3. Bel. [raad]", "step", "client", "Bel."),
        ("- Een kaart. [raad]", "bullet", "client", "Een kaart."), ("* Een. [raad]", "bullet", "client", "Een."),
        ("2026 was een jaar. [raad]", "text", "client", "2026 was een jaar."),
    ],
)  # fmt: skip
def test_kinds_of_paragraphs(tmp_path: Path, line: str, kind: str, who: str, text: str) -> None:
    (found,) = paragraphs(tmp_path, line)
    assert (found.kind, found.who, found.text) == (kind, who, text)


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    body = "Een zin\nop twee regels. [raad]\n- Een. [raad]\n- Twee\n  regels. [raad]\n\nSlot. [raad]"
    found = paragraphs(tmp_path, body)
    assert [row.text for row in found] == ["Een zin op twee regels.", "Een.", "Twee regels.", "Slot."]


def test_words_between_brackets_that_are_no_source_are_text(tmp_path: Path) -> None:
    (found,) = paragraphs(tmp_path, "Dit is [Zo] en [123!] goed. [raad]")
    assert found.text == "Dit is [Zo] en [123!] goed."


def test_a_section_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "proef.md"
    path.write_text(HEAD + SECTION + "Een. [raad]\n\n" + SECTION.replace("id: wat", "id: nog") + "Twee. [raad]\n")
    document, _ = parse_document(path, {})
    assert document is not None
    lines = path.read_text().splitlines()
    assert [lines[section.line - 1] for section in document.sections] == ["## Een kop", "## Een kop"]
    assert document.section_ref(document.sections[1]) == "proef#nog"


def test_text_above_the_first_heading_is_no_section(tmp_path: Path) -> None:
    path = tmp_path / "proef.md"
    path.write_text(HEAD + "Losse tekst.\n\n" + SECTION + "Een. [raad]\n")
    document, problems = parse_document(path, {})
    assert problems == []
    assert document is not None
    assert len(document.sections) == 1
