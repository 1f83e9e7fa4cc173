"""BM25 over lists of terms: the lexical legs of the index.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; Lucene's variant as in bm25s.
"""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import bm25s
import numpy as np
from numpy.typing import NDArray

from ingest.index.counted import CountedBM25
from ingest.index.numbered import Numbered

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG
K1 = 1.2
B = 0.6
"""Sections with many question variants are not longer texts: a mild correction for length."""


class Hit(NamedTuple):
    """A chunk (or, at topic level, a document) and its score in one leg; higher is better."""

    chunk_id: str
    score: float


class Bm25:
    """BM25 of texts, each named by an id."""

    def __init__(self, ids: Sequence[str], model: Any | None) -> None:
        """`model` = the fitted bm25s model, None when there is no term at all."""
        self.ids = list(ids)
        self._model = model

    @classmethod
    def fit(cls, ids: Sequence[str], texts: Numbered, *, k1: float = K1, b: float = B) -> "Bm25":
        """Weigh the terms of each text; `ids` and `texts` go together."""
        if not texts.vocab:
            return cls(ids, None)
        model = CountedBM25(k1=k1, b=b, method="lucene", backend="numpy")
        model.index(texts, create_empty_token=False, show_progress=False)
        return cls(ids, model)

    @property
    def bare(self) -> Any:
        """The bm25s model itself, to measure what we add to its time; None when there is no term at all."""
        return self._model

    def search(self, terms: Sequence[str], k: int) -> list[Hit]:
        """The at most `k` best texts that hold a term; equal scores in the order of the ids."""
        return best_hits(self.scores(terms), self.ids, k)

    def scores(self, terms: Sequence[str]) -> NDArray[np.float32]:
        """The score of every text, in the order of `ids`; 0 where no term stands."""
        known = self._model.get_tokens_ids(list(terms)) if self._model else []
        if not known:
            return np.zeros(len(self.ids), dtype=np.float32)
        found: NDArray[np.float32] = self._model.get_scores_from_ids(known)  # type: ignore[union-attr]
        return found

    def save(self, folder: Path) -> None:
        """Write as numpy arrays and JSON."""
        folder.mkdir(parents=True)
        (folder / "ids.json").write_text(json.dumps(self.ids), encoding="utf-8")
        if self._model:
            self._model.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> "Bm25":
        """Read what `save` wrote. Raises OSError or ValueError when files are damaged."""
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        has_model = (folder / "vocab.index.json").exists()
        return cls(ids, bm25s.BM25.load(folder, load_corpus=False, load_vocab=True) if has_model else None)


def best_hits(scores: NDArray[np.float32], ids: Sequence[str], k: int) -> list[Hit]:
    """The `k` highest positive scores, best first; ties by id, so that the same question gives the same order."""
    if k <= 0:
        return []
    border = np.partition(scores, -k)[-k] if len(scores) > k else 0
    found = np.flatnonzero(scores >= border if border > 0 else scores > 0)
    ranked = sorted(((ids[i], float(scores[i])) for i in found.tolist()), key=lambda hit: (-hit[1], hit[0]))
    return [Hit(*hit) for hit in ranked[:k]]
