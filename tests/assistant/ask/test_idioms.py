"""Figures of speech are no danger; danger in the same words, or beside one, is."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.ask.normalise import fold, spell_out
from assistant.ask.route import crisis, load_routes
from ingest.corpus import CORPUS_DIR, load_yaml

TABLE: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("idioms.yaml").read_text("utf-8"))
DATA: dict[str, Any] = load_yaml(CORPUS_DIR / "language" / "idioms.yaml")


def test_the_tables_are_large() -> None:
    assert len(TABLE["harmless"]) >= 200
    assert len(TABLE["danger"]) >= 120
    assert all(len(lines) == len(set(lines)) for lines in TABLE.values())


@pytest.mark.parametrize("text", TABLE["harmless"])
def test_a_figure_of_speech_is_no_danger(text: str) -> None:
    assert crisis(text) is None


@pytest.mark.parametrize("text", TABLE["danger"])
def test_the_same_words_meant_are_danger(text: str) -> None:
    assert crisis(text) is not None


@pytest.mark.parametrize("text", TABLE["beside"])
def test_danger_beside_a_figure_of_speech_is_seen(text: str) -> None:
    assert crisis(text) is not None


def test_every_pattern_fits_a_sentence_of_the_table() -> None:
    texts = [spell_out(fold(text)) for text in TABLE["harmless"]]
    patterns = {pattern: re.compile(rf"\b(?:{_spelled(pattern)})\b") for pattern in DATA["not"]}
    assert [p for p, found in patterns.items() if not any(found.search(text) for text in texts)] == []


def test_no_name_of_words_is_left_or_unused() -> None:
    joined = " ".join(DATA["not"])
    assert [name for name in DATA["words"] if f"<{name}>" not in joined] == []
    assert not re.search(r"<\w+>", load_routes().idioms[-1].pattern)


def _spelled(pattern: str) -> str:
    for name, words in DATA["words"].items():
        pattern = pattern.replace(f"<{name}>", words)
    return pattern
