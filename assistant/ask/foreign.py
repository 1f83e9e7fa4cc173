"""The key words of an answer in the language of the question, by the glossary. The answer stays simple Dutch."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.models import HardWord
from assistant.sentences import Sentences
from ingest.corpus import CORPUS_DIR, load_yaml

Foreign = Literal["fr", "en"]
LEAST = 2
"""So many small words of a language are needed to take a question for it."""
MOST_WORDS = 6


def asked_in(question: str) -> Foreign | None:
    """French or English, when the question has more small words of it than Dutch ones; else None."""
    counts = {code: len(pattern.findall(question)) for code, pattern in _small_words().items()}
    best: Foreign = "fr" if counts["fr"] >= counts["en"] else "en"
    return best if counts[best] >= LEAST and counts[best] > counts["nl"] else None


def key_sentence(question: str, words: Sequence[HardWord], say: Sentences) -> str | None:
    """One line with the hard words of the answer in the language of the question; None when there is nothing to say."""
    language = asked_in(question)
    if language is None:
        return None
    pairs = [f"{word.word} = {meaning}" for word in words if (meaning := word.fr if language == "fr" else word.en)]
    return say.say(f"foreign.{language}", words="; ".join(pairs[:MOST_WORDS])) if pairs else None


@cache
def _small_words(root: Path = CORPUS_DIR) -> dict[str, re.Pattern[str]]:
    data: dict[str, str] = load_yaml(root / "language" / "languages.yaml")
    return {code: re.compile(pattern, re.IGNORECASE) for code, pattern in data.items()}
