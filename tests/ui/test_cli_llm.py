"""A language model on the command line: the answer says so, the JSON keeps its shape, no package without need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fake_llm import Stub, echo, stub, without_commas
from ui.cli import main

__all__ = ["stub"]

QUESTION = "hoe vraag ik een leefloon aan"


@pytest.fixture
def model(stub: Stub, home: Path, monkeypatch: pytest.MonkeyPatch) -> Stub:
    monkeypatch.setenv("WEGWIJS_LLM", stub.here)
    monkeypatch.setenv("WEGWIJS_LLM_MODEL", "klein")
    stub.reply = echo(change=without_commas)
    return stub


@pytest.mark.usefixtures("model")
def test_ask_says_who_chose_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION]) == 0
    assert capsys.readouterr().out.rstrip().endswith("Herschreven door een taalmodel, gecontroleerd.")


def test_the_json_is_that_of_the_contract(
    model: Stub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ask", QUESTION, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    monkeypatch.setenv("WEGWIJS_LLM", "none")
    assert main(["ask", QUESTION, "--json"]) == 0
    built = json.loads(capsys.readouterr().out)
    assert (told["engine"], built["engine"]) == ("openai:klein", "builtin")
    assert told.keys() == built.keys()
    assert len(model.heard) == 1


def test_a_model_that_is_away_is_one_line(model: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    model.reply = 503
    assert main(["ask", QUESTION]) == 0
    assert capsys.readouterr().out.rstrip().endswith("Het taalmodel antwoordt nu niet. Dit is ons gewone antwoord.")


def test_doctor_names_the_model(model: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    checks = json.loads(capsys.readouterr().out)["checks"]
    found = next(row for row in checks if row["name"] == "Taalmodel")
    assert (found["ok"], found["found"]) == (True, "openai:klein (op deze laptop)")
    assert [path for path, _ in model.heard] == ["/v1/models"]


def test_without_a_model_its_packages_stay_shut(home: Path) -> None:
    """Memory and time: `ask`, `sources` and `doctor` import no package of a language model."""
    code = (
        "import sys; from ui.cli import main; status = [main(['ask', 'hoe vraag ik een leefloon aan']),"
        " main(['sources']), main(['doctor'])]; print(status, sorted(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "WEGWIJS_HOME": str(home), "WEGWIJS_LLM": "none"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stderr.startswith("[0, 0, 0]")
    for heavy in ("langchain", "langchain_openai", "langchain_ollama", "openai", "ollama", "llama_cpp"):
        assert f"'{heavy}'" not in done.stderr
