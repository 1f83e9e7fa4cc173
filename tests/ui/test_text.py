"""Every fixed sentence is plain, and every error has one."""

import ast
from pathlib import Path

import pytest

import ingest.errors
from assistant.models import Answer, Letter
from assistant.plain import harder_than, measure, tone_hits
from ingest.errors import UnreadableFile, WegwijsError
from ingest.models import DOMAINS
from ui.text import Text, load_text

NAMES = ("sender.", "domain.", "date.", "who.", "app.name")
"""Names of bodies, subjects, days and months: there is no other word for them."""
HOLES = {
    "n": 3, "total": 6, "file": "brief.pdf", "id": "woonplaats", "options": "ja, nee", "suites": "ask",
    "why": "Dat helpt.", "ask": "Waar woon je?", "question": "Waar woon je?", "title": "Een leefloon vragen",
    "phone": "112", "level": "A2", "date": "14 januari", "door": "Brief", "publisher": "VDAB", "rule": "14 dagen",
    "start": "14 januari", "term": "14 dagen", "where": "VDAB", "weekday": "dinsdag", "day": "14 januari",
    "month": "januari", "year": 2027, "time": "14 uur", "hour": 14, "minute": "30", "name": "e5",
    "body": "VDAB", "who": "je vakbond", "extra": "llm", "place": "Gent",
}  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("key, sentence", load_text().items())
def test_plain(key: str, sentence: str) -> None:
    filled = sentence.format(**HOLES)
    assert "!" not in filled
    assert not tone_hits(filled)
    if not key.startswith(NAMES):
        level = measure(filled).level
        assert not harder_than(level, "B1"), f"{level}: {filled}"


def error_classes() -> list[type[WegwijsError]]:
    found = [value for value in vars(ingest.errors).values() if isinstance(value, type)]
    return [value for value in found if issubclass(value, WegwijsError)]


@pytest.mark.parametrize("kind", error_classes())
def test_each_code_has_a_sentence(kind: type[WegwijsError]) -> None:
    assert load_text().error(kind("in English")) == load_text()[f"error.{kind.code}"]


def raised_reasons() -> set[tuple[str, str]]:
    """(code, reason) of every `raise XError(..., reason="...")` in the code."""
    codes = {kind.__name__: kind.code for kind in error_classes()}
    rows = set()
    for folder in ("ingest", "assistant", "ui"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in codes:
                    rows |= {
                        (codes[node.func.id], word.value.value)
                        for word in node.keywords
                        if word.arg == "reason" and isinstance(word.value, ast.Constant) and word.value.value
                    }
    return rows


@pytest.mark.parametrize("code, reason", sorted(raised_reasons()))
def test_each_reason_has_a_sentence(code: str, reason: str) -> None:
    assert f"error.{code}.{reason}" in load_text()


def test_a_reason_without_a_sentence_falls_back_to_its_code() -> None:
    error = UnreadableFile("in English", reason="never-heard-of", file="x.pdf")
    assert load_text().error(error) == load_text()["error.unreadable-file"]


def test_a_missing_value_leaves_no_second_error() -> None:
    assert "..." in load_text().error(UnreadableFile("in English", reason="missing"))


def test_every_closed_set_has_its_words() -> None:
    text = load_text()
    kinds = Letter.model_fields["sender"].annotation.model_fields["kind"].annotation.__args__  # type: ignore[union-attr]
    urgencies = ("laag", "middel", "hoog", "dringend")
    keys = [f"sender.{kind}" for kind in kinds] + [f"domain.{name}" for name in DOMAINS]
    keys += [f"urgency.{name}" for name in urgencies] + [f"who.{who}" for who in ("client", "together", "outreacher")]
    assert [key for key in keys if key not in text] == []
    assert Answer.model_fields["kind"] is not None


def test_unknown_keys_and_lists_are_errors() -> None:
    text = Text({"a": {"b": "x", "c": ["y", "z"]}})
    assert text["a.b"] == "x"
    assert text.lines("a.c") == ("y", "z")
    for wrong in ("a", "a.d", "a.c"):
        with pytest.raises(KeyError):
            text[wrong]
