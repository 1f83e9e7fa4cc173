"""The language data of corpus/language/, read once and kept."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Model

LANGUAGE_DIR = CORPUS_DIR / "language"


class Words(Model):
    """The small words and lists of plain.yaml, all in lower case."""

    abbreviations: frozenset[str]
    abbreviations_at_end: frozenset[str]
    easy_words: frozenset[str]
    negations: frozenset[str]
    subordinators: frozenset[str]
    passive_verbs: frozenset[str]
    passive_perfect: frozenset[str]
    not_participle: frozenset[str]
    nominal_endings: tuple[str, ...]
    nominal_exceptions: frozenset[str]
    explained_after: tuple[str, ...]
    explained_next: tuple[str, ...]
    known_abbreviations: frozenset[str]
    date_words: frozenset[str]


@cache
def words() -> Words:
    """The lists of corpus/language/plain.yaml."""
    return Words(**table("plain"))


@cache
def table(name: str) -> Mapping[str, Any]:
    """One file of corpus/language/ as a mapping; empty when it does not exist."""
    rows: Mapping[str, Any] = load_yaml(LANGUAGE_DIR / f"{name}.yaml")
    return rows


@cache
def remedies() -> Mapping[str, str]:
    """The remedy of each kind of finding, with holes."""
    rows: Mapping[str, str] = table("remedies")["remedies"]
    return rows
