"""`wegwijs dossier` from the command line."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.dossier import Dossier, Keeper, Store, Task, change
from ui.cli import main

TODAY = date(2026, 11, 25)
WORDS = "drie gewone woorden"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder with one kept dossier."""
    monkeypatch.setenv("WEGWIJS_HOME", str(tmp_path / "thuis"))
    monkeypatch.setenv("WEGWIJS_TODAY", TODAY.isoformat())
    store = Store(tmp_path / "thuis")
    task = Task(title="Leefloon vragen", due=date(2026, 12, 4), added_on=TODAY)
    Keeper(store, 10).keep(change.add_note(Dossier(tasks=(task,)), "Goed gedaan.", TODAY), "Zon", WORDS)
    store.close()
    yield tmp_path


def run(capsys: Capture, *arguments: str, words: str | None = None) -> tuple[int, str, str]:
    if words is None:
        status = main(["dossier", *arguments])
    else:
        reading, writing = os.pipe()
        os.write(writing, f"{words}\n".encode())
        os.close(writing)
        status = main(["dossier", *arguments, "--passphrase-fd", str(reading)])
        os.close(reading)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_list_and_show(place: Path, capsys: Capture) -> None:
    assert [row["nickname"] for row in json.loads(run(capsys, "list", "--json")[1])] == ["Zon"]
    assert run(capsys, "list")[1].startswith("Zon (bewaard op ")
    status, out, _ = run(capsys, "show", "Zon", "--json", words=WORDS)
    assert (status, json.loads(out)["tasks"][0]["title"]) == (0, "Leefloon vragen")
    status, out, _ = run(capsys, "show", "Zon", "--pdf", f"{place}/a.pdf", "--ics", f"{place}/a.ics", words=WORDS)
    assert "[ ] Leefloon vragen (2026-12-04)" in out and "Nota: Goed gedaan." in out
    assert (place / "a.pdf").read_bytes().startswith(b"%PDF")
    assert b"20261204" in (place / "a.ics").read_bytes()


def test_export_wipe_import(place: Path, capsys: Capture) -> None:
    file = str(place / "zon.wegwijs")
    assert run(capsys, "export", "Zon", file, words=WORDS)[0] == 0
    assert run(capsys, "import", file, "--name", "Maan", words=WORDS)[1].strip().endswith("Maan.")
    assert run(capsys, "wipe", "Zon")[0] == 0
    assert [row["nickname"] for row in json.loads(run(capsys, "list", "--json")[1])] == ["Maan"]
    assert run(capsys, "wipe", "--all")[1].strip().startswith("Alles is gewist: 1 keer stappen,")
    assert run(capsys, "list")[1].strip() == "Er is niets bewaard."
    assert run(capsys, "import", file, words=WORDS)[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("export", "Zon"), ("import",), ("wipe",), ("list", "Zon"), ("wipe", "Ster"), ("show", "a", "b")],
)
def test_what_is_missing_is_said_in_one_sentence(place: Path, capsys: Capture, arguments: tuple[str, ...]) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert json.loads(run(capsys, "list", "--json")[1])


@pytest.mark.parametrize(
    ("content", "wanted"),
    [(b"%PDF-1.4", "geen bestand van Mijn stappen"), (b"WEGWIJS-STAPPEN\x01", "stuk"), (None, "geen bestand van")],
)
def test_files_that_are_no_dossier(place: Path, capsys: Capture, content: bytes | None, wanted: str) -> None:
    file = place / "x.wegwijs"
    if content is not None:
        file.write_bytes(content)
    status, out, err = run(capsys, "import", str(file), words=WORDS)
    assert (status, out) == (2, "")
    assert wanted in err and len(err.strip().splitlines()) == 1


def test_a_wrong_passphrase_is_said_kindly(place: Path, capsys: Capture, caplog: pytest.LogCaptureFixture) -> None:
    status, out, err = run(capsys, "show", "Zon", words="een ander woord")
    assert (status, out) == (2, "")
    assert "past niet" in err and "niets verloren" in err
    assert run(capsys, "show", "Ster", words=WORDS)[0] == 2
    assert "een ander woord" not in caplog.text


def test_a_passphrase_that_does_not_come(place: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["dossier", "show", "Zon", "--passphrase-fd", "987"]) == 2

    def nobody(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("ui.commands.dossier.getpass", nobody)
    assert main(["dossier", "show", "Zon"]) == 2
    assert "geen wachtwoord" in capsys.readouterr().err


def test_the_passphrase_is_no_option(place: Path, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["dossier", "show", "Zon", "--passphrase", WORDS])
    assert stop.value.code == 2


def test_at_a_terminal_wiping_asks_once_more(place: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return "nee\n"

    monkeypatch.setattr("sys.stdin", Terminal())
    assert main(["dossier", "wipe", "Zon"]) == 0
    assert "Er is niets gewist." in capsys.readouterr().out
