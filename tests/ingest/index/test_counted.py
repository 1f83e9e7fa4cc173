"""Counting with scipy gives what bm25s gives itself."""

import random
from pathlib import Path

import bm25s
import numpy as np
import pytest

from ingest.index.bm25 import Bm25
from ingest.index.counted import CountedBM25
from ingest.index.numbered import Numbered

CHANCE = random.Random(3)
TEXTS = [CHANCE.choices("abcdefghij", weights=range(1, 11), k=length) for length in (7, 30, 1, 0, 12, 12, 55)]


@pytest.mark.parametrize(("k1", "b"), [(1.5, 0.75), (1.2, 0.6), (0.9, 0.0)])
def test_the_same_scores_as_the_library(k1: float, b: float) -> None:
    numbered = Numbered.of(TEXTS)
    ours, library = (kind(k1=k1, b=b, method="lucene", backend="numpy") for kind in (CountedBM25, bm25s.BM25))
    for model in (ours, library):
        model.index(numbered, create_empty_token=False, show_progress=False)
    assert ours.vocab_dict == library.vocab_dict
    for query in (["a"], ["j", "j", "c"], list("abcdefghij")):
        known = ours.get_tokens_ids(query)
        assert ours.get_scores_from_ids(known) == pytest.approx(library.get_scores_from_ids(known), rel=1e-5)
        assert ours.get_scores_from_ids(known).dtype == np.float32


def test_saved_and_read_again(tmp_path: Path) -> None:
    ids = [str(number) for number in range(len(TEXTS))]
    fitted = Bm25.fit(ids, Numbered.of(TEXTS))
    fitted.save(tmp_path / "leg")
    assert Bm25.load(tmp_path / "leg").search(["a", "j"], 5) == fitted.search(["a", "j"], 5)
    assert Bm25.fit([], Numbered.of([])).search(["a"], 5) == []
