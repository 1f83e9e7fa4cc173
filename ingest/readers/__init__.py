"""Files in, pages of text out: one file for each format."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

MAX_BYTES = 20 * 1024 * 1024
Reader = Callable[[Path], ReadFile]


def _text(path: Path) -> ReadFile:
    from ingest.readers.text import read_text

    return read_text(path)


def _markdown(path: Path) -> ReadFile:
    from ingest.readers.markdown import read_markdown

    return read_markdown(path)


def _html(path: Path) -> ReadFile:
    from ingest.readers.html import read_html

    return read_html(path)


def _pdf(path: Path) -> ReadFile:
    from ingest.readers.pdf import read_pdf

    return read_pdf(path)


def _docx(path: Path) -> ReadFile:
    from ingest.readers.docx import read_docx

    return read_docx(path)


READERS: Mapping[str, Reader] = {
    ".txt": _text, ".md": _markdown, ".markdown": _markdown, ".html": _html, ".htm": _html,
    ".pdf": _pdf, ".docx": _docx,
}  # fmt: skip
"""By suffix; each reader imports its library only when it is needed."""


def read_file(path: Path) -> ReadFile:
    """The text of a file, page by page.

    Raises UnreadableFile with a reason: missing, empty, too-large (20 MB, 100 pages), kind, damaged, locked, no-text.
    """
    check_file(path)
    try:
        found = READERS[path.suffix.lower()](path)
    except PermissionError as error:
        raise UnreadableFile("no permission to read", reason="locked", file=path.name) from error
    if not any(page.text.strip() for page in found.pages):
        raise UnreadableFile("no text found", reason="no-text", file=path.name)
    return found


def read_pages(paths: Sequence[Path]) -> ReadFile:
    """Several files as one text, in the given order; pages are numbered on. Raises UnreadableFile, or ValueError
    for no paths at all.
    """
    if not paths:
        raise ValueError("no files to read")
    files = [read_file(path) for path in paths]
    pages = [page for file in files for page in file.pages]
    return ReadFile(
        name=", ".join(dict.fromkeys(file.name for file in files)),
        pages=tuple(_numbered(page, number) for number, page in enumerate(pages, start=1)),
        headings=all(file.headings for file in files),
        warnings=tuple(dict.fromkeys(warning for file in files for warning in file.warnings)),
    )


def _numbered(page: PageText, number: int) -> PageText:
    return page.model_copy(update={"number": number})


def check_file(path: Path) -> None:
    """Refuse, without opening it, what cannot be read. Raises UnreadableFile: missing, kind, empty, too-large."""
    if not path.is_file():
        raise UnreadableFile("no such file", reason="missing", file=path.name)
    if path.suffix.lower() not in READERS:
        raise UnreadableFile(f"no reader for {path.suffix}", reason="kind", file=path.name)
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile("empty file", reason="empty", file=path.name)
    if size > MAX_BYTES:
        raise UnreadableFile(f"{size} bytes", reason="too-large", file=path.name)


__all__ = ["READERS", "check_file", "read_file", "read_pages"]
