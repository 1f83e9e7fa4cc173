"""Sentences of the corpus, each forged a little: hardly any forgery may pass for what the page says."""

import random
import re
from collections.abc import Callable

import pytest

from assistant.llm.proof import is_carried
from assistant.wegwijs import Wegwijs

EVERY = 5
LET_THROUGH = 0.01
Forge = Callable[[str], str]


def swap(pattern: str, other: str) -> Forge:
    return lambda text: re.sub(pattern, other, text, count=1)


def next_digit(text: str) -> str:
    return re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), text, count=1)


FORGERIES: dict[str, Forge] = {
    "another digit": next_digit,
    "no negation": swap(r"\b(?:niet|geen) ", ""),
    "may -> must": swap(r"\b(?:mag|kan)\b", "moet"),
    "must -> may": swap(r"\bmoet\b", "mag"),
    "before -> after": swap(r"\bv[oó][oó]r\b", "na"),
    "after -> before": swap(r"\bna\b", "voor"),
    "days, months -> weeks": swap(r"\b(?:werkdagen|dagen|maanden)\b", "weken"),
    "no condition": swap(r"^Als [^,]+, ", ""),
    "no doubt": swap(r"\b(?:soms|misschien|vaak|meestal|alleen) ", ""),
    "at least -> at most": swap(r"\bminstens\b", "hoogstens"),
    "another body": swap(r"\b(?:VDAB|RVA|OCMW)\b", "HVW"),
    "another helper": swap(r"\b(?:vakbond|advocaat|gemeente)\b", "werkgever"),
    "another month": swap(r"\b(?:januari|maart|juli)\b", "oktober"),
    "for nothing": swap(r"^(\w+) ", r"\1 gratis "),
    "always": swap(r"^(\w+) ", r"\1 altijd "),
}


@pytest.fixture(scope="module")
def sentences(wegwijs: Wegwijs) -> list[str]:
    found = [
        sentence.text
        for document in wegwijs.corpus.documents
        for section in document.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
    ]
    return found[::EVERY]


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_falls(name: str, sentences: list[str]) -> None:
    pairs = [(text, forged) for text in sentences if (forged := FORGERIES[name](text)) != text]
    passed = [forged for text, forged in pairs if is_carried(forged, [text])]
    assert len(passed) <= LET_THROUGH * len(pairs), passed[:5]


def test_another_sentence_is_no_proof(sentences: list[str]) -> None:
    others = random.Random(3).sample(sentences, k=len(sentences))
    pairs = [(text, other) for text, other in zip(sentences, others, strict=True) if text != other]
    assert sum(is_carried(other, [text]) for text, other in pairs) <= LET_THROUGH * len(pairs)


def test_a_sentence_carries_itself(sentences: list[str]) -> None:
    """Those that do not have no word of their own ("Dit doe je zelf:")."""
    assert sum(is_carried(text, [text]) for text in sentences) >= 0.98 * len(sentences)
