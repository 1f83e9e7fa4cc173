"""The judged review set: 300 rewritten sentences, and the references for SARI."""

from pathlib import Path

import pytest
import yaml

from assistant.evals.plain import _sari
from assistant.plain.rewrite import keeps_facts, rewrite_sentence

HERE = Path(__file__).parent
ROWS = yaml.safe_load((HERE / "rewrites.yaml").read_text(encoding="utf-8"))["rewrites"]
REFERENCES = yaml.safe_load((HERE / "references.yaml").read_text(encoding="utf-8"))


def share(name, number):
    return sum(row[name][number] for row in ROWS) / len(ROWS)


def test_three_hundred_different_sentences():
    assert len(ROWS) == len({row["source"] for row in ROWS}) == 300


def test_output_is_what_was_judged():
    changed = [row["source"] for row in ROWS if rewrite_sentence(row["source"]) != row["output"]]
    assert changed == []


@pytest.mark.parametrize("name", ["first", "second"])
def test_shares_of_the_judges(name):
    assert share(name, 0) >= 0.98
    assert share(name, 1) >= 0.98
    assert share(name, 2) >= 0.8


def test_a_hundred_sentences_with_three_references_half_held_back():
    assert [len(REFERENCES[name]) for name in ("fitted", "held_back")] == [50, 50]
    assert all(len(row["references"]) == 3 for rows in REFERENCES.values() for row in rows)
    fitted = {row["source"] for row in REFERENCES["fitted"]}
    assert fitted.isdisjoint({row["source"] for row in REFERENCES["held_back"]})


@pytest.mark.parametrize("name", ["fitted", "held_back"])
def test_better_than_no_change_and_than_cutting(name):
    scores = dict(_sari(REFERENCES[name]))
    assert scores["sari"] > scores["sari_no_change"] + 10
    assert scores["sari"] > scores["sari_cut_only"] + 10
    assert scores["score_drop"] > 0.1


def test_no_fact_is_lost_or_added():
    sources = [row["source"] for rows in REFERENCES.values() for row in rows]
    for source in sources:
        assert keeps_facts(source, rewrite_sentence(source)), source
