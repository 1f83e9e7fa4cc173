"""Keep, open, save, export, import and wipe dossiers: the store and the lock together."""

import os
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from assistant.dossier.crypt import COST, Lock, new_lock, seal, unseal
from assistant.dossier.migrate import read, write
from assistant.dossier.model import Dossier
from assistant.dossier.store import Listing, Store
from ingest.errors import DossierError, StoreFailed

NICKNAME = re.compile(r"[^\W_](?:[\w .'-]{0,38}[\w.])?")
BIGGEST = 20 * 1024 * 1024


class Opened(NamedTuple):
    """A dossier that is kept and open now."""

    dossier: Dossier
    lock: Lock
    revision: int


class Keeper:
    """Dossiers on this machine (or in the database that the settings name). Wiping is for good."""

    def __init__(self, store: Store, cost: int = COST) -> None:
        """`cost` = log2 of scrypt's N; lower only in tests."""
        self._store = store
        self._cost = cost

    def names(self) -> list[Listing]:
        """What is kept, by nickname."""
        return self._store.names()

    def keep(self, dossier: Dossier, nickname: str, passphrase: str) -> Opened:
        """Keep a dossier from now on. Raises DossierError: `nickname`, `short`, `taken`."""
        named = dossier.model_copy(update={"nickname": _checked(nickname)})
        lock = new_lock(passphrase, self._cost)
        return Opened(named, lock, self._store.add(named.nickname, seal(write(named), lock)))

    def open(self, nickname: str, passphrase: str) -> Opened:
        """Open a kept dossier. Raises DossierError: `unknown`, `passphrase`, `damaged`, `newer`."""
        found = self._store.get(nickname.strip())
        plain, lock = unseal(found.sealed, passphrase)
        return Opened(read(plain).model_copy(update={"nickname": nickname.strip()}), lock, found.revision)

    def save(self, opened: Opened, dossier: Dossier) -> Opened:
        """Write a change through at once. Raises DossierError (`changed`), StoreFailed."""
        named = dossier.model_copy(update={"nickname": opened.dossier.nickname})
        revision = self._store.save(named.nickname, seal(write(named), opened.lock), opened.revision)
        return Opened(named, opened.lock, revision)

    def export(self, nickname: str, passphrase: str) -> bytes:
        """The sealed bytes for a file. The passphrase is tried first: a file that nobody can open is no copy."""
        sealed = self._store.get(nickname.strip()).sealed
        unseal(sealed, passphrase)
        return sealed

    def take_in(self, sealed: bytes, passphrase: str, nickname: str = "") -> Opened:
        """Keep the dossier of an exported file, under its own nickname or another.

        Raises DossierError: `foreign`, `damaged`, `newer`, `passphrase`, `taken`, `nickname`.
        """
        plain, lock = unseal(sealed, passphrase)
        dossier = read(plain)
        named = dossier.model_copy(update={"nickname": _checked(nickname or dossier.nickname)})
        return Opened(named, lock, self._store.add(named.nickname, seal(write(named), lock)))

    def wipe(self, nickname: str) -> None:
        """Remove one dossier. Raises DossierError (`unknown`)."""
        self._store.wipe(nickname.strip())

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def wipe_all(self) -> int:
        """Remove all; gives how many there were."""
        return self._store.wipe_all()


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a new one beside it, forced to the disk, then put in its place."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as sheet:
            temporary = Path(sheet.name)
            sheet.write(content)
            sheet.flush()
            os.fsync(sheet.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            temporary.unlink(missing_ok=True)
        reason = "rights" if isinstance(error, PermissionError | FileNotFoundError | IsADirectoryError) else "full"
        raise StoreFailed(f"cannot write a file: {type(error).__name__}", reason=reason) from error


def read_file(path: Path) -> bytes:
    """The bytes of an exported file. Raises DossierError (`foreign`) where there is no readable file."""
    try:
        if path.stat().st_size > BIGGEST:
            raise DossierError("the file is larger than any dossier", reason="foreign")
        return path.read_bytes()
    except OSError as error:
        raise DossierError("the file cannot be read", reason="foreign") from error


def _checked(nickname: str) -> str:
    name = " ".join(nickname.split())
    if not NICKNAME.fullmatch(name):
        raise DossierError("the nickname has no letters or too many", reason="nickname")
    return name
