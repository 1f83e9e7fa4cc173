"""The level model on graded sentences and texts; half of them never seen by the fit."""

from pathlib import Path

import pytest

from assistant.plain.data import LANGUAGE_DIR
from assistant.plain.fit import accuracy, fit, graded
from ingest.corpus import load_yaml

ROWS = graded(Path(__file__).parent)


def test_enough_examples():
    assert sum(row.kind == "sentences" for row in ROWS) >= 200
    assert sum(row.kind == "texts" for row in ROWS) >= 60


def test_held_back_levels():
    for kind, exact_wanted in (("sentences", 0.7), ("texts", 0.8)):
        exact, near = accuracy([row for row in ROWS if row.held and row.kind == kind])
        assert exact >= exact_wanted, kind
        assert near >= 0.98, kind


def test_level_yaml_is_the_fit_on_these_examples():
    """When features or phrases change, fit again: a model of yesterday would grade with other counts."""
    fresh = fit([row for row in ROWS if not row.held])
    kept = load_yaml(LANGUAGE_DIR / "level.yaml")
    assert kept["weights"] == pytest.approx(fresh["weights"], abs=0.02)
    assert kept["limits"] == pytest.approx(fresh["limits"], abs=0.05)
    assert kept["intercept"] == pytest.approx(fresh["intercept"], abs=0.1)
