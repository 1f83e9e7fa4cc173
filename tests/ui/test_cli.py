"""The command line: help at once, one Dutch sentence and exit 2 on bad input, the JSON of the contract."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ingest.corpus import check_yaml
from ui.cli import COMMANDS, main

ANSWER_KEYS = {
    "id", "question", "kind", "label", "abstained", "confidence", "summary", "answer", "steps", "bring", "deadlines",
    "contacts", "difficult_words", "citations", "uncertain", "options", "procedures", "readability", "engine",
    "seconds",
}  # fmt: skip
LETTER_KEYS = {
    "file", "language", "pages", "text_source", "ocr_confidence", "sender", "kind", "letter_date", "confidence",
    "summary", "actions", "deadline", "deadlines", "appointment", "amounts", "references", "phones", "accounts",
    "emails", "appeal", "consequence", "urgency", "warnings", "plain_text", "difficult_words", "helpers", "procedures",
    "readability", "engine", "seconds",
}  # fmt: skip
WALK_STEP_KEYS = {
    "id", "text", "bring", "say", "channel", "without_pc", "who", "deadline", "if_it_fails", "citations",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("home")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


def shape_of_answer(answer: dict[str, Any]) -> None:
    assert answer.keys() >= ANSWER_KEYS
    assert answer["kind"] in {"answer", "abstain", "out_of_scope", "crisis", "clarify"}
    assert all({"text", "deadline", "who"} <= step.keys() for step in answer["steps"])
    assert all({"name", "phone", "url", "hours", "local"} <= contact.keys() for contact in answer["contacts"])
    for citation in answer["citations"]:
        assert {
            "document_id",
            "section",
            "title",
            "publisher",
            "url",
            "page_date",
            "checked",
            "page",
            "quote",
        } <= citation.keys()
        assert citation["quote_from"] in {"own-summary", "source", "own-document"}
    assert {"level", "flesch_douma", "words_per_sentence", "hard_word_share"} <= answer["readability"].keys()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_dutch_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, name, "--help")
    assert status == 0
    assert "Zo gebruik je het" in out
    assert "usage" not in out.lower()


def test_mask_shows_and_hides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Mevrouw Claes, bel 0471 23 45 67 of 1700.", encoding="utf-8")
    status, out, _ = run(capsys, "mask", str(path), "--json")
    masked = json.loads(out)
    assert status == 0
    assert [row["kind"] for row in masked["found"]] == ["name", "phone"]
    assert masked["masked"] == "Mevrouw [naam], bel [telefoonnummer] of 1700."
    assert "telefoonnummer: 0471 23 45 67" in run(capsys, "mask", str(path))[1]


@pytest.mark.parametrize("arguments", [("bestaat-niet",), ("ask", "--vreemd"), ("ask",), ("letter", "weg.pdf"),
                                       ("procedure", "bestaat-niet"), ("eval", "bestaat-niet")])  # fmt: skip
def test_bad_input_is_one_dutch_sentence(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_serve_names_a_damaged_file_before_the_screen_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "procedures"
    folder.mkdir()
    (folder / "uitpas.yaml").write_text("id: [kapot", encoding="utf-8")
    monkeypatch.setattr("ingest.corpus.check_yaml", partial(check_yaml, tmp_path))
    status, out, err = run(capsys, "serve", "--no-browser")
    assert (status, out) == (2, "")
    sentence = "Dit bestand van wegwijs is niet in orde: procedures/uitpas.yaml. Vraag hulp aan wie wegwijs beheert."
    assert err.strip() == sentence


def test_help_needs_no_heavy_library() -> None:
    """What `--help` imports is what it costs: no gradio, torch, chromadb, pydantic."""
    code = "import sys; from ui.cli import main; main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for heavy in ("gradio", "torch", "chromadb", "sentence_transformers", "langchain_core", "numpy"):
        assert f"'{heavy}'" not in found.stderr


def test_ask_gives_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "ask", "kan ik mijn afspraak bij vdab verzetten", "--json", "--today", "2026-11-25")
    assert status == 0
    answer = json.loads(out)
    shape_of_answer(answer)
    assert answer["kind"] == "answer"
    assert answer["citations"]


def test_batch_keeps_order_and_survives_bad_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": "a", "text": "hoe vraag ik een leefloon", "history": []}),
        "dit is geen json",
        json.dumps({"id": 7, "text": None}),
        "",
        json.dumps({"id": "b", "text": "wat moet ik meebrengen", "history": ["hoe vraag ik een leefloon"]}),
    ]
    monkeypatch.setattr(sys, "stdin", iter(line + "\n" for line in lines))
    status, out, _ = run(capsys, "ask", "--batch")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["id"] for answer in answers] == ["a", None, "7", "b"]
    for answer in answers:
        shape_of_answer(answer)
    assert answers[1]["kind"] == answers[2]["kind"] == "clarify"


def test_procedure_lists_and_walks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "procedure", "--json")
    assert status == 0
    assert all({"id", "title", "domain", "minutes"} <= row.keys() for row in json.loads(out))
    answers = tmp_path / "antwoorden.yaml"
    answers.write_text("werkloos-sinds: 2026-11-20\nhoe: nee\n", encoding="utf-8")
    status, out, _ = run(
        capsys, "procedure", "inschrijven-vdab", "--answers", str(answers), "--json", "--today", "2026-11-25"
    )
    walked = json.loads(out)
    assert status == 0
    assert {"id", "answers", "open", "steps", "done_when", "next"} <= walked.keys()
    assert all(step.keys() >= WALK_STEP_KEYS for step in walked["steps"])
    deadline = next(step["deadline"] for step in walked["steps"] if step["id"] == "bellen")
    assert (deadline["date"], deadline["do_by"]) == ("2026-11-28", "2026-11-27")
    assert [question["id"] for question in walked["open"]] == ["gewest", "rijksregister", "situatie"]


@pytest.mark.parametrize(
    "content", ["vreemd: ja\n", "hoe: misschien\n", "werkloos-sinds: gisteren\n", "- lijst\n", "{{{"]
)
def test_unknown_answers_are_refused_by_name(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "antwoorden.yaml"
    answers.write_text(content, encoding="utf-8")
    status, out, err = run(capsys, "procedure", "inschrijven-vdab", "--answers", str(answers))
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    name = content.split(":")[0]
    assert ":" not in content or name in err


def test_doctor_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "doctor", "--json")
    report = json.loads(out)
    assert status == 0
    assert all({"name", "ok", "found", "mend"} <= check.keys() for check in report["checks"])
    status, out, _ = run(capsys, "sources", "--json")
    assert all({"id", "url", "title", "publisher", "page_date", "checked"} <= page.keys() for page in json.loads(out))


LETTER = """VDAB Gent
Kongostraat 7, 9000 Gent

Gent, 18 november 2026

Betreft: uitnodiging voor een gesprek

Geachte mevrouw,

Wij nodigen u uit voor een gesprek op dinsdag 8 december 2026 om 10u30 in ons kantoor, Kongostraat 7, 9000 Gent.
Indien u verhinderd bent, dient u ons vooraf te verwittigen op het nummer 0800 30 700.

Met vriendelijke groeten
"""


def test_letter_gives_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    status, out, _ = run(capsys, "letter", str(file), "--json", "--today", "2026-11-25")
    letter = json.loads(out)
    assert status == 0
    assert letter.keys() >= LETTER_KEYS
    assert letter["sender"]["kind"] == "vdab"
    assert letter["appointment"]["start"] == "2026-12-08T10:30"
    assert all({"text", "deadline", "who", "quote", "page"} <= action.keys() for action in letter["actions"])
    assert all(action["quote"] in " ".join(LETTER.split()) for action in letter["actions"])


def test_a_folder_of_letters_goes_on_after_a_bad_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 kapot")
    status, out, err = run(capsys, "letter", str(tmp_path), "--json")
    assert status == 2
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["a.txt"]
    assert len(err.strip().splitlines()) == 1


def test_readability_and_mask_give_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    status, out, _ = run(capsys, "readability", str(file), "--json", "--rewrite")
    report = json.loads(out)
    assert status == 0
    assert {"level", "flesch_douma", "words_per_sentence", "hard_word_share", "findings", "rewritten"} <= report.keys()
    assert all({"start", "end", "kind", "remedy"} <= finding.keys() for finding in report["findings"])
    assert "8 december 2026" in report["rewritten"]
    status, out, _ = run(capsys, "mask", str(file), "--json")
    assert status == 0
    assert "masked" in json.loads(out)


def test_ingest_gives_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fietsen.md").write_text("# Fietsen\n\nBij ons leen je een fiets voor een week.\n", encoding="utf-8")
    (tmp_path / "leeg.txt").write_text("", encoding="utf-8")
    status, out, _ = run(capsys, "ingest", str(tmp_path), "--json")
    report = json.loads(out)
    assert status == 0
    assert {"added", "changed", "removed", "unchanged", "skipped", "chunks", "seconds"} <= report.keys()
    assert report["added"] == 1
    assert [row["file"] for row in report["skipped"]] == ["leeg.txt"]
    (tmp_path / "fietsen.md").unlink()
    status, out, _ = run(capsys, "ingest", str(tmp_path), "--json")
    assert json.loads(out)["removed"] == 1
