"""What of a question may leave this machine: personal data masked, then only words that our own texts use too.

Masking alone knows names by their capital, and people type without one. A list of allowed words cannot miss a name
that nobody thought of; what it costs is a rare word, and the model has the sentences of the answer beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from assistant.ask.normalise import Vocabulary, fold, normalise
from assistant.mask import mask
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Corpus

GAP = "…"
ASKED_BY = 4
"""So many question variants must hold a word that our texts do not."""
LONGEST_NUMBER = 4
"""Digits in a row, spaces not counted: a year may go, a telephone, a date or a number of a person may not."""


def outgoing(question: str, corpus: Corpus) -> str:
    """The question in small letters, its spelling mended; each word that is not an ordinary one is a gap."""
    vocabulary = Vocabulary.of_corpus(corpus)
    words = normalise(mask(question).masked, vocabulary).repaired.split()
    ordinary = (vocabulary.words | _often_asked(corpus) | _everyday()) - _first_names()
    return re.sub(rf"{GAP}(?: {GAP})+", GAP, " ".join(_allowed(words, ordinary)))


def _allowed(words: list[str], ordinary: frozenset[str]) -> Iterator[str]:
    for is_number, run in groupby(words, str.isdigit):
        row = list(run)
        if is_number:
            yield from row if sum(map(len, row)) <= LONGEST_NUMBER else [GAP]
        else:
            yield from (word if word in ordinary else GAP for word in row)


def _often_asked(corpus: Corpus) -> frozenset[str]:
    """The words of several question variants; what stands in one only may be a name that somebody made up for it."""
    questions = (q for document in corpus.documents for section in document.sections for q in section.questions)
    counts = Counter(word for question in questions for word in set(fold(question).split()))
    return frozenset(word for word, n in counts.items() if n >= ASKED_BY and not _street().fullmatch(word))


@cache
def _everyday(root: Path = CORPUS_DIR) -> frozenset[str]:
    """Small words, and the words that stand in the place of what was masked."""
    small: list[str] = load_yaml(root / "language" / "stop_words.yaml")["stop_words"]
    said: dict[str, str] = load_yaml(root / "language" / "mask.yaml")["say"]
    return frozenset(map(fold, [*map(str, small), *said.values()]))


@cache
def _street(root: Path = CORPUS_DIR) -> re.Pattern[str]:
    """A word that ends as the names of streets do."""
    return re.compile(rf"\w+(?:{load_yaml(root / 'language' / 'mask.yaml')['address']['suffix']})")


@cache
def _first_names(root: Path = CORPUS_DIR) -> frozenset[str]:
    """First names, but for those that are words of everyday talk too ("die", "an")."""
    names: list[str] = load_yaml(root / "language" / "mask.yaml")["first_names"]
    return frozenset(map(fold, names)) - _everyday()
