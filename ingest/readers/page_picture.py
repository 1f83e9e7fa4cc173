"""A page of a PDF as a picture: whether it is a scan, and drawn for reading."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import numpy as np
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetTextRenderMode

from ingest.readers.picture import Grey

DPI = 200
MAX_PIXELS = 20_000_000
"""Of a drawn page: A3 at 200 dpi is 8 million; a poster is drawn more coarsely."""
WHOLE_PAGE = 0.6
"""Share of a page that a scan covers."""
INVISIBLE = 3
"""The render mode of text that a scanner laid under its picture."""
DEPTH = 3
STAMP = 150
"""So few letters on a whole picture are a stamp or a page number, not the letter."""


@contextmanager
def open_page(data: bytes, index: int) -> Iterator[pypdfium2.PdfPage]:
    """A page of the PDF, counted from 0."""
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[index]) as page:
        yield page


def is_scan(page: pypdfium2.PdfPage, letters: int) -> bool:
    """Whether the page is a picture whose text, if any, is a stamp or was laid under it unseen."""
    width, height = page.get_size()
    covered, texts, hidden = 0.0, 0, 0
    for part in page.get_objects(max_depth=DEPTH):
        if part.type == FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = part.get_bounds()
            covered = max(covered, (min(right, width) - max(left, 0)) * (min(top, height) - max(bottom, 0)))
        elif part.type == FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden += FPDFTextObj_GetTextRenderMode(part) == INVISIBLE
    whole = covered >= WHOLE_PAGE * width * height
    return whole and (letters < STAMP or hidden == texts)


def is_blank(page: pypdfium2.PdfPage) -> bool:
    """Whether nothing at all is drawn."""
    return next(iter(page.get_objects(max_depth=1)), None) is None


def draw(page: pypdfium2.PdfPage) -> Grey:
    """The page in grey at 200 dpi."""
    width, height = page.get_size()
    scale = min(DPI / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    return np.ascontiguousarray(picture.reshape(picture.shape[:2]))
