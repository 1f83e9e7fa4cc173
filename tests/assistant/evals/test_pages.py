"""Tables that scripts write: between their marks only, scores of other suites kept, budgets shown."""

import json
from pathlib import Path

import pytest

from assistant.evals import report, retrieval, speed
from assistant.evals.pages import DOCS, markdown, put_block
from assistant.models import EvalResult

PAGE = "voor\n<!-- figures: een -->\noud\n<!-- /figures: een -->\nna\n<!-- figures: twee -->\n<!-- /figures: twee -->\n"


def test_only_the_named_block_changes() -> None:
    found = put_block(PAGE, "een", "| \\1 |\n")
    assert found == PAGE.replace("oud", "| \\1 |")
    assert put_block(found, "drie", "x") == found
    assert "\nx\n" in put_block(found, "twee", "x")


def test_markdown() -> None:
    assert markdown(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize("name", ["legs", "retrieval", "speed"])
def test_the_page_has_the_marks(name: str) -> None:
    text = (DOCS / "retrieval.md").read_text(encoding="utf-8")
    assert put_block(text, name, "hier") != text


def test_the_comparison_shows_every_retriever() -> None:
    keys = ("{}_in_first_5", "held_{}_in_first_5", "{}_mrr", "held_{}_mrr", "{}_p50_ms")
    scores = {key.format(name): 0.5 for name in retrieval.NAMES for key in keys}
    assert len(retrieval.table(scores).splitlines()) == 2 + len(retrieval.NAMES)


def test_the_speed_of_both_sizes_with_budgets() -> None:
    scores = dict.fromkeys(speed.BUDGETS, 1.0) | {"chunks": 5000.0, "large_chunks": 100000.0}
    scores |= {"open_s": 0.2, "large_open_s": 4.0}
    lines = speed.table(scores).splitlines()
    assert lines[0] == "| what | 5,000 chunks (budget) | 100,000 chunks (budget) |"
    assert "| ask_p50_ms | 1 (50) | 1 (100) |" in lines
    assert "| open_s | 0.2 | 4 |" in lines
    assert "| page_s | 1 (5) |  |" in lines


def test_a_run_of_one_suite_keeps_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("README.md", "retrieval.md"):
        (tmp_path / name).write_text(f"{report.BEGIN}\n{report.END}\n", encoding="utf-8")
    last = tmp_path / "figures.json"
    for part, value in (("ROOT", tmp_path), ("DOCS", tmp_path), ("LAST_RUN", last)):
        monkeypatch.setattr(report, part, value)
    corpus = EvalResult(suite="corpus", cases=3, scores={"documents": 144.0})
    bins = {"confidence_0.9_answers": 4.0, "confidence_0.9_mean": 0.95, "confidence_0.9_right": 1.0}
    asked = {"held_right": 0.975, **bins}
    report.write_pages({"corpus": corpus}, ["corpus"])
    now = {"questions": EvalResult(suite="questions", cases=9, scores=asked)}
    report.write_pages(report.read_last_run(last) | now, ["questions"])
    assert json.loads(last.read_text(encoding="utf-8"))["corpus"]["scores"] == {"documents": 144.0}
    readme, evals = ((tmp_path / name).read_text(encoding="utf-8") for name in ("README.md", "evals.md"))
    assert "| documents | 144 |" in readme
    assert "| questions: every key fact and nothing wrong | 97.5 % |" in readme
    assert "| confidence_0.9_right |" not in evals
    assert "| 0.9 | 4 | 0.95 | 1 | – | – |" in evals
