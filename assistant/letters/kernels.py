"""The kernels of a clause: by which words it asks something. Grammar is data (`duties.yaml`), for each language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import simplemma

from assistant.letters.patterns import compiled, letter_language

SHORT_ANSWER = 25
"""Characters: what stands behind a question and is no answer to it, such as thanks."""


def kernels_of(clause: str, tongue: str) -> Iterator[str]:
    """The names of the kernels in a clause; of a question only those of a question."""
    rules = rules_of(tongue)
    question, mark, answer = clause.rpartition("?")
    for name, words in rules["must"].items():
        if name in {"question", "act_question"}:
            asked = question.rpartition(". ")[2]
            wanted = name == "question" and has(rules["request_question"], asked)
            if mark and (wanted or len(answer.strip()) < SHORT_ANSWER) and has(words, asked + mark):
                yield name
        elif name == "turned":
            state = compiled(rules["turned_state"])
            if any(not state.search(match.group()) for match in compiled(words).finditer(answer)):
                yield name
        elif name == "open_command":
            if any(is_command(match["word"].lower(), tongue) for match in compiled(words).finditer(answer)):
                yield name
        elif has(words, answer):
            yield name


def is_command(word: str, tongue: str) -> bool:
    """Whether the form of a word is that of a command to one person: "strooi", "pense"."""
    return is_stem(word) if tongue == "nl" else is_tu_form(word)


@cache
def is_tu_form(word: str) -> bool:
    """Whether a French word is a verb on -e and no noun: "pense", "envoie", not "carte" or "note"."""
    lemma: str = simplemma.lemmatize(word, lang="fr")
    return word.endswith("e") and lemma.endswith("er") and lemma[:2] == word[:2]


@cache
def is_stem(word: str) -> bool:
    """Whether a Dutch word is the bare stem of a verb and no noun: "strooi", "ontkalk", not "loket" or "komt"."""
    lemma: str = simplemma.lemmatize(word, lang="nl")
    if word.endswith("en") or not lemma.endswith("en") or lemma == word or lemma[:2] != word[:2]:
        return False
    if word.endswith("t"):
        return lemma.removesuffix("en").endswith("t")
    inflected: str = simplemma.lemmatize(f"{word}t", lang="nl")
    return inflected == lemma


def has(words: str, text: str) -> bool:
    """Whether the pattern `words` stands in the text."""
    return compiled(words).search(text) is not None


@cache
def rules_of(tongue: str) -> dict[str, Any]:
    """The grammar of one language, every «piece» in its patterns filled in."""
    rules = dict(letter_language("duties")[tongue])
    pieces: dict[str, str] = {}
    for name, words in rules.pop("pieces").items():
        pieces[name] = _filled(words, pieces)
    filled: dict[str, Any] = _filled(rules, pieces)
    return filled


def _filled(value: Any, pieces: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item, pieces) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, pieces) for item in value]
    return re.sub(r"«(\w+)»", lambda match: pieces[match[1]], value)
