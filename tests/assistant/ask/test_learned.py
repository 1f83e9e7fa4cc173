"""The classifiers that ship: they know the corpus of today, give probabilities, and are made the same twice."""

import math
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from assistant.ask.learned import BUCKETS, ROUTES_FILE, Learned, buckets, load_learned, quantised, save
from assistant.ask.training import Example, train_classifier
from assistant.models import Label
from ingest.corpus import load_corpus

TEXTS = {"fiets": ["fiets lenen", "waar is een fiets"], "tuin": ["groenten kweken", "een tuin huren"]}


def small(seed: int = 0) -> Learned:
    names = list(TEXTS)
    examples = [Example(buckets(text), number, 1.0) for number, name in enumerate(names) for text in TEXTS[name]]
    return train_classifier(names, examples, size=16, epochs=40, seed=seed)


def test_the_model_knows_the_sections_of_today() -> None:
    sections = {document.section_ref(section) for document in load_corpus().documents for section in document.sections}
    names = set(load_learned().names)
    assert len(names & sections) >= 0.98 * len(sections)
    assert names <= sections, "run `make models`: the model names sections that are gone"


def test_the_router_knows_only_labels_of_the_closed_list() -> None:
    assert set(load_learned(ROUTES_FILE).names) <= set(get_args(Label))


@pytest.mark.parametrize("text", ["leefloon", "", "x" * 5000, "مرحبا", "vdab afspraak gemist"])
def test_likelihoods_are_probabilities(text: str) -> None:
    model = load_learned()
    found = model.log_likelihoods(text)
    assert found.shape == (len(model.names),)
    assert math.isclose(float(np.exp(found).sum()), 1.0, rel_tol=1e-3)
    best = model.likely(text, 5)
    assert [one.score for one in best] == sorted((one.score for one in best), reverse=True)
    assert best == model.likely(text, 5)


def test_buckets_are_the_same_on_every_machine() -> None:
    assert buckets("c4")[:3].tolist() == [25189, 2359, 16951]
    assert buckets("").tolist() == [0]
    assert buckets("leefloon vragen").max() < BUCKETS


def test_a_question_finds_its_section() -> None:
    found = load_learned().likely("afspraak vdab gemist", 5)
    assert "vdab-afspraak-gemist#vandaag-nog" in [one.chunk_id for one in found]


def test_training_is_the_same_twice_and_learns() -> None:
    first, second = small(), small()
    assert all(np.array_equal(a, b) for a, b in zip(first[1:], second[1:], strict=True))
    assert not np.array_equal(first.pieces, small(seed=1).pieces)
    assert first.likely("een fiets", 1)[0].chunk_id == "fiets"
    assert first.likely("groenten in de tuin", 1)[0].chunk_id == "tuin"


def test_a_saved_model_answers_the_same(tmp_path: Path) -> None:
    model = small()
    save(model, tmp_path / "small.npz")
    again = load_learned(tmp_path / "small.npz")
    assert again.names == model.names
    assert np.allclose(again.log_likelihoods("een fiets"), model.log_likelihoods("een fiets"), atol=0.02)


def test_one_byte_a_piece_keeps_the_values() -> None:
    pieces = np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32)
    pieces[:, 3] = 0
    model = quantised(["a"], pieces, np.ones((1, 4), np.float32), np.zeros(1, np.float32))
    assert model.pieces.dtype == np.int8
    assert np.abs(model.pieces * model.scale - pieces).max() < np.abs(pieces).max() / 127
