"""The nearest question variant of each section: cosine over stems and character 4-grams."""

import json
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.index.bm25 import Hit, best_hits

Features = Callable[[str], Sequence[str]]
"""Text -> its features (terms or grams)."""
Floats = NDArray[np.float32]
Array = NDArray[Any]


class Space:
    """tf-idf vectors of length 1 over one kind of feature, turned so that a query only touches its own features."""

    def __init__(self, columns: dict[str, int], idf: Floats, postings: Mapping[str, Array], size: int) -> None:
        """`postings`: `starts` of each feature in `texts` (numbers) and `weights`; `size` = how many texts."""
        self.columns = columns
        self.idf = idf
        self.postings = postings
        self.size = size

    @classmethod
    def fit(cls, texts: Sequence[Sequence[str]]) -> "Space":
        """Weigh the features of each text."""
        counts = Counter(chain.from_iterable(map(set, texts)))
        columns = {feature: number for number, feature in enumerate(sorted(counts))}
        idf = np.array([1 + math.log((1 + len(texts)) / (1 + counts[f])) for f in columns], dtype=np.float32)
        rows = [_unit(columns, idf, text) for text in texts]
        features = np.array(list(chain.from_iterable(rows)), dtype=np.int64)
        order = np.argsort(features, kind="stable")
        postings: dict[str, Array] = {
            "starts": np.searchsorted(features[order], np.arange(len(columns) + 1)),
            "texts": np.repeat(np.arange(len(texts), dtype=np.int32), [len(row) for row in rows])[order],
            "weights": np.array(list(chain.from_iterable(row.values() for row in rows)), dtype=np.float32)[order],
        }
        return cls(columns, idf, postings, len(texts))

    def cosines(self, features: Sequence[str]) -> Floats:
        """The cosine (0 to 1) of a text with every text; features that no text has make it less alike."""
        starts, texts, weights = (self.postings[name] for name in ("starts", "texts", "weights"))
        scores = np.zeros(self.size, dtype=np.float32)
        for column, weight in _unit(self.columns, self.idf, features).items():
            if column >= 0:
                piece = slice(starts[column], starts[column + 1])
                scores[texts[piece]] += np.float32(weight) * weights[piece]
        return scores

    def save(self, folder: Path, name: str) -> None:
        """Write as numpy arrays and JSON."""
        (folder / f"{name}.json").write_text(json.dumps(list(self.columns)), encoding="utf-8")
        arrays: dict[str, Any] = {**self.postings, "idf": self.idf, "size": np.array(self.size)}
        np.savez(folder / f"{name}.npz", **arrays)

    @classmethod
    def load(cls, folder: Path, name: str) -> "Space":
        """Read what `save` wrote. Raises OSError, KeyError or ValueError when files are damaged."""
        features = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        with np.load(folder / f"{name}.npz", allow_pickle=False) as found:
            arrays = dict(found)
        idf, size = arrays.pop("idf"), int(arrays.pop("size"))
        return cls({feature: i for i, feature in enumerate(features)}, idf, arrays, size)


def _unit(columns: dict[str, int], idf: Floats, features: Sequence[str]) -> dict[int, float]:
    """Column -> weight of a text of length 1. Unknown features count as one negative column each."""
    rarest = float(idf.max(initial=1.0))
    weights: dict[int, float] = {}
    for feature, count in Counter(features).items():
        column = columns.get(feature, -1 - len(weights))
        weights[column] = (1 + math.log(count)) * (float(idf[column]) if column >= 0 else rarest)
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {column: weight / norm for column, weight in weights.items()}


class Variants:
    """All question variants with the section each belongs to."""

    def __init__(self, owners: Sequence[str], spaces: tuple[Space, Space]) -> None:
        """`owners` = the chunk of each variant, variants of one chunk side by side."""
        self.owners = list(owners)
        self.spaces = spaces
        starts = [i for i, owner in enumerate(owners) if i == 0 or owners[i - 1] != owner]
        self._starts = np.array(starts, dtype=np.int64)
        self._ids = [owners[i] for i in starts]

    @classmethod
    def fit(cls, variants: Sequence[tuple[str, str]], terms: Features, grams: Features) -> "Variants":
        """`variants` = (chunk id, question), those of one chunk side by side."""
        spaces = tuple(Space.fit([kind(text) for _, text in variants]) for kind in (terms, grams))
        return cls([owner for owner, _ in variants], (spaces[0], spaces[1]))

    def search(self, terms: Sequence[str], grams: Sequence[str], k: int) -> list[Hit]:
        """The `k` chunks with the nearest variant; score 0 to 1 = mean cosine over stems and over 4-grams."""
        if not self.owners:
            return []
        cosines = (self.spaces[0].cosines(terms) + self.spaces[1].cosines(grams)) / 2
        return best_hits(np.minimum(np.maximum.reduceat(cosines, self._starts), 1), self._ids, k)

    def save(self, folder: Path) -> None:
        """Write as numpy arrays and JSON."""
        folder.mkdir(parents=True)
        (folder / "owners.json").write_text(json.dumps(self.owners), encoding="utf-8")
        for space, name in zip(self.spaces, ("terms", "grams"), strict=True):
            space.save(folder, name)

    @classmethod
    def load(cls, folder: Path) -> "Variants":
        """Read what `save` wrote."""
        owners = json.loads((folder / "owners.json").read_text(encoding="utf-8"))
        return cls(owners, (Space.load(folder, "terms"), Space.load(folder, "grams")))
