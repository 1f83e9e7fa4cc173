"""What this machine has and lacks; a missing part is said with its cure, and nothing is ever raised."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from assistant import doctor
from assistant.models import Check
from assistant.sentences import load_sentences
from assistant.settings import Settings
from ingest.corpus import read_corpus
from ingest.corpus_document import Problem

SAY = load_sentences()


def check(name: str, settings: Settings | None = None) -> Check:
    report = doctor.examine(settings)
    return next(row for row in report.checks if row.name == SAY[f"doctor.{name}"])


def test_every_check_has_a_name_and_a_finding(tmp_path: Path) -> None:
    report = doctor.examine(Settings(home=tmp_path))
    names = {row.name for row in report.checks}
    assert {SAY[f"doctor.{name}"] for name in ("python", "tesseract", "pango", "home", "corpus", "llm")} <= names
    assert all(row.found for row in report.checks)
    assert all(row.ok or row.mend for row in report.checks)
    assert report.ok is all(row.ok for row in report.checks)


@pytest.mark.parametrize(
    ("listed", "ok", "found"),
    [
        ("List of languages\nnld\nfra\nosd\n", True, "fra nld"), ("nld\n", False, "nld"),
        ("eng\n", False, SAY["doctor.missing"]),
    ],
)  # fmt: skip
def test_tesseract_needs_dutch_and_french(monkeypatch: pytest.MonkeyPatch, listed: str, ok: bool, found: str) -> None:
    done = subprocess.CompletedProcess[str]([], 0, stdout=listed)
    monkeypatch.setattr(doctor.shutil, "which", lambda _: "tesseract")
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: done)
    assert (check("tesseract").ok, check("tesseract").found) == (ok, found)


def test_a_missing_or_hanging_tesseract_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda _: None)
    assert check("tesseract").mend == SAY["doctor.tesseract.mend"]

    def hangs(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 10)

    monkeypatch.setattr(doctor.shutil, "which", lambda _: "tesseract")
    monkeypatch.setattr(doctor.subprocess, "run", hangs)
    assert not check("tesseract").ok


def test_a_home_that_is_not_there_yet_can_be_made(tmp_path: Path) -> None:
    found = check("home", Settings(home=tmp_path / "nog" / "niet"))
    assert found.ok
    assert not (tmp_path / "nog").exists()


def test_a_home_without_rights_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    found = check("home", Settings(home=tmp_path))
    assert (found.ok, found.mend) == (False, SAY["doctor.home.mend"])


def test_knowledge_past_its_date_or_broken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, _ = read_corpus()

    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2040, 1, 1)

    with monkeypatch.context() as patch:
        patch.setattr(doctor, "date", Later)
        found = check("corpus")
        assert not found.ok
        assert f"{len(corpus.documents)} zijn te oud" in found.found
        assert found.mend == SAY["doctor.corpus.mend"]
    monkeypatch.setattr(doctor, "read_corpus", lambda **_: (corpus, [Problem("a.md", 1, "field", "x")]))
    assert not check("corpus").ok


@pytest.mark.parametrize(
    ("llm", "name", "key"),
    [
        ("chatgpt", "", "doctor.llm.setting.mend"), ("http://127.0.0.1:9", "", "doctor.llm.name.mend"),
        ("http://127.0.0.1:9", "klein", "doctor.llm.away.mend"), ("/weg/klein.gguf", "", "doctor.llm.file.mend"),
    ],
)  # fmt: skip
def test_a_language_model_that_cannot_be_used_is_said(llm: str, name: str, key: str, tmp_path: Path) -> None:
    found = check("llm", Settings(home=tmp_path, llm=llm, llm_model=name))
    assert not found.ok
    assert found.found == SAY["doctor.llm.unusable"]
    assert found.mend == SAY.say(key, file="klein.gguf")


def test_every_fault_of_a_language_model_has_its_cure() -> None:
    faults = ("setting", "name", "file", "extra", "slow", "away", "refused")
    assert all(f"doctor.llm.{fault}.mend" in SAY for fault in faults)
    assert all(f"llm.note.{fault}" in SAY for fault in ("slow", "away", "refused", "unknown", "missing"))
