"""Where the index lies on disk.

    <home>/index/CURRENT            the name of the version that serves; replaced in one move
    <home>/index/v20261125-.../     one version: manifest, chunks, legs, vectors, Chroma folder
    <home>/index/embeddings.sqlite  vectors by content, so that only new text is embedded
    <home>/index/building.lock      held by the one process that builds
"""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from ingest.errors import IndexBusy, IndexDamaged
from ingest.index.chunk import Chunk
from ingest.models import Model

FORMAT = 1
"""Goes up when the files of a version change."""
VERSION = re.compile(r"v\d{8}-\d{6}-[0-9a-f]{6}")
"""Day, time, chance: a name never comes back, for Chroma remembers each folder it opened as long as it lives."""


class Manifest(Model):
    """What a version was built from; written last, so a version without it is unfinished."""

    format: int
    analyser: int
    embedder: str
    dimension: int
    corpus: str
    own: str
    chunks: int
    files: dict[str, int]
    """Size in bytes of each file outside the Chroma folder."""


def index_folder(home: Path) -> Path:
    """The folder of all versions."""
    return home / "index"


def current_version(home: Path) -> Path | None:
    """The folder of the version that serves; None when nothing was built yet."""
    try:
        name = (index_folder(home) / "CURRENT").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return index_folder(home) / name if VERSION.fullmatch(name) else None


def switch(home: Path, version: Path) -> None:
    """Let `version` serve from now on: readers see the old or the new one, never half."""
    pointer = index_folder(home) / "CURRENT"
    beside = pointer.with_suffix(".new")
    with beside.open("w", encoding="ascii") as stream:
        stream.write(version.name)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(beside, pointer)


def new_version(home: Path) -> Path:
    """An empty folder for the next version. Only the holder of the lock may call this."""
    version = index_folder(home) / f"v{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    version.mkdir(parents=True)
    return version


def delete_old_versions(home: Path) -> None:
    """Delete every version that does not serve; does nothing while another process builds."""
    try:
        with building(home):
            serving = current_version(home)
            for version in _versions(index_folder(home)):
                if version != serving:
                    shutil.rmtree(version, ignore_errors=True)  # Windows keeps open files: next time
    except IndexBusy:
        return


def delete_everything(home: Path) -> None:
    """Delete every version and the vectors by content. Only the holder of the lock may call this."""
    folder = index_folder(home)
    for name in ("CURRENT", "CURRENT.new", "embeddings.sqlite"):
        (folder / name).unlink(missing_ok=True)
    for version in _versions(folder):
        shutil.rmtree(version, ignore_errors=True)  # Windows keeps open files: the next start deletes them


def _versions(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if VERSION.fullmatch(path.name)] if folder.is_dir() else []


@contextmanager
def building(home: Path, *, wait: float = 0) -> Iterator[None]:
    """Be the only process that builds. Raises IndexBusy after `wait` seconds."""
    folder = index_folder(home)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "building.lock", timeout=wait):
            yield
    except Timeout as error:
        raise IndexBusy("another process builds the index") from error


def write_manifest(version: Path, manifest: Manifest) -> None:
    """The last file of a version."""
    (version / "manifest.json").write_text(manifest.model_dump_json(indent=1), encoding="utf-8")


def read_manifest(version: Path) -> Manifest:
    """The manifest of a version. Raises IndexDamaged when it is missing, broken or of another format."""
    try:
        return Manifest.model_validate_json((version / "manifest.json").read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexDamaged(f"manifest of {version.name}: {type(error).__name__}") from error


def file_sizes(version: Path, leave_out: str) -> dict[str, int]:
    """Relative path -> bytes of every file that is not below `leave_out`."""
    files = (path for path in sorted(version.rglob("*")) if path.is_file())
    sizes = {path.relative_to(version).as_posix(): path.stat().st_size for path in files}
    return {name: size for name, size in sizes.items() if not name.startswith(f"{leave_out}/")}


def hash_chunks(chunks: Iterable[Chunk]) -> str:
    """One hash over all that is searched and shown."""
    digest = sha256()
    for chunk in chunks:
        digest.update(json.dumps(chunk, ensure_ascii=False).encode())
    return digest.hexdigest()
