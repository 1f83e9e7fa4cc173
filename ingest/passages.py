"""Find passages of any Dutch collection: no question variants, nothing trained, only the words.

Three kinds of evidence are added, each as a share of the best score it gives: character 4-grams (typing errors,
inflection, dialect), stems with compounds split, and pairs of neighbouring words. Adding shares of scores keeps
how far the best passage stands out; fusing by rank loses that, and with it the lead over 4-grams alone
(docs/retrieval.md).
"""

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.dutch import Analyser, fold, grams
from ingest.index.bm25 import Bm25, Hit, best_hits
from ingest.index.numbered import Numbered

K1, B = 1.5, 0.75
"""The usual values: nothing is known about the lengths in an unknown collection."""
GRAMS, STEMS, PAIRS = 2.0, 1.0, 0.2
"""What each kind of evidence counts."""
BUCKETS = 1 << 20
"""Pairs are hashed: those of a hundred thousand passages fit in memory, the strings do not."""


class GramPassages:
    """A collection searched by character 4-grams alone: what the others are compared with."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        """Index `texts`, each named by its id."""
        self._grams = _fit(ids, map(grams, texts))

    def search(self, query: str, k: int) -> list[Hit]:
        """The at most `k` best passages, best first."""
        return self._grams.search(grams(query), k)


class Passages:
    """A collection that can be searched. Read-only once made, safe to share between threads."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        """Index `texts`, each named by its id; about 0.4 ms a passage of 90 words."""
        self.ids = list(ids)
        self._analyser = Analyser.of(texts)
        self._grams = _fit(ids, map(grams, texts))
        self._stems = _fit(ids, map(self._analyser.terms, texts))
        self._pairs = _fit(ids, map(pairs, texts))

    def search(self, query: str, k: int, *, repaired: str = "", expanded: str = "") -> list[Hit]:
        """The at most `k` best passages, score 0 to 3.2, best first; empty when they share nothing with the query.

        `repaired` = the query with its spelling mended; `expanded` = that with official terms for lay words added.
        Both are the caller's, who knows the words of the collection and those of the people.
        """
        repaired = repaired or query
        expanded = expanded or repaired
        typed, meant = grams(query), grams(expanded)
        alike = _shares(self._grams.scores(typed))
        by_grams = alike if typed == meant else (alike + _shares(self._grams.scores(meant))) / 2
        total = (
            GRAMS * by_grams
            + STEMS * _shares(self._stems.scores(self._analyser.terms(expanded)))
            + PAIRS * _shares(self._pairs.scores(pairs(repaired)))
        )
        return best_hits(total, self.ids, k)


def _fit(ids: Sequence[str], texts: Iterable[Iterable[str]]) -> Bm25:
    return Bm25.fit(ids, Numbered.of(texts), k1=K1, b=B)


def pairs(text: str) -> list[str]:
    """The number of the bucket of each two neighbouring words."""
    return [str(zlib.crc32(f"{a} {b}".encode()) % BUCKETS) for a, b in pairwise(fold(text).split())]


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each score as a share of the best one."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
