"""The level model on graded sentences and texts; half of them never seen by the fit."""

from pathlib import Path

from assistant.plain.fit import accuracy, graded

ROWS = graded(Path(__file__).parent)


def test_enough_examples():
    assert sum(row.kind == "sentences" for row in ROWS) >= 200
    assert sum(row.kind == "texts" for row in ROWS) >= 60


def test_held_back_levels():
    for kind, exact_wanted in (("sentences", 0.7), ("texts", 0.8)):
        exact, near = accuracy([row for row in ROWS if row.held and row.kind == kind])
        assert exact >= exact_wanted, kind
        assert near >= 0.98, kind
