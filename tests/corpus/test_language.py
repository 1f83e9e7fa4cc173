"""Every text that we write for the client is plain and hurts nobody.

Exempt: originals and literal quotes, what a person says or writes to an office, patterns and ids.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from assistant.corpus_check import check_levels
from assistant.letters.catalogue import load_kinds
from assistant.plain import findings, harder_than, measure, tone_hits
from assistant.plain.segment import split_words
from assistant.procedures.load import read_procedures
from ingest.corpus import CORPUS_DIR, read_corpus

ROOT = Path(__file__).resolve().parents[2]
LABEL = 4
"""A text of fewer words is a label: one long word would make its level."""
STIFF = {"officialese", "officialese-drop", "formal-you"}
STEP = re.compile(
    r"\b(kies|neem|kijk|probeer|vraag|start|plak|laad|maak|leg|schrijf|open|wacht|gebruik|zeg|typ|haal|werkt ook|"
    r"kan alleen in|staan nog|niets veranderd|hoort een)\b",
    re.IGNORECASE,
)
PROCEDURE_TEXT = {
    "title", "ask", "why", "do", "bring", "channel", "without_pc", "without_itsme", "without_dutch", "without_bus",
    "if_it_fails", "done_when", "outreacher", "intro",
}  # fmt: skip


def _strings(rows: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(rows, str):
        yield key, rows
    elif isinstance(rows, dict):
        for name, row in rows.items():
            yield from _strings(row, str(name))
    elif isinstance(rows, list):
        for row in rows:
            yield from _strings(row, key)


def _too_hard(text: str, most: str = "B1") -> bool:
    return len(split_words(text)) >= LABEL and harder_than(measure(text).level, most)


def _stiff(text: str) -> list[str]:
    return [text[f.start : f.end] for f in findings(text) if f.kind in STIFF]


def _texts(path: Path) -> list[tuple[str, str]]:
    return list(_strings(yaml.safe_load(path.read_text(encoding="utf-8"))))


TEMPLATES = [
    CORPUS_DIR / name
    for name in ("messages.yaml", "appointments.yaml", "barriers.yaml", "organisations.yaml", "known.yaml")
] + sorted((CORPUS_DIR / "rights").glob("*.yaml"))
NOT_SHOWN = {"id", "source", "sources", "url", "kind", "forms", "variants", "procedure", "conditions", "amounts"}
FIXED = [ROOT / "ui" / "text.nl.yaml", *sorted((CORPUS_DIR / "sentences").glob("*.yaml"))]


@pytest.mark.parametrize("path", FIXED, ids=lambda path: path.name)
def test_screen_and_sentences(path):
    texts = _texts(path)
    assert [(key, text) for key, text in texts if _too_hard(text)] == []
    assert [(key, hits) for key, text in texts if (hits := tone_hits(text))] == []
    assert [(key, words) for key, text in texts if (words := _stiff(text))] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates(path):
    """Sheets, messages, rights and helpers; what a person says to an office may have "u"."""
    texts = [(key, text) for key, text in _texts(path) if key not in NOT_SHOWN]
    assert texts
    assert [(key, text) for key, text in texts if _too_hard(text)] == []
    assert [(key, hits) for key, text in texts if (hits := tone_hits(text))] == []


def test_rules_of_terms_that_are_shown():
    said = [text for key, text in _texts(CORPUS_DIR / "terms.yaml") if key == "say"]
    assert len(said) > 20
    assert [text for text in said if _too_hard(text) or tone_hits(text)] == []


def test_each_error_says_what_to_do():
    """A refusal of the program itself: at least one sentence is an order, or says what still works."""
    errors = yaml.safe_load((ROOT / "ui" / "text.nl.yaml").read_text(encoding="utf-8"))["error"]
    stuck = [key for key, text in errors.items() if key != "title" and not STEP.search(text)]
    assert stuck == []


def test_corpus_documents():
    assert [f"{p.file}:{p.line} {p.key}: {p.what}" for p in check_levels(read_corpus()[0])] == []


def test_procedures():
    procedures, _ = read_procedures()
    texts = [(p.id, key, text) for p in procedures.values() for key, text in _strings(p.model_dump(mode="json"))]
    shown = [row for row in texts if row[1] in PROCEDURE_TEXT]
    assert len(shown) > 20
    assert [row for row in shown if _too_hard(row[2])] == []
    assert [row for row in shown if tone_hits(row[2])] == []


def test_crisis_and_routes():
    for name in ("crisis.yaml", "routes.yaml"):
        texts = [text for _, text in _texts(CORPUS_DIR / name) if " " in text]
        assert [text for text in texts if _too_hard(text)] == []
        assert [text for text in texts if tone_hits(text)] == []


def test_glossary_explains_in_plain_words():
    entries = read_corpus()[0].glossary
    assert [entry.term for entry in entries if _too_hard(entry.plain)] == []
    assert [entry.term for entry in entries if tone_hits(entry.plain)] == []


def test_what_we_say_of_letters():
    texts = [text for kind in load_kinds() for text in (kind.what, *kind.advice, kind.if_nothing) if text]
    assert len(texts) > 50
    assert [text for text in texts if _too_hard(text) or tone_hits(text)] == []


def test_bad_news_comes_with_a_step():
    """A refusal, a missed term and an appeal name something to do or somebody who helps; so does every letter."""
    bad = {"weigering", "te-laat", "beroep"}
    sections = [(d.id, s) for d in read_corpus()[0].documents for s in d.sections if s.intent in bad]
    assert len(sections) > 50
    steps = {(name, s.id): any(p.kind == "step" for p in s.paragraphs) or bool(s.contacts) for name, s in sections}
    assert [place for place, found in steps.items() if not found] == []
    assert [kind.id for kind in load_kinds() if not (kind.advice or kind.procedures)] == []


def test_a_hard_text_is_caught():
    assert _too_hard("Overeenkomstig de vigerende reglementering dient de belanghebbende zich aan te melden.")
    assert tone_hits("Het is je eigen schuld.")
    assert _stiff("Gelieve te betalen.")
    assert not STEP.search("Dit bestand kunnen we niet lezen.")
