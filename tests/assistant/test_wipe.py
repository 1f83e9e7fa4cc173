"""'Wis alles' leaves nothing of a person or of the team on the disk."""

from datetime import date
from pathlib import Path

import pytest

from assistant.dossier import Dossier, Keeper, Service, Services, Store, Task, load_services, save_services
from assistant.settings import Settings
from assistant.wipe import Holdings, holdings, wipe_everything
from ingest.errors import IndexBusy
from ingest.index import layout
from ingest.own import OwnDocument, Piece, _keep

SECRET = "Geheimwoord"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home with one of everything."""
    found = Settings(home=tmp_path, database="")
    dossier = Dossier(tasks=(Task(title=SECRET, added_on=date(2026, 11, 25)),))
    store = Store(tmp_path)
    Keeper(store, 10).keep(dossier, "Zon", "drie gewone woorden")
    store.close()
    save_services(tmp_path, Services(services=(Service(kind="ocmw", name=SECRET, phone="014 00 00 00"),)))
    piece = Piece(heading="x", text=SECRET, page=1)
    _keep(OwnDocument(path=f"/{SECRET}.pdf", name=f"{SECRET}.pdf", hash="0", pieces=(piece,)), tmp_path)
    version = layout.new_version(tmp_path)
    (version / "chunks.json").write_text(SECRET, encoding="utf-8")
    layout.switch(tmp_path, version)
    (layout.index_folder(tmp_path) / "embeddings.sqlite").write_text(SECRET, encoding="utf-8")
    (tmp_path / "embedder.txt").write_text("builtin", encoding="utf-8")
    return found


def test_what_goes_is_counted_first_and_then_gone(settings: Settings) -> None:
    assert holdings(settings) == Holdings(dossiers=1, services=1, documents=1)
    assert wipe_everything(settings) == Holdings(1, 1, 1)
    assert holdings(settings) == Holdings(0, 0, 0)
    assert load_services(settings.home) == Services()
    left = [path for path in settings.home.rglob("*") if path.is_file()]
    assert {path.name for path in left} <= {"building.lock", "embedder.txt"}
    assert not [path.name for path in left if SECRET.encode() in path.read_bytes()]


def test_nothing_to_wipe_is_no_fault(tmp_path: Path) -> None:
    assert wipe_everything(Settings(home=tmp_path, database="")) == Holdings(0, 0, 0)


def test_a_damaged_file_of_services_goes_too(settings: Settings) -> None:
    (settings.home / "diensten.yaml").write_bytes(b"{{")
    assert wipe_everything(settings).services == 0
    assert not (settings.home / "diensten.yaml").exists()


def test_a_build_that_runs_is_waited_for_and_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.own.WAIT", 0.1)
    with layout.building(settings.home), pytest.raises(IndexBusy):
        wipe_everything(settings)
    assert holdings(settings).dossiers == 0
