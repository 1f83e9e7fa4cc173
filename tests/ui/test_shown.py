from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ui.shown import shown_in_dutch
from ui.text import load_text

TEXT = load_text()


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("WEGWIJS_HOME", str(tmp_path))
    return tmp_path


def test_an_expected_error_is_one_dutch_sentence() -> None:
    def work() -> str:
        raise UnreadableFile("no text", reason="empty", file="x.pdf")

    html = shown_in_dutch(work, TEXT)
    assert 'role="alert"' in html
    assert "Dit bestand is leeg." in html


def test_a_fault_shows_nothing_of_itself() -> None:
    def work() -> str:
        raise ValueError("Jan Peeters, 85.01.01-123.45")

    html = shown_in_dutch(work, TEXT)
    assert "Er ging iets mis bij ons." in html
    assert "Peeters" not in html


def test_work_that_succeeds_is_shown_as_it_is() -> None:
    assert shown_in_dutch(lambda: "<p>ja</p>", TEXT) == "<p>ja</p>"
