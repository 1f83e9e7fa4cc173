"""Where sealed dossiers lie: SQLite in the home folder, or any database by URL. It never sees a passphrase."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import (
    Column,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    insert,
    select,
    update,
)  # fmt: skip
from sqlalchemy.exc import DBAPIError, IntegrityError, NoSuchModuleError

from ingest.errors import DossierError, StoreFailed

FILE = "dossiers.sqlite"
TABLE = Table(
    "dossiers",
    MetaData(),
    Column("nickname", String(40), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)


class Listing(NamedTuple):
    """A kept dossier, as far as it can be seen without its passphrase."""

    nickname: str
    saved_at: datetime


class Sealed(NamedTuple):
    """The bytes of a dossier, and how often it was saved."""

    sealed: bytes
    revision: int


class Store:
    """Sealed dossiers by nickname. Every method may raise StoreFailed."""

    def __init__(self, home: Path, url: str = "") -> None:
        """`url` = a SQLAlchemy URL; empty = a SQLite file in `home`, made when something is first kept."""
        self._file = None if url else home / FILE
        self._url = url or f"sqlite:///{self._file}"
        self._engine: Engine | None = None

    def names(self) -> list[Listing]:
        """What is kept, by nickname."""
        if self._nothing_yet():
            return []
        with self._talk() as engine, engine.connect() as link:
            rows = link.execute(select(TABLE.c.nickname, TABLE.c.saved_at).order_by(TABLE.c.nickname)).all()
        return [Listing(row.nickname, row.saved_at) for row in rows]

    def get(self, nickname: str) -> Sealed:
        """The sealed dossier. Raises DossierError (`unknown`)."""
        if not self._nothing_yet():
            with self._talk() as engine, engine.connect() as link:
                row = link.execute(select(TABLE).where(TABLE.c.nickname == nickname)).first()
            if row is not None:
                return Sealed(bytes(row.sealed), row.revision)
        raise DossierError("no dossier with this nickname", reason="unknown")

    def add(self, nickname: str, sealed: bytes) -> int:
        """Keep a new dossier; gives its revision. Raises DossierError (`taken`)."""
        row = {"nickname": nickname, "revision": 1, "saved_at": datetime.now(UTC), "sealed": sealed}
        try:
            with self._talk() as engine, engine.begin() as link:
                link.execute(insert(TABLE).values(row))
        except IntegrityError as error:
            raise DossierError("the nickname is taken", reason="taken") from error
        return 1

    def save(self, nickname: str, sealed: bytes, revision: int) -> int:
        """Replace revision `revision` in one transaction; gives the new one.

        Raises DossierError (`changed`) where somebody else saved in between or the dossier was wiped.
        """
        change = update(TABLE).where(TABLE.c.nickname == nickname, TABLE.c.revision == revision)
        values = {"sealed": sealed, "revision": revision + 1, "saved_at": datetime.now(UTC)}
        with self._talk() as engine, engine.begin() as link:
            if link.execute(change.values(values)).rowcount != 1:
                raise DossierError("the dossier was changed elsewhere", reason="changed")
        return revision + 1

    def wipe(self, nickname: str) -> None:
        """Remove one dossier for good. Raises DossierError (`unknown`)."""
        if self._nothing_yet():
            raise DossierError("no dossier with this nickname", reason="unknown")
        with self._talk() as engine, engine.begin() as link:
            if not link.execute(delete(TABLE).where(TABLE.c.nickname == nickname)).rowcount:
                raise DossierError("no dossier with this nickname", reason="unknown")

    def wipe_all(self) -> int:
        """Remove every dossier, and the SQLite file itself; gives how many there were."""
        if self._nothing_yet():
            return 0
        with self._talk() as engine, engine.begin() as link:
            count = link.execute(delete(TABLE)).rowcount
        self.close()
        if self._file:
            with suppress(PermissionError):  # Windows, and another window has it open: its rows are gone anyway
                self._file.unlink(missing_ok=True)
        return count

    def close(self) -> None:
        """Let go of the database."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _nothing_yet(self) -> bool:
        return self._file is not None and not self._file.exists()

    @contextmanager
    def _talk(self) -> Iterator[Engine]:
        try:
            if self._engine is None:
                self._engine = _open(self._url, self._file)
            yield self._engine
        except IntegrityError:
            raise
        except (DBAPIError, OSError) as error:
            raise StoreFailed(f"database: {type(error).__name__}", reason=_reason(error)) from error
        except (NoSuchModuleError, ImportError) as error:
            raise StoreFailed("no driver for the database URL; install wegwijs[postgres]", reason="away") from error


def _open(url: str, file: Path | None) -> Engine:
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=file is None)
    if file:
        event.listen(engine, "connect", _careful)
    TABLE.metadata.create_all(engine)
    return engine


def _careful(link: object, _record: object) -> None:
    """Wait for another window, write through to the disk, and overwrite what is deleted."""
    cursor = link.cursor()  # type: ignore[attr-defined]  # a plain sqlite3 connection
    for pragma in ("busy_timeout = 5000", "synchronous = FULL", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _reason(error: Exception) -> str:
    """Why the database failed, as the end of a text key."""
    words = str(error).lower()
    if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in words or "no space left" in words:
        return "full"
    if isinstance(error, PermissionError) or "readonly" in words or "unable to open database file" in words:
        return "rights"
    return "damaged" if "not a database" in words or "malformed" in words else "away"
