"""Letters on paper for measuring the readers: a text as PDF, as a scan and as a photo from a phone.

Everything is drawn from a seed, so that a run can be repeated. Pictures are grey, uint8, (height, width).
"""

from html import escape
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

STYLE = "@page{size:A4;margin:2cm}pre{font:11pt 'Liberation Sans','DejaVu Sans',sans-serif;white-space:pre-wrap}"
WHITE = 255


def write_pdf(text: str, file: Path) -> None:
    """The text as an A4 PDF with a text layer; a form feed starts a new page."""
    from weasyprint import HTML

    sheets = [f"<pre>{escape(page)}</pre>" for page in text.split("\f")]
    pages = "<div style='page-break-before:always'></div>".join(sheets)
    HTML(string=f"<html lang=nl><style>{STYLE}</style>{pages}").write_pdf(file)


def render(pdf: Path, dpi: int = 200) -> list[Grey]:
    """Each page of a PDF as a clean picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
    document.close()
    return [np.ascontiguousarray(page.reshape(page.shape[:2])) for page in pages]


def scan(page: Grey, seed: int, *, noise: float = 9.0, degrees: float = 1.2) -> Grey:
    """As an office scanner gives it: a little skew, soft optics, noise (standard deviation in grey levels)."""
    random = np.random.default_rng(seed)
    turned = turn(page, random.uniform(-degrees, degrees))
    return _noisy(cv2.GaussianBlur(turned, (0, 0), 0.6), noise, random)


def photo(
    page: Grey, seed: int, *, height: int = 2600, noise: float = 6.0, blur: float = 0.9, lean: float = 0.05
) -> Grey:
    """As a phone takes it on a dark table: perspective, shadow, blur, noise.

    `height` = pixels of the picture, of which the sheet fills about nine tenths; `lean` = how far corners move, as a
    share of the width; `blur` = standard deviation in pixels.
    """
    random = np.random.default_rng(seed)
    width = round(height * 0.75)
    sheet_height = 0.9 * height
    sheet_width = sheet_height * page.shape[1] / page.shape[0]
    left, top = (width - sheet_width) / 2, (height - sheet_height) / 2
    corners = np.array([[0, 0], [sheet_width, 0], [sheet_width, sheet_height], [0, sheet_height]]) + [left, top]
    moved = corners + random.uniform(-lean, lean, (4, 2)) * width
    moved = np.clip(moved, 6, np.array([width, height]) - 6)
    source = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * [page.shape[1], page.shape[0]]
    matrix = cv2.getPerspectiveTransform(source.astype(np.float32), moved.astype(np.float32))
    shot = cv2.warpPerspective(page, matrix, (width, height), flags=cv2.INTER_AREA, borderValue=70)
    shaded = shot * _shadow(height, width, random)
    return _noisy(cv2.GaussianBlur(shaded.astype(np.float32), (0, 0), blur), noise, random)


def turn(page: Grey, degrees: float) -> Grey:
    """Turned about its middle, the corners filled with white."""
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=WHITE), np.uint8)


def _shadow(height: int, width: int, random: np.random.Generator) -> NDArray[np.float32]:
    """Light that falls off from one side, and the soft shadow of a hand or phone: factors in 0.35 to 1."""
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    angle = random.uniform(0, 2 * np.pi)
    slope = 0.85 + 0.15 * (np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5))
    x, y = random.uniform(0.2, 0.8, 2)
    spot = 1 - 0.45 * np.exp(-(((across - x) / 0.35) ** 2 + ((down - y) / 0.25) ** 2))
    return np.asarray(np.clip(slope * spot, 0.35, 1), np.float32)


def _noisy(page: NDArray[np.generic], noise: float, random: np.random.Generator) -> Grey:
    grain = random.normal(0, noise, page.shape).astype(np.float32)
    return np.asarray(np.clip(page.astype(np.float32) + grain, 0, 255), np.uint8)
