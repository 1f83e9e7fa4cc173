"""Stores on SQLite and on PostgreSQL, a small dossier, and a keeper whose lock is quick."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from assistant.dossier import Application, Dossier, Keeper, Meeting, SmallStep, Store, Task, change

TODAY = date(2026, 11, 25)
QUICK = 10
"""log2 of scrypt's N for tests."""


def postgres_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    return found[0].parent if found else Path(on_path).parent if on_path else None


BACKENDS = ("sqlite", "postgresql") if postgres_programs() else ("sqlite",)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of our own on a socket in a temporary folder; root runs it as the user postgres."""
    programs = postgres_programs()
    assert programs
    folder = Path(tempfile.mkdtemp(prefix="ww-pg-"))
    who: dict[str, Any] = {}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        who = {"user": "postgres", "group": "postgres", "extra_groups": []}
    data = folder / "data"
    quiet: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": folder}
    subprocess.run([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], **quiet, **who)
    options = f"-k {folder} -c listen_addresses=''"
    start = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
    subprocess.run(start, **quiet, **who)
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet, **who)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest) -> str:
    """The setting `database`, with nothing kept yet."""
    if request.param == "sqlite":
        return ""
    address: str = request.getfixturevalue("postgres")
    engine = create_engine(address)
    with engine.begin() as link:
        link.execute(text("drop table if exists dossiers"))
    engine.dispose()
    return address


@pytest.fixture
def store(url: str, tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path, url)
    yield made
    made.close()


@pytest.fixture
def keeper(store: Store) -> Keeper:
    return Keeper(store, QUICK)


@pytest.fixture
def dossier() -> Dossier:
    steps = (
        SmallStep(text="Bel het OCMW.", due=date(2026, 11, 27)),
        SmallStep(text="Ga langs.", who="together", due=date(2026, 12, 4), hint="je kaart"),
    )
    made = Dossier(
        tasks=(
            Task(title="Leefloon vragen", origin="procedure", source="procedure:leefloon", steps=steps, added_on=TODAY),
            Task(title="Brief van VDAB", origin="letter", due=date(2026, 11, 26), urgency="hoog", added_on=TODAY),
        ),
        meetings=(Meeting(title="Gesprek bij VDAB", start=datetime(2026, 12, 8, 10), place="Stationsstraat 1"),),
        applications=(Application(day=date(2026, 11, 20), company="Bakkerij Zon", person="An", answer="wachten"),),
        facts={"gemeente": "Voorbeeldstad"},
    )
    return change.add_note(made, "Ik ben trots dat ik belde. ✓ é", TODAY)
