"""`wegwijs eval questions --llm`: measured with a model, and one sentence when there is none to measure."""

from datetime import date
from pathlib import Path

import pytest

from assistant.build import build_wegwijs
from assistant.evals import run_suite
from assistant.settings import Settings
from tests.fake_llm import Stub, echo, stub, without_commas
from ui.cli import main

__all__ = ["stub"]

CASES = """
cases:
- {id: a, topic: ocmw, text: hoe vraag ik een leefloon aan, kind: answer, key_facts: [["OCMW"]]}
- {id: b, topic: buiten, text: wat wordt het weer morgen, kind: out_of_scope}
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "twee.yaml").write_text(CASES, encoding="utf-8")
    return tmp_path


def measure(home: Path, stub: Stub, cases: Path) -> dict[str, float]:
    settings = Settings(home=home, today=date(2026, 11, 25), llm=stub.here, llm_model="klein")
    result = run_suite("questions", build_wegwijs(settings), cases, llm=True)
    assert (result.suite, result.cases) == ("questions", 2)
    return dict(result.scores)


def test_a_model_that_says_it_well(home: Path, stub: Stub, cases: Path) -> None:
    stub.reply = echo(change=without_commas)
    scores = measure(home, stub, cases)
    assert (scores["right"], scores["refused"], scores["proven"]) == (1.0, 1.0, 1.0)
    assert (scores["llm_asked"], scores["llm_rewritten"], scores["llm_silent"]) == (1.0, 1.0, 0.0)
    assert scores["llm_made_wrong"] == 0.0
    assert scores["llm_p50_s"] > 0


def test_a_model_that_is_away(home: Path, stub: Stub, cases: Path) -> None:
    stub.reply = 503
    scores = measure(home, stub, cases)
    assert (scores["right"], scores["llm_rewritten"], scores["llm_silent"]) == (1.0, 0.0, 1.0)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("llm", "words"),
    [("none", "geen taalmodel"), ("http://127.0.0.1:9", "antwoordt niet"), ("/weg/m.gguf", "m.gguf"), ("x", "kennen")],
)
def test_without_a_model_that_works_it_is_one_sentence(
    llm: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEGWIJS_LLM", llm)
    monkeypatch.setenv("WEGWIJS_LLM_MODEL", "m")
    assert main(["eval", "questions", "--llm"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert words in err
