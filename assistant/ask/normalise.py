"""Make a typed question fit for the rules and the retriever, without touching codes or names."""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Corpus

MAX_CHARACTERS = 1000
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
TAG = re.compile(r"<[^>]{0,200}>")
NOT_WORD = re.compile(r"[^a-z0-9]+")
WORD = re.compile(r"[a-z]+")
NAME = re.compile(r"(?<=[a-z0-9,] )[A-Z][a-z]\w*")
"""A capital in the middle of a sentence: a name, and no typing error."""
SHORTEST_REPAIR = 5


class Query(NamedTuple):
    """A question in the shapes that later steps need."""

    original: str
    clean: str
    """Readable text: no control characters, no markup."""
    plain: str
    """Lower case, no accents, no punctuation, SMS and dialect spelled out."""
    expanded: str
    """`repaired` with official terms added for lay words."""
    added: tuple[str, ...] = ()
    """The official terms that were added."""
    repaired: str = ""
    """`plain` with its spelling mended and nothing added."""


class Vocabulary(NamedTuple):
    """Words that the corpus uses, for spelling repair, and the lay terms."""

    words: frozenset[str]
    lay_terms: dict[str, tuple[str, ...]]
    asked: frozenset[str] = frozenset()
    """Other words of the question variants; they hold typing errors too, so only a common word repairs another."""

    @classmethod
    def of(
        cls, texts: list[str], lay_terms: dict[str, tuple[str, ...]], asked: Iterable[str] = ()
    ) -> "Vocabulary":
        """The words of four letters and more in `texts` and in the questions `asked`."""
        words = _long_words(texts)
        return cls(words, {fold(say): means for say, means in lay_terms.items()}, _long_words(asked) - words)

    @classmethod
    def of_corpus(cls, corpus: Corpus) -> "Vocabulary":
        """The words that the corpus and its readers use."""
        sections = [section for document in corpus.documents for section in document.sections]
        texts = [text for section in sections for text in (section.heading, section.text)]
        texts += [document.title for document in corpus.documents] + [entry.term for entry in corpus.glossary]
        return cls.of(texts, dict(corpus.lay_terms), (q for section in sections for q in section.questions))


def _long_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(w for text in texts for w in WORD.findall(fold(text)) if len(w) >= SHORTEST_REPAIR - 1)


def normalise(text: str, vocabulary: Vocabulary) -> Query:
    """The question as `Query`. Never raises; an empty question gives empty shapes."""
    clean = clean_text(text)
    plain = spell_out(fold(clean))
    names = set(fold(" ".join(NAME.findall(clean))).split())
    repaired = " ".join(word if word in names else _repair(word, vocabulary) for word in plain.split())
    added = _official_terms(repaired, vocabulary.lay_terms)
    return Query(text, clean, plain, " ".join([repaired, *added]), added, repaired)


def clean_text(text: str) -> str:
    """Text without markup, control or invisible characters; runs of spaces become one."""
    text = TAG.sub(" ", html.unescape(INVISIBLE.sub("", text)))
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs"} else c for c in text)
    return re.sub(r"\s+", " ", text).strip()


def fold(text: str) -> str:
    """Lower case without accents or punctuation: `Ik kán niet, hé?` -> `ik kan niet he`."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return NOT_WORD.sub(" ", letters).strip()


def spell_out(folded: str) -> str:
    """SMS and dialect words in full; other words as they are."""
    table = _spelling()
    return " ".join(filter(None, (table.get(word, word) for word in folded.split())))


@cache
def _spelling(root: Path = CORPUS_DIR) -> dict[str, str]:
    words: dict[str, str] = load_yaml(root / "language" / "spelling.yaml")["words"]
    return {fold(str(said)): str(meant) for said, meant in words.items()}


def _repair(word: str, vocabulary: Vocabulary) -> str:
    """The word that `word` misspells; `word` itself when it is known, short, a code or far off."""
    if len(word) < SHORTEST_REPAIR or word in vocabulary.words or not word.isalpha() or _is_common(word):
        return word
    written = _nearest(word, _by_letters(vocabulary.words, word[0]))
    return written or _nearest(word, _common(vocabulary.asked, word[0])) or word


def _nearest(word: str, known: Sequence[str]) -> str | None:
    """The one of `known` that is at most one slip away, two in a long word."""
    limit = 1 if len(word) < 8 else 2
    near = [other for other in known if abs(len(other) - len(word)) <= limit]
    best = process.extractOne(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=limit)
    return best[0] if best else None


@cache
def _by_letters(words: frozenset[str], letter: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if word.startswith(letter)))


@cache
def _common(words: frozenset[str], letter: str) -> tuple[str, ...]:
    """Those that are common in Dutch; what people type is not always spelled well itself."""
    from wordfreq import zipf_frequency

    return tuple(word for word in _by_letters(words, letter) if zipf_frequency(word, "nl") >= 2.8)


@cache
def _is_common(word: str) -> bool:
    """Whether everybody knows the word in Dutch, French or English: then it is no typing error."""
    from wordfreq import zipf_frequency  # loads its lists: only when a word is unknown

    return any(zipf_frequency(word, language) >= floor for language, floor in (("nl", 2.3), ("fr", 3.5), ("en", 3.5)))


def _official_terms(text: str, lay_terms: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    padded = f" {text} "
    found = [term for say, means in lay_terms.items() if f" {say} " in padded for term in means]
    return tuple(dict.fromkeys(term for term in map(fold, found) if f" {term} " not in padded))
