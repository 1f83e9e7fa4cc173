"""Files in, pages of text out: one file for each format.

`__init__` decides what a file is; `sandbox` has it opened by a child process (`worker`), where `pdf`, `image`, `docx`,
`odt`, `mail`, `html` read it. Scans and photos go `image` or `page_picture` -> `scan` (`photo`, `picture`) -> `ocr`
-> `layout`.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile
from ingest.readers.kinds import Kind, find_kind
from ingest.readers.markdown import read_markdown
from ingest.readers.sandbox import Cancelled, Progress, end_readers, read_in_child, warm_reader
from ingest.readers.text import read_text

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 100

HERE: Mapping[Kind, Callable[[Path], ReadFile]] = {"text": read_text, "markdown": read_markdown}
"""Kinds that only decode letters: no child is needed."""


def read_file(path: Path, cancel: Event | None = None, progress: Progress | None = None) -> ReadFile:
    """The text of a file, page by page; scans and photos by OCR.

    `warnings` holds keys of Dutch sentences, for what may have been misread. `progress` hears how many pages are
    done. Raises Cancelled once `cancel` is set, and UnreadableFile with a reason: missing, empty, kind, heic, damaged,
    locked, too-large (20 MB, 40 megapixels, memory), too-many-pages (100), no-text, photo (too poor), no-tesseract,
    too-slow.
    """
    kind = check_file(path)
    try:
        found = HERE[kind](path) if kind in HERE else read_in_child(path.absolute(), kind, cancel, progress)
    except PermissionError as error:
        raise UnreadableFile("no permission to read", reason="locked", file=path.name) from error
    if not any(page.text.strip() for page in found.pages):
        raise UnreadableFile("no text found", reason="no-text", file=path.name)
    return found


def read_pages(paths: Sequence[Path], cancel: Event | None = None, progress: Progress | None = None) -> ReadFile:
    """Several files as one text, in the given order; pages are numbered on.

    A file without text, such as the photo of an empty back, is left out while another has some. Raises what
    `read_file` raises, with the name of the file, and ValueError for no paths at all.
    """
    if not paths:
        raise ValueError("no files to read")
    files: list[ReadFile] = []
    empty: UnreadableFile | None = None
    for path in paths:
        before = sum(len(file.pages) for file in files)
        heard = None if progress is None else _from(progress, before)
        try:
            files.append(read_file(path, cancel, heard))
        except UnreadableFile as error:
            if error.reason != "no-text":
                raise
            empty = error
    if empty is not None and not files:
        raise empty
    return _joined(files)


def check_file(path: Path) -> Kind:
    """What the file is, by its first bytes.

    Raises UnreadableFile: missing, empty, too-large, kind, heic, locked, damaged.
    """
    if not path.is_file():
        raise UnreadableFile("no such file", reason="missing", file=path.name)
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile("empty file", reason="empty", file=path.name)
    if size > MAX_BYTES:
        raise UnreadableFile(f"{size} bytes", reason="too-large", file=path.name)
    try:
        return find_kind(path)
    except PermissionError as error:
        raise UnreadableFile("no permission to read", reason="locked", file=path.name) from error


def _joined(files: Sequence[ReadFile]) -> ReadFile:
    pages = [page for file in files for page in file.pages]
    name = ", ".join(dict.fromkeys(file.name for file in files))
    if len(pages) > MAX_PAGES:
        raise UnreadableFile(f"{len(pages)} pages", reason="too-many-pages", file=name)
    return ReadFile(
        name=name,
        pages=tuple(_numbered(page, number) for number, page in enumerate(pages, start=1)),
        headings=all(file.headings for file in files),
        warnings=tuple(dict.fromkeys(warning for file in files for warning in file.warnings)),
    )


def _numbered(page: PageText, number: int) -> PageText:
    return page.model_copy(update={"number": number})


def _from(progress: Progress, before: int) -> Progress:
    return lambda pages: progress(before + pages)


__all__ = ["Cancelled", "Progress", "check_file", "end_readers", "read_file", "read_pages", "warm_reader"]
