"""What the speed suite measures: a desk that opens an index and answers; chunks mixed from real words."""

from datetime import date

import pytest

from assistant.evals import desk, speed
from assistant.evals.desk import percentiles
from assistant.evals.suites import CASES
from assistant.wegwijs import Wegwijs
from ingest import corpus_chunks


def test_mixed_chunks_are_own_documents_of_real_words(wegwijs: Wegwijs) -> None:
    chunks = list(corpus_chunks(wegwijs.corpus))
    found = speed.mixed(chunks, 50)
    assert found == speed.mixed(chunks, 50)
    assert len({chunk.id for chunk in found}) == 50
    assert all(chunk.is_own and not chunk.questions for chunk in found)
    known = {word for chunk in chunks for word in chunk.text.split()}
    assert {word for chunk in found for word in chunk.text.split()} <= known


def test_a_desk_gives_its_figures(wegwijs: Wegwijs, monkeypatch: pytest.MonkeyPatch) -> None:
    wegwijs.candidates("leefloon")
    monkeypatch.setattr(desk, "ASKED", 24)
    found = dict(desk.figures(wegwijs.settings.home, date(2026, 11, 25), CASES))
    assert found["chunks"] == len(list(corpus_chunks(wegwijs.corpus)))
    assert 0 < found["ask_p50_ms"] <= found["ask_p95_ms"]
    assert {"people_p95_ms", "memory_mb", "words_over_library", "grams_over_library", "dense_ms"} <= found.keys()
    budgets = {name.removeprefix("large_") for name in speed.BUDGETS}
    assert budgets - found.keys() == {"unchanged_10000_s", "page_s", "help_s", "plain_two_pages_ms"}


def test_percentiles() -> None:
    found = dict(percentiles("a", [float(n) for n in range(1, 101)]))
    assert found == pytest.approx({"a_p50_ms": 50.5, "a_p95_ms": 95.95})
