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
    encodings = ("utf-16",) if data.startswith(UTF16) else ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableFile("not a text", reason="damaged", file=name)
