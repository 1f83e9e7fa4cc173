"""What a file is: its content decides, its name only where content cannot."""

from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from ingest.errors import UnreadableFile

Kind = Literal["pdf", "image", "docx", "odt", "eml", "html", "markdown", "text"]

SUFFIXES: dict[str, Kind] = {
    ".pdf": "pdf", ".png": "image", ".jpg": "image", ".jpeg": "image", ".webp": "image", ".tif": "image",
    ".tiff": "image", ".docx": "docx", ".odt": "odt", ".eml": "eml", ".html": "html", ".htm": "html",
    ".md": "markdown", ".markdown": "markdown", ".txt": "text",
}  # fmt: skip
HEAD = 2048
WEB_PAGE = (b"<!doctype html", b"<html")
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An old Office file, or a new one with a password."""
PHONE_PICTURES = (b"heic", b"heix", b"heim", b"hevc", b"heif", b"mif1", b"msf1", b"avif")
NOT_READ = (b"{\\rtf", b"MZ", b"\x7fELF", b"GIF8", b"BM", b"Rar!", b"7z\xbc\xaf")
UNZIPPED = 120 * 1024 * 1024
"""Bytes that the parts of an Office file may hold together."""
PARTS = 5000


def find_kind(path: Path) -> Kind:
    """What reads this file. Raises UnreadableFile: kind, heic, locked, damaged, too-large (a zip bomb)."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    named = SUFFIXES.get(path.suffix.lower())
    if head[4:8] == b"ftyp" and head[8:12] in PHONE_PICTURES:
        raise UnreadableFile("HEIC or AVIF picture", reason="heic", file=path.name)
    if head.startswith(OLE) and named in {"docx", "odt"}:
        raise UnreadableFile("Office file with a password", reason="locked", file=path.name)
    kind = _by_content(path, head, named) or named
    if kind is None or head.startswith((*NOT_READ, OLE)):
        raise UnreadableFile(f"no reader for {path.suffix}", reason="kind", file=path.name)
    return kind


def _by_content(path: Path, head: bytes, named: Kind | None) -> Kind | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "image"
    if head.startswith(ZIP):
        return _office(path, named)
    if named in {None, "text"} and head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGE):
        return "html"
    return None


def _office(path: Path, named: Kind | None) -> Kind | None:
    """Word or OpenDocument; None leaves it to the name. A bomb is refused before it is unpacked."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("not a whole zip", reason="damaged" if named else "kind", file=path.name) from error
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNZIPPED:
        raise UnreadableFile("unpacks to too much", reason="too-large", file=path.name)
    if "word/document.xml" in names:
        return "docx"
    if {"content.xml", "mimetype"} <= names:
        return "odt"
    reason = "damaged" if named in {"docx", "odt"} else "kind"
    raise UnreadableFile("a zip of another kind", reason=reason, file=path.name)
