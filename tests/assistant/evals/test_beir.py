"""A set in BEIR layout: read, refused when it is none, measured as trec_eval does; ours beats 4-grams alone."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.evals.beir import BeirSet, measured, ndcg, read_set, recall, reciprocal_rank, run_beir
from ingest.errors import BadInput

PASSAGES = {
    "d1": ("Fiets lenen", "In het buurthuis kan iedereen een tweedehandsfiets ontlenen."),
    "d2": ("Hond kwijt", "Meld het verlies van je huisdier bij de gemeente."),
    "d3": ("Volkstuin", "Een moestuintje huren kost twaalf euro per seizoen."),
    "d4": ("", "De bibliotheek is op maandag gesloten."),
}
QUERIES = {"1": "waar ka ik ne fiets leene", "2": "men hont is verlooren", "3": "hoeveel kost een tuin", "4": "niets"}
QRELS = [("1", "d1", 1), ("2", "d2", 2), ("3", "d3", 1), ("3", "d4", 0)]


def write(
    folder: Path, *, head: str = "query-id\tcorpus-id\tscore\n", qrels: Sequence[tuple[str, str, int]] = QRELS
) -> Path:
    (folder / "qrels").mkdir(parents=True)
    rows = [json.dumps({"_id": i, "title": title, "text": text}) for i, (title, text) in PASSAGES.items()]
    (folder / "corpus.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    asked = [json.dumps({"_id": i, "text": text}) for i, text in QUERIES.items()]
    (folder / "queries.jsonl").write_text("\n".join(asked), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text(
        head + "".join(f"{q}\t{p}\t{grade}\n" for q, p, grade in qrels), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("head", ["query-id\tcorpus-id\tscore\n", ""])
def test_a_set_is_read_with_or_without_a_head(tmp_path: Path, head: str) -> None:
    found = read_set(write(tmp_path / "set", head=head))
    assert found.grades == {"1": {"d1": 1}, "2": {"d2": 2}, "3": {"d3": 1}}
    assert found.passages["d1"].startswith("Fiets lenen\n")
    assert found.queries["2"] == "men hont is verlooren"


@pytest.mark.parametrize("lost", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
@pytest.mark.parametrize("content", [None, "geen json\n", ""])
def test_another_folder_is_refused(tmp_path: Path, lost: str, content: str | None) -> None:
    file = write(tmp_path / "set") / lost
    file.unlink() if content is None else file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        read_set(tmp_path / "set")
    assert raised.value.text_key == "error.bad-input.beir"


def test_the_measures() -> None:
    grades = {"a": 2, "b": 1}
    ideal = 2 + 1 / math.log2(3)
    assert ndcg(["b", "a"], grades) == pytest.approx((1 + 2 / math.log2(3)) / ideal)
    assert ndcg(["a", "b"], grades) == pytest.approx(1)
    assert ndcg(["x"] * 10 + ["a"], grades) == 0
    assert reciprocal_rank(["x", "b"], grades) == 0.5
    assert reciprocal_rank(["x"] * 10 + ["a"], grades) == 0
    assert recall(["x"] * 99 + ["a", "b"], grades) == 0.5


def test_a_query_that_is_a_passage_itself_is_not_counted_as_found() -> None:
    found = BeirSet({"1": "\nfiets", "2": "\neen fiets"}, {"1": "fiets"}, {"1": {"2": 1}})
    assert measured(found, lambda query, k: ["1", "2"])["mrr_10"] == 1
    other = found._replace(queries={"1": "de fiets"})
    assert measured(other, lambda query, k: ["1", "2"])["mrr_10"] == 0.5


def test_all_retrievers_are_measured_in_one_run(tmp_path: Path) -> None:
    result = run_beir(write(tmp_path / "set"))
    assert (result.suite, result.cases) == ("beir", 3)
    assert result.scores["ours_mrr_10"] == result.scores["grams_4_mrr_10"] == 1
    assert result.scores["bm25s_mrr_10"] < 1, "typing errors are not forgiven by words alone"
    for name in ("ours", "grams_4", "bm25s"):
        assert {f"{name}_ndcg_10", f"{name}_recall_100", f"{name}_p95_ms"} <= result.scores.keys()


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ui.cli import main

    assert main(["eval", "beir", str(write(tmp_path / "set")), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scores"]["queries"] == 3
    assert main(["eval", "beir", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
