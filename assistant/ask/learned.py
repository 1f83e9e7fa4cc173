"""Small classifiers over words and letters: which section is a question about, and which kind of message is it?

They are trained on the question variants of the corpus and on the examples of the routes
(`python -m assistant.ask.train`) and stored beside this file. A section that is newer than the model is found by
the other legs.

Source of the method: Joulin et al., Bag of Tricks for Efficient Text Classification, EACL 2017.
"""

import math
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

SECTIONS_FILE = Path(__file__).with_name("sections.npz")
ROUTES_FILE = Path(__file__).with_name("routes.npz")
BUCKETS = 1 << 15
PIECES = (3, 4, 5)
"""Lengths of the character pieces; they survive typing errors and dialect."""

Floats = npt.NDArray[np.float32]
Buckets = npt.NDArray[np.int64]


class Likely(NamedTuple):
    """A class (section or label) and how likely it is (natural log, at most 0)."""

    chunk_id: str
    score: float


class Learned(NamedTuple):
    """The classifier: `pieces` (buckets x size, int8) x `scale`, `classes` (classes x size), `bias`."""

    names: tuple[str, ...]
    pieces: npt.NDArray[np.int8]
    scale: Floats
    classes: Floats
    bias: Floats

    def likely(self, asked: str, k: int) -> list[Likely]:
        """The `k` most likely classes, best first. `asked` is folded text."""
        found = self.log_likelihoods(asked)
        best = np.argsort(-found, kind="stable")[:k]
        return [Likely(self.names[n], float(found[n])) for n in best]

    def log_likelihoods(self, asked: str) -> Floats:
        """One value for each of `names`; they sum to 1 as probabilities."""
        rows = buckets(asked)
        summed = self.pieces[rows].astype(np.float32).sum(axis=0) * self.scale / math.sqrt(len(rows))
        scores = self.classes @ summed + self.bias
        scores -= scores.max()
        found: Floats = scores - np.log(np.exp(scores).sum())
        return found


def buckets(text: str) -> Buckets:
    """The hashed words, word pairs and character pieces of a folded text; never empty."""
    words = text.split()
    found = [f"w_{word}" for word in words] + [f"{a}_{b}" for a, b in zip(words, words[1:], strict=False)]
    for word in words:
        padded = f"<{word}>"
        found += [padded[i : i + n] for n in PIECES for i in range(len(padded) - n + 1)]
    return np.array([zlib.crc32(piece.encode()) % BUCKETS for piece in found] or [0], dtype=np.int64)


def save(model: Learned, path: Path) -> None:
    """Write the model, compressed, without pickle."""
    np.savez_compressed(
        path, names=np.array(model.names), pieces=model.pieces, scale=model.scale,
        classes=model.classes.astype(np.float16), bias=model.bias,
    )  # fmt: skip


def quantised(names: Sequence[str], pieces: Floats, classes: Floats, bias: Floats) -> Learned:
    """The model with its pieces in one byte each: a quarter of the size."""
    scale = np.maximum(np.abs(pieces).max(axis=0), 1e-9) / 127
    return Learned(tuple(names), np.round(pieces / scale).astype(np.int8), scale.astype(np.float32), classes, bias)


@cache
def load_learned(path: Path = SECTIONS_FILE) -> Learned:
    """A model that ships with wegwijs: for sections, or for routes."""
    with np.load(path, allow_pickle=False) as data:
        return Learned(
            tuple(map(str, data["names"])), data["pieces"], data["scale"],
            data["classes"].astype(np.float32), data["bias"],
        )  # fmt: skip
