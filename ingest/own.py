"""Documents that a team adds: read once, kept as text beside the index, searched with the corpus.

    <home>/own/<hash of the path>.json   one file: where it was, the hash of its content, its pieces

A new index needs only these, not the originals.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from langchain_core.documents import Document
from pydantic import Field, ValidationError

from ingest import split
from ingest.embed import Embedder
from ingest.errors import UnreadableFile
from ingest.index import layout
from ingest.index.artefact import build_index, needs_build
from ingest.index.cache import Progress
from ingest.index.chunk import OWN, Chunk
from ingest.models import Corpus, Model
from ingest.readers import check_file, read_file

WAIT = 30
"""Seconds to wait for a build that runs."""


class Piece(Model):
    """A piece of a document of the team."""

    heading: str
    text: str
    page: int


class OwnDocument(Model):
    """A document of the team as text."""

    path: str
    name: str
    hash: str = Field(description="of the content and of the way it is split")
    pieces: tuple[Piece, ...]


class Skipped(Model):
    """A file that was not added, and the key of the Dutch sentence that says why."""

    file: str
    why: str


class IngestReport(Model):
    """What happened to the files. `chunks` = pieces of the team's documents that can be searched now."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    chunks: int = 0
    seconds: float = 0.0


def ingest_paths(
    paths: Sequence[Path], home: Path, corpus: Corpus, embedder: Embedder, progress: Progress | None = None
) -> IngestReport:
    """Add files and folders to the index; only new or changed files are read and embedded.

    Files that vanished from a given folder are removed. A file that cannot be read is skipped (what was known
    of it stays). Raises IndexBusy when another process builds: the texts are kept and come with the next build.
    """
    started = perf_counter()
    known = {document.path: document for document in own_documents(home)}
    files = list(dict.fromkeys(_files(paths)))
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    skipped = []
    for file in files:
        try:
            counts[_take_in(file, known.get(str(file)), home)] += 1
        except UnreadableFile as error:
            skipped.append(Skipped(file=file.name, why=error.text_key))
    removed = _remove_vanished(paths, set(map(str, files)), known, home)
    chunks = own_chunks(home)
    if needs_build(home, corpus, chunks, embedder):
        build_index(corpus, chunks, embedder, home, progress)
    return IngestReport(
        **counts, removed=removed, skipped=tuple(skipped), chunks=len(chunks),
        seconds=round(perf_counter() - started, 3),
    )  # fmt: skip


def own_documents(home: Path) -> Iterator[OwnDocument]:
    """Every document of the team; a record that cannot be read is left out (its file will be read again)."""
    for record in sorted((home / "own").glob("*.json")):
        try:
            yield OwnDocument.model_validate_json(record.read_bytes())
        except (OSError, ValidationError):
            continue


def own_chunks(home: Path) -> list[Chunk]:
    """The pieces of the team's documents; the same content in two places counts once."""
    found: dict[str, Chunk] = {}
    for document in own_documents(home):
        for number, piece in enumerate(document.pieces):
            chunk = Chunk(
                id=f"{OWN}{document.hash}#{number}", document_id=f"{OWN}{document.hash}", title=document.name,
                heading=piece.heading, text=piece.text, page=piece.page,
            )  # fmt: skip
            found.setdefault(chunk.id, chunk)
    return list(found.values())


def forget_documents(home: Path) -> int:
    """Remove every own document, every version of the index and all vectors; gives how many documents there were.

    The next question builds an index of our own corpus again. Raises IndexBusy while another process builds.
    """
    with layout.building(home, wait=WAIT):
        count = sum(1 for _ in own_documents(home))
        shutil.rmtree(home / "own", ignore_errors=True)
        layout.delete_everything(home)
    return count


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The given files, and those in given folders that are not hidden."""
    for path in paths:
        root = path.expanduser().resolve()
        if not root.is_dir():
            yield root
            continue
        for file in sorted(root.rglob("*")):
            inside = file.relative_to(root).parts
            if file.is_file() and not any(part.startswith((".", "~$")) for part in inside):
                yield file


def _take_in(file: Path, known: OwnDocument | None, home: Path) -> str:
    """`added`, `changed` or `unchanged`. Raises UnreadableFile."""
    check_file(file)
    try:
        content = sha256(f"{split.VERSION}\0".encode() + file.read_bytes()).hexdigest()[:24]
    except PermissionError as error:
        raise UnreadableFile("no permission to read", reason="locked", file=file.name) from error
    if known is not None and known.hash == content:
        return "unchanged"
    pieces = tuple(map(_piece, split.split_file(read_file(file))))
    if not pieces:
        raise UnreadableFile("no text found", reason="no-text", file=file.name)
    _keep(OwnDocument(path=str(file), name=file.name, hash=content, pieces=pieces), home)
    return "added" if known is None else "changed"


def _piece(document: Document) -> Piece:
    return Piece(heading=document.metadata["heading"], text=document.page_content, page=document.metadata["page"])


def _keep(document: OwnDocument, home: Path) -> None:
    record = _record(document.path, home)
    record.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = record.with_suffix(".new")
    beside.write_text(document.model_dump_json(), encoding="utf-8")
    os.replace(beside, record)


def _record(path: str, home: Path) -> Path:
    return home / "own" / f"{sha256(path.encode()).hexdigest()[:24]}.json"


def _remove_vanished(paths: Sequence[Path], present: set[str], known: Iterable[str], home: Path) -> int:
    """Forget the files below the given folders that are not there any more."""
    folders = [folder for path in paths if (folder := path.expanduser().resolve()).is_dir()]
    gone = [
        path for path in known
        if path not in present and any(Path(path).is_relative_to(folder) for folder in folders)
    ]  # fmt: skip
    for path in gone:
        _record(path, home).unlink(missing_ok=True)
    return len(gone)
