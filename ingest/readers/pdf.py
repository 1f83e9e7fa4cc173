"""PDF: the text layer where a page has a real one, else the page is drawn and read as a scan."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdfium2 import PdfiumError

from ingest.errors import UnreadableFile
from ingest.models import PageText
from ingest.readers import ocr
from ingest.readers.layout import reading_order
from ingest.readers.page_picture import draw, is_blank, is_scan, open_page
from ingest.readers.scan import Read, read_picture

MAX_PAGES = 100
LEAST_LETTERS = 30
VOWELS = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")
VOWEL_SHARE = (0.22, 0.6)
"""In Dutch, French, English about 0.38. A font without its table of letters gives other marks."""
READABLE = 0.85
KEPT = 0.97
"""Share of the letters that the layout must keep."""
DAMAGED = (
    PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, NotImplementedError,
    ZeroDivisionError, OverflowError, AssertionError, PdfiumError,
)  # fmt: skip

# The library warns with pieces of the text.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(path: Path) -> Iterator[Read]:
    """Each page in turn. Raises UnreadableFile: damaged, locked (password), too-many-pages; and for pages without
    a text layer what `read_picture` raises.
    """
    data = path.read_bytes()
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("password needed", reason="locked", file=path.name)
        pages = len(reader.pages)
        if pages > MAX_PAGES:
            raise UnreadableFile(f"{pages} pages", reason="too-many-pages", file=path.name)
        for index in range(pages):
            yield _page(data, index, _text(reader.pages[index]))
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableFile("password needed", reason="locked", file=path.name) from error
    except UnreadableFile:
        raise
    except DAMAGED as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error


def _text(page: PageObject) -> str:
    """The text in reading order; in the order of the file where the page is turned or the layout loses some of it."""
    plain = page.extract_text()
    if page.rotation:
        return plain
    try:
        laid_out = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except DAMAGED:
        return plain
    return reading_order(laid_out) if _letters(laid_out) >= KEPT * _letters(plain) else plain


def _is_text(text: str) -> bool:
    """Whether this is language rather than a stamp, a page number or marks of a font without a table."""
    marks = [mark for mark in text.lower() if not mark.isspace()]
    letters = [mark for mark in marks if mark.isalpha()]
    if len(letters) < LEAST_LETTERS:
        return False
    readable = sum(mark.isalnum() or mark.isascii() or mark in "€§°–—‘’“”…•·«»" for mark in marks) / len(marks)
    latin = [mark for mark in letters if mark < "\u0250"]
    if len(latin) < len(letters) / 2:
        return readable >= READABLE
    vowels = sum(mark in VOWELS for mark in latin) / len(latin)
    return readable >= READABLE and VOWEL_SHARE[0] <= vowels <= VOWEL_SHARE[1]


def _page(data: bytes, index: int, text: str) -> Read:
    """The text layer, or the page read as a scan. Without Tesseract a poor layer is better than nothing."""
    real = _is_text(text)
    with open_page(data, index) as page:
        if (real and not is_scan(page, _letters(text))) or is_blank(page):
            return PageText(number=index + 1, text=text), ()
        if _letters(text) and not ocr.available():
            return PageText(number=index + 1, text=text), ("warn.scan",)
        picture = draw(page)
    return read_picture(picture, index + 1, camera=False)


def _letters(text: str) -> int:
    return sum(not mark.isspace() for mark in text)
