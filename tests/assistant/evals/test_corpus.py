"""`wegwijs eval corpus`: every fault is a Dutch sentence with the file, the line and what to do."""

import ast
import string
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from assistant.evals import check_corpus
from assistant.evals.corpus import failure
from assistant.procedures.load import read_procedures
from assistant.sentences import load_sentences
from ingest.corpus_document import FIELD_KEYS, Problem
from tests.corpus.small_corpus import LANGUAGE, PROCEDURES, STRUCTURE, write

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 11, 25)
CHECKS = ("ingest/corpus.py", "ingest/corpus_document.py", "assistant/corpus_check.py", "assistant/rights/load.py",
          "assistant/procedures/load.py", "assistant/evals/corpus.py")  # fmt: skip
SENTENCES = load_sentences()
KEYS = sorted(
    key.removeprefix("corpus.")
    for key in SENTENCES._sentences
    if key.startswith("corpus.") and key != "corpus.place"
)


def keys_in_code() -> Iterator[str]:
    """The key in every `Problem(file, line, key, what)`, where it is written out."""
    for name in CHECKS:
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                key = node.args[1 if isinstance(node.args[0], ast.Starred) else 2]
                yield from [key.value] if isinstance(key, ast.Constant) else []


def test_a_whole_corpus_has_no_failure(tmp_path: Path) -> None:
    found = check_corpus(DAY, write(tmp_path))
    assert found.failures == ()
    assert (found.cases, found.scores["documents"], found.scores["problems"]) == (1, 1, 0)


@pytest.mark.parametrize(("key", "place", "file", "old", "new"), [*STRUCTURE, *PROCEDURES, *LANGUAGE])
def test_a_fault_is_said_in_dutch_with_its_place_and_cure(
    tmp_path: Path, key: str, place: str, file: str, old: str, new: str
) -> None:
    found = check_corpus(DAY, write(tmp_path, broken=file, old=old, new=new))
    name, line = place.split(":")
    start = SENTENCES[f"corpus.{key}"].partition("{what}")[0]
    at_place = [row.why for row in found.failures if row.case == f"bestand {name}, regel {line}"]
    assert any(why.startswith(start) for why in at_place), found.failures
    assert found.scores[f"problem:{key}"] >= 1


def test_every_fault_has_a_sentence_and_every_sentence_a_fault() -> None:
    known = set(KEYS)
    assert set(keys_in_code()) <= known
    assert set(FIELD_KEYS.values()) <= known
    provoked = {row[0] for row in [*STRUCTURE, *PROCEDURES, *LANGUAGE]} | {"not-utf-8"}
    assert known - provoked == set()


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_says_what_is_wrong_and_what_to_do(key: str) -> None:
    sentence = SENTENCES[f"corpus.{key}"]
    holes = {hole for _, hole, _, _ in string.Formatter().parse(sentence) if hole}
    assert holes <= {"what"}
    assert len([part for part in sentence.replace(":", ".").split(".") if part.strip()]) >= 2
    assert failure(Problem("a.md", 7, key, "iets"), SENTENCES).case == "bestand a.md, regel 7"


def test_the_procedures_of_the_small_corpus_are_whole(tmp_path: Path) -> None:
    procedures, problems = read_procedures(write(tmp_path))
    assert (list(procedures), problems) == (["fiets-halen"], [])


def test_the_list_is_shown_for_a_corpus_that_does_not_load(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from assistant import evals
    from ui.cli import main

    write(tmp_path, broken=STRUCTURE[0][2], old=STRUCTURE[0][3], new=STRUCTURE[0][4])
    monkeypatch.setattr(evals, "check_corpus", partial(check_corpus, root=tmp_path))
    assert main(["eval", "corpus"]) == 0
    assert "  - bestand fiets-lenen.md, regel 1: De eerste regels ontbreken." in capsys.readouterr().out
