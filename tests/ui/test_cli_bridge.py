"""`wegwijs appointment` and `wegwijs message`: the JSON of the contract, files, refusals by name."""

import json
from pathlib import Path

import pytest

from ui.cli import main

pytestmark = pytest.mark.usefixtures("home")
SHEET_KEYS = {
    "kind", "when", "where", "way", "bring", "expect", "say", "ask", "barriers", "strengths", "duties",
    "before_signing", "practice", "readability",
}  # fmt: skip
ANSWERS = """soort: vervolggesprek
dag: 2026-12-08
uur: 10:00
waar: kantoor
drempels: [geen-opvang, taal]
wil: [kleine-stappen]
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers file; plain YAML would read the hour as a number."""
    path = tmp_path / "antwoorden.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_the_sheet_as_json_and_as_files(answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ics, pdf = tmp_path / "blad.ics", tmp_path / "blad.pdf"
    status, out, err = run(
        capsys,
        "appointment",
        "--answers",
        str(answers),
        "--json",
        "--ics",
        str(ics),
        "--pdf",
        str(pdf),
        "--today",
        "2026-11-25",
    )
    assert (status, err) == (0, "")
    sheet = json.loads(out)
    assert sheet.keys() >= SHEET_KEYS
    assert sheet["when"] == "Dinsdag 8 december, 10 uur"
    assert all({"barrier", "request", "strength", "citations"} <= row.keys() for row in sheet["barriers"])
    assert {row["strength"] for row in sheet["barriers"]} <= {"recht", "kan", "raad"}
    assert ics.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_without_answers_it_shows_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "appointment", "--json")
    rows = json.loads(out)
    assert status == 0
    assert [row["id"] for row in rows][:3] == ["soort", "dag", "uur"]
    assert "geen-opvang" in next(row for row in rows if row["id"] == "drempels")["options"]
    status, out, _ = run(capsys, "appointment")
    assert "soort: Welk gesprek heb je?" in out


@pytest.mark.parametrize("content", ["drempels: [draak]\n", "kleur: rood\n", "dag: morgen\n", "uur: straks\n"])
def test_what_is_unknown_is_refused_by_name(content: str, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers.write_text(content, encoding="utf-8")
    status, out, err = run(capsys, "appointment", "--answers", str(answers))
    assert (status, out) == (2, "")
    assert content.split(":")[0] in err
    assert len(err.strip().splitlines()) == 1


def test_messages_are_listed_and_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "message", "--json")
    assert status == 0
    assert len(json.loads(out)) >= 12
    given, word = tmp_path / "gaten.yaml", tmp_path / "bericht.docx"
    given.write_text("naam: Amina\ndag: 2026-12-08\n", encoding="utf-8")
    status, out, _ = run(capsys, "message", "ziek", "--answers", str(given), "--json", "--docx", str(word))
    message = json.loads(out)
    assert status == 0
    assert {"id", "text", "missing", "readability"} <= message.keys()
    assert "dinsdag 8 december 2026" in message["text"]
    assert len(message["missing"]) == 2
    assert word.read_bytes().startswith(b"PK")


def test_an_unknown_message_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "message", "bestaat-niet")
    assert (status, out) == (2, "")
    assert "bestaat-niet" in err
