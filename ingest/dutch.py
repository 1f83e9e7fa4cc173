"""Dutch words as the index sees them: folded, stemmed, compounds split, stop words out.

An `Analyser` belongs to one index: compounds are split into words that its corpus, or everyday Dutch, uses.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

from ingest.corpus import CORPUS_DIR, load_yaml

VERSION = 2
"""Goes up when the same text gives other terms: indexes of an older version are built again."""
NOT_WORD = re.compile(r"[^a-z0-9]+")
SHORTEST_PART = 4
LONGEST_COMPOUND = 40
LINKS = ("", "s", "en", "e", "er", "n")
"""What stands between the parts of a compound: arbeid-s-ongeval, kind-er-opvang."""
EVERYDAY = 20_000
SHORT_EVERYDAY = 4_000
"""How many frequent Dutch words may be a part; of four letters only the most frequent (or kind|eren would split)."""
GRAM = 4


def fold(text: str) -> str:
    """Lower case without accents or punctuation: `Ik kán niet, hé?` -> `ik kan niet he`."""
    letters = text.lower().replace("’", "'")
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters).translate(_MARKS)
    return NOT_WORD.sub(" ", letters).strip()


class _Marks(dict[int, int | None]):
    """What `str.translate` asks for each character: marks that combine (accents) go, the others stay."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS = _Marks()


def grams(text: str) -> list[str]:
    """The character 4-grams of each word, with its borders marked: `bus` -> `_bus`, `bus_`."""
    return [piece for word in fold(text).split() for piece in _pieces(word)]


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> tuple[str, ...]:
    padded = f"_{word}_"
    return tuple(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))


class Analyser:
    """Turns text into terms. The same words always give the same terms."""

    def __init__(self, parts: Iterable[str], lemmas: Mapping[str, str]) -> None:
        """`parts` = the folded words that a compound may consist of; `lemmas`: `kinderen` -> `kind`."""
        self.parts = frozenset(parts)
        self.lemmas = lemmas
        self._stemmer = Stemmer.Stemmer("dutch")
        self._known: dict[str, tuple[str, ...]] = {}

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Analyser":
        """An analyser whose compounds consist of words of `texts` or of everyday Dutch."""
        counts = Counter(word for text in texts for word in fold(text).split())
        own = {word for word, count in counts.items() if count > 1}
        words = (own | set(_everyday())) - stop_words()
        parts = (word for word in words if len(word) >= SHORTEST_PART and word.isalpha())
        return cls(parts, _lemmas(counts.keys() | set(_everyday())))

    def terms(self, text: str) -> list[str]:
        """The stems of `text` in order, without stop words; a compound gives its own stem and those of its parts."""
        return [term for word in fold(text).split() if word not in stop_words() for term in self._terms(word)]

    def all_terms(self, text: str) -> list[str]:
        """As `terms`, with the stop words: `hoe`, `wanneer` and `mag` say which section is wanted."""
        return [term for word in fold(text).split() for term in self._terms(word)]

    def _terms(self, word: str) -> tuple[str, ...]:
        found = self._known.get(word)
        if found is None:
            stems = map(self._stem, (word, *self.split(self.lemmas.get(word, word))))
            found = self._known[word] = tuple(dict.fromkeys(stems))
        return found

    def _stem(self, word: str) -> str:
        stem: str = self._stemmer.stemWord(self.lemmas.get(word, word))
        return stem

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, two or three; empty when it is none."""
        if not 2 * SHORTEST_PART <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
            return ()
        return self._split_in_two(word) or self._split_in_three(word)

    def _split_in_two(self, word: str) -> tuple[str, ...]:
        """The split whose shortest part is longest."""
        best: tuple[str, ...] = ()
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head, tail = self._head(word[:at]), word[at:]
            if head and self._is_part(tail) and min(len(head), len(tail)) > min(map(len, best), default=0):
                best = (head, tail)
        return best

    def _split_in_three(self, word: str) -> tuple[str, ...]:
        for at in range(len(word) - 2 * SHORTEST_PART, SHORTEST_PART - 1, -1):
            head = self._head(word[:at])
            if head and (rest := self._split_in_two(word[at:])):
                return (head, *rest)
        return ()

    def _head(self, start: str) -> str | None:
        for link in LINKS:
            part = start.removesuffix(link) if link else start
            if len(part) >= SHORTEST_PART and (not link or part != start) and part in self.parts:
                return part
        return None

    def _is_part(self, word: str) -> bool:
        return word in self.parts or any(
            word.removesuffix(end) in self.parts
            for end in ("en", "s", "e")
            if word.endswith(end) and len(word) - len(end) >= SHORTEST_PART
        )


@cache
def stop_words(root: Path = CORPUS_DIR) -> frozenset[str]:
    """The words that say nothing about the subject (`corpus/language/stop_words.yaml`)."""
    rows: Mapping[str, list[str]] = load_yaml(root / "language" / "stop_words.yaml")
    return frozenset(map(str, rows["stop_words"]))


def _lemmas(words: Iterable[str]) -> dict[str, str]:
    """The lemma of each word that the stemmer would not find: `kinderen` -> `kind`, `geschorst` -> `schorsen`."""
    import simplemma  # loads its lists: only while an index is built

    found = {word: fold(simplemma.lemmatize(word, lang="nl")) for word in sorted(words) if word.isalpha()}
    return {word: lemma for word, lemma in found.items() if lemma and lemma != word}


@cache
def _everyday() -> tuple[str, ...]:
    """Frequent Dutch words, folded."""
    from wordfreq import top_n_list  # loads its lists: only while an index is built

    words = [fold(word) for word in top_n_list("nl", EVERYDAY)]
    return tuple(word for rank, word in enumerate(words) if len(word) > SHORTEST_PART or rank < SHORT_EVERYDAY)
