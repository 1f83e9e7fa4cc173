"""`wegwijs rights` as a person types it: questions, groups, JSON, refusals."""

import json
from pathlib import Path

import pytest

from ui.cli import main

ANSWERS = """
leeftijd: 25 tot 64
gezin: alleen of met mijn kinderen
kinderen: "2"
inkomsten: [leefloon of steun van het OCMW]
vt: ja
papieren: overslaan
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "antwoorden.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


@pytest.mark.usefixtures("home")
class TestRights:
    def test_questions_without_answers(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rights"]) == 0
        shown = capsys.readouterr().out
        assert "leeftijd: Hoe oud ben je?" in shown
        assert "18 tot 24 | 25 tot 64" in shown
        assert "weet ik niet | overslaan" in shown

    def test_groups(self, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rights", "--answers", str(answers)]) == 0
        shown = capsys.readouterr().out
        for words in ("Heb je waarschijnlijk recht op:", "Misschien:", "Dit heb je al:\n- Leefloon", "Wel als:"):
            assert words in shown
        assert "Waarschijnlijk niet. Vraag het na bij" in shown
        assert "geen recht" not in shown

    def test_json_is_the_contract(self, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rights", "--answers", str(answers), "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert {"likely", "maybe", "not_now"} <= found.keys()
        keys = {"id", "title", "gives", "amount", "how", "bring", "where", "automatic", "missing", "procedure"}
        for group in ("likely", "maybe", "not_now"):
            assert all(keys <= row.keys() for row in found[group]) and found[group]
        bus = next(row for row in found["likely"] if row["id"] == "bus-heel-goedkoop")
        assert bus["amount"].startswith("46 euro")
        assert bus["citations"][0]["publisher"]

    @pytest.mark.parametrize("text", ["leeftijd: oud\n", "schoenmaat: 42\n", "- geen\n- lijst\n", "a: [\n"])
    def test_refused_in_one_dutch_sentence(
        self, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "fout.yaml"
        file.write_text(text, encoding="utf-8")
        assert main(["rights", "--answers", str(file)]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert len(shown.err.strip().splitlines()) == 1 and "Traceback" not in shown.err
