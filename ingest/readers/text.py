"""Plain text, in the encodings that Windows and the web really use."""

from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

ENCODINGS = ("utf-8-sig", "cp1252")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> ReadFile:
    """The text as one page. Raises UnreadableFile (damaged) for what is no text."""
    return ReadFile(name=path.name, pages=(PageText(number=1, text=decode(path.read_bytes(), path.name)),))


def decode(data: bytes, name: str) -> str:
    """Bytes to text: UTF-8, UTF-16 with its mark, else Windows; line ends become `\\n`."""
    encodings = ("utf-16",) if data.startswith(UTF16) else _without_mark(data) or ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableFile("not a text", reason="damaged", file=name)


def _without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 that lacks its mark: in Latin text every other byte is zero."""
    zeros = [part.count(0) / max(len(part), 1) for part in (data[0:4000:2], data[1:4000:2])]
    if len(data) < 20 or len(data) % 2 or max(zeros) < 0.7 or min(zeros) > 0.05:
        return ()
    return ("utf-16-be",) if zeros[0] > zeros[1] else ("utf-16-le",)
