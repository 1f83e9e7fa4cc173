"""The language of letters as data: compiled patterns of `corpus/language/letters/`."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ingest.corpus import CORPUS_DIR, load_yaml


@cache
def letter_language(name: str, root: Path = CORPUS_DIR) -> dict[str, Any]:
    """The content of one file of `corpus/language/letters/`, without its ending."""
    data: dict[str, Any] = load_yaml(root / "language" / "letters" / f"{name}.yaml")
    return data


@cache
def pattern(file: str, key: str) -> re.Pattern[str]:
    """One pattern, or a list of patterns read as alternatives. Case does not matter."""
    value = letter_language(file)[key]
    return re.compile(one_of(value), re.IGNORECASE | re.MULTILINE)


@cache
def compiled(words: str) -> re.Pattern[str]:
    """A pattern that stands in the data itself. Kept: there are more of them than `re` remembers."""
    return re.compile(words, re.IGNORECASE | re.MULTILINE)


@cache
def just_before(file: str, key: str) -> re.Pattern[str]:
    """The same, but it must end where the searched text ends (white space aside)."""
    value = letter_language(file)[key]
    return re.compile(rf"(?<!\w)(?:{one_of(value)})[\s(]*$", re.IGNORECASE)


def one_of(value: str | Sequence[str]) -> str:
    """Alternatives as one pattern."""
    return value if isinstance(value, str) else "|".join(f"(?:{part})" for part in value)
