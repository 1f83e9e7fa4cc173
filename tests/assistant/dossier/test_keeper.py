"""Keeping on both databases: what goes in comes out, nothing is readable without the passphrase, wiping wipes."""

import logging
import os
from datetime import date
from pathlib import Path

import pytest

from assistant.dossier import Dossier, Keeper, Store, change, read_file, write_file
from assistant.dossier.crypt import HASH, MAGIC
from ingest.errors import DossierError, StoreFailed

TODAY = date(2026, 11, 25)
WORDS = "drie gewone woorden"


def reason(error: pytest.ExceptionInfo[DossierError] | pytest.ExceptionInfo[StoreFailed]) -> str | None:
    return error.value.reason


def test_keep_open_save(keeper: Keeper, dossier: Dossier) -> None:
    assert keeper.names() == []
    kept = keeper.keep(dossier, " Zon ", WORDS)
    assert kept.dossier.nickname == "Zon"
    changed = change.tick_task(kept.dossier, dossier.tasks[1].id, TODAY)
    kept = keeper.save(kept, changed)
    found = keeper.open("Zon", WORDS)
    assert found.dossier == changed
    assert found.revision == kept.revision == 2
    assert [row.nickname for row in keeper.names()] == ["Zon"]


def test_several_dossiers(keeper: Keeper, dossier: Dossier) -> None:
    keeper.keep(dossier, "Zon", WORDS)
    keeper.keep(Dossier(), "Maan", "een ander wachtwoord")
    assert [row.nickname for row in keeper.names()] == ["Maan", "Zon"]
    assert keeper.open("Maan", "een ander wachtwoord").dossier.empty
    with pytest.raises(DossierError) as error:
        keeper.keep(dossier, "Zon", WORDS)
    assert reason(error) == "taken"
    assert keeper.open("Zon", WORDS).dossier.tasks == dossier.tasks


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "../etc", "<b>", "a\nb" * 20, "!"])
def test_nicknames_that_are_none(keeper: Keeper, name: str) -> None:
    with pytest.raises(DossierError) as error:
        keeper.keep(Dossier(), name, WORDS)
    assert reason(error) == "nickname"


def test_short_wrong_and_unknown(keeper: Keeper, dossier: Dossier) -> None:
    with pytest.raises(DossierError) as error:
        keeper.keep(dossier, "Zon", "kort")
    assert reason(error) == "short"
    keeper.keep(dossier, "Zon", WORDS)
    for name, words, wanted in (("Zon", "Drie gewone woorden", "passphrase"), ("Ster", WORDS, "unknown")):
        with pytest.raises(DossierError) as error:
            keeper.open(name, words)
        assert reason(error) == wanted


def test_the_same_letters_from_another_keyboard(keeper: Keeper, dossier: Dossier) -> None:
    keeper.keep(dossier, "Zon", "caf\u00e9 aan zee")
    assert keeper.open("Zon", "cafe\u0301 aan zee").dossier.tasks == dossier.tasks


def test_two_windows_lose_nothing(keeper: Keeper, dossier: Dossier) -> None:
    first = keeper.keep(dossier, "Zon", WORDS)
    second = keeper.open("Zon", WORDS)
    keeper.save(first, change.add_note(first.dossier, "van venster één", TODAY))
    with pytest.raises(DossierError) as error:
        keeper.save(second, change.add_note(second.dossier, "van venster twee", TODAY))
    assert reason(error) == "changed"
    assert keeper.open("Zon", WORDS).dossier.notes[0].text == "van venster één"


def test_export_import_wipe(keeper: Keeper, dossier: Dossier, tmp_path: Path) -> None:
    kept = keeper.keep(dossier, "Zon", WORDS)
    with pytest.raises(DossierError) as error:
        keeper.export("Zon", "niet dit wachtwoord")
    assert reason(error) == "passphrase"
    write_file(tmp_path / "zon.wegwijs", keeper.export("Zon", WORDS))
    with pytest.raises(DossierError) as error:
        keeper.take_in(read_file(tmp_path / "zon.wegwijs"), WORDS)
    assert reason(error) == "taken"
    keeper.wipe("Zon")
    assert keeper.names() == []
    assert keeper.take_in(read_file(tmp_path / "zon.wegwijs"), WORDS).dossier == kept.dossier
    assert keeper.take_in(read_file(tmp_path / "zon.wegwijs"), WORDS, "Zon twee").dossier.nickname == "Zon twee"
    assert keeper.wipe_all() == 2
    assert (keeper.names(), keeper.wipe_all()) == ([], 0)
    with pytest.raises(DossierError):
        keeper.wipe("Zon")


def test_a_dossier_wiped_elsewhere_does_not_come_back(keeper: Keeper, dossier: Dossier) -> None:
    kept = keeper.keep(dossier, "Zon", WORDS)
    keeper.wipe("Zon")
    with pytest.raises(DossierError) as error:
        keeper.save(kept, dossier)
    assert reason(error) == "changed"
    assert keeper.names() == []


def test_no_word_stands_readable_on_the_disk(dossier: Dossier, tmp_path: Path) -> None:
    store = Store(tmp_path)
    keeper = Keeper(store, 10)
    keeper.keep(dossier, "Zon", WORDS)
    keeper.keep(dossier, "Maan", WORDS)
    keeper.wipe("Maan")
    store.close()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for word in (b"OCMW", b"Leefloon", b"Voorbeeldstad", b"trots", b"Bakkerij", WORDS.encode(), b"Maan"):
        assert word not in content
    if os.name == "posix":
        assert (tmp_path / "dossiers.sqlite").stat().st_mode & 0o077 == 0
    keeper.wipe_all()
    assert list(tmp_path.iterdir()) == []


def test_damaged_foreign_newer(keeper: Keeper, dossier: Dossier) -> None:
    keeper.keep(dossier, "Zon", WORDS)
    good = keeper.export("Zon", WORDS)
    start = len(MAGIC)
    import hashlib

    newer = good[:start] + bytes((99,)) + good[start + 1 : -HASH]
    hungry = good[: start + 1] + bytes((30,)) + good[start + 2 : -HASH]
    flipped = bytearray(good)
    flipped[80] ^= 1
    for content, wanted in (
        (b"", "foreign"), (b"PK\x03\x04", "foreign"), (good[:-1], "damaged"), (bytes(flipped), "damaged"),
        (good[: start + 4], "damaged"), (newer + hashlib.sha256(newer).digest(), "newer"),
        (hungry + hashlib.sha256(hungry).digest(), "damaged"),
    ):  # fmt: skip
        with pytest.raises(DossierError) as error:
            keeper.take_in(content, WORDS, "Nieuw")
        assert reason(error) == wanted
    assert [row.nickname for row in keeper.names()] == ["Zon"]


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zon.wegwijs"
    write_file(path, b"oud")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFailed) as error:
        write_file(path, b"nieuw")
    assert reason(error) == "full"
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_under_sqlite(tmp_path: Path, dossier: Dossier) -> None:
    from sqlalchemy import event

    store = Store(tmp_path)
    keeper = Keeper(store, 10)
    kept = keeper.keep(dossier, "Zon", WORDS)
    engine = store._engine
    assert engine
    engine.dispose()

    def small(link: object, _record: object) -> None:
        link.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    event.listen(engine, "connect", small)
    big = change.add_note(dossier, "x" * 4000, TODAY)
    for _ in range(30):
        big = change.add_note(big, "x" * 4000, TODAY)
    with pytest.raises(StoreFailed) as error:
        keeper.save(kept, big)
    assert reason(error) == "full"
    store.close()
    assert Keeper(Store(tmp_path), 10).open("Zon", WORDS).dossier.notes == dossier.notes


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "dossiers.sqlite").write_bytes(b"geen databank" * 100)
    with pytest.raises(StoreFailed) as error:
        Keeper(Store(tmp_path)).names()
    assert reason(error) == "damaged"


def test_a_database_that_is_away(tmp_path: Path) -> None:
    for url in (f"postgresql+psycopg://x@/x?host={tmp_path}", "nonsense://x"):
        with pytest.raises(StoreFailed) as error:
            Keeper(Store(tmp_path, url)).names()
        assert reason(error) == "away"


def test_errors_and_logs_hold_no_words(keeper: Keeper, dossier: Dossier, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    kept = keeper.keep(dossier, "Zon", WORDS)
    with pytest.raises(DossierError) as error:
        keeper.open("Zon", "fout wachtwoord")
    said = str(error.value) + repr(kept.lock) + caplog.text
    for word in ("fout", "Zon", "Leefloon", WORDS, kept.lock.key.hex()):
        assert word not in said
