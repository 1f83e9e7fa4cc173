"""A picture of a page to its text: straighten, even out, right size, read; and say how far it can be trusted."""

from typing import NamedTuple

import cv2
import numpy as np

from ingest.errors import UnreadableFile
from ingest.models import PageText
from ingest.readers import curl, ocr, photo, picture
from ingest.readers.picture import Grey

WANTED = 20.0
"""x-height in pixels that Tesseract reads best: letters of 30 pixels."""
SMALL, LARGE = 15.0, 32.0
MOST_ENLARGED = 3.0
MOST_PIXELS = 24_000_000
"""After enlarging."""
GRAINY = 10.0
LEVEL = 0.15
"""Degrees of skew that do no harm."""
LOST, MISSED = 0.5, 0.8
"""Letters read as a share of those seen; 1.15 on a good page. Confidence says nothing of lines that were left out."""
CRISP = 6.0
"""Detail of a good photo; below it, edges are made steeper."""
UPSIDE_DOWN = 0.72
"""Below this confidence the page may stand on its head."""
POOR, DOUBTFUL = 0.72, 0.88
"""Confidence below which one letter in ten is wrong, or one in a hundred. Measured: docs/scans.md."""
VAGUE, SOFT = 2.4, 4.0
"""The same for detail: steepness of edges times x-height."""
FEW, PAGE = 12, 60
"""Letters from which confidence means something; letters from which a picture is a page of text."""

Read = tuple[PageText, tuple[str, ...]]


class Sheet(NamedTuple):
    """A page made ready, and what was measured of it; `letters` = about how many are seen, 0 for not known."""

    page: Grey
    detail: float
    letters: int
    crisp: bool
    turned: bool


def read_picture(grey: Grey, number: int, *, camera: bool) -> Read:
    """The text of a page, and the keys of what to warn of.

    `camera`: look for a sheet on a table first. Raises UnreadableFile: photo (too poor to trust a number),
    no-tesseract, too-slow.
    """
    sheet = make_ready(grey, camera=camera)
    found = _read_upright(sheet)
    if (found.letters >= FEW and found.confidence < POOR) or (camera and _is_partial(found, sheet)):
        raise UnreadableFile("picture too poor", reason="photo")
    page = PageText(number=number, text=found.text, source="ocr", confidence=found.confidence)
    return page, ("warn.scan",) if _is_doubtful(found, sheet) else ()


def make_ready(grey: Grey, *, camera: bool) -> Sheet:
    """The sheet alone, evenly lit, level, with letters of the size that reads best."""
    sheet = photo.cut_out_sheet(grey) if camera else None
    page = grey if sheet is None else sheet
    if sheet is None and photo.is_negative(page):
        page = np.asarray(255 - page, np.uint8)
    grain = picture.noise(page)
    if grain > GRAINY:
        page = np.asarray(cv2.medianBlur(page, 3 if grain < 2 * GRAINY else 5), np.uint8)
    uneven = photo.is_uneven(page)
    if uneven:
        page = photo.flatten(page)
    marks = picture.ink(cv2.GaussianBlur(page, (0, 0), 1.5) if grain > GRAINY else page)
    angle, upright = picture.skew(marks)
    if upright:
        page, marks = (np.ascontiguousarray(np.rot90(each)) for each in (page, marks))
    height = picture.letter_height(marks)
    detail = picture.sharpness(page, marks) * height
    page = _sized(page, angle, height)
    if camera:
        marks = picture.ink(page)
        page = curl.straighten(page, marks, picture.letter_height(marks))
    soft = detail < CRISP
    letters = 0 if grain > GRAINY else picture.letter_count(marks)
    return Sheet(_sharpened(page) if soft else page, detail, letters, not (soft or uneven), upright)


def _sharpened(page: Grey) -> Grey:
    """Steeper edges, after the grain is taken out that would be made stronger with them."""
    smooth = cv2.GaussianBlur(page, (0, 0), 0.8)
    return np.asarray(cv2.addWeighted(smooth, 2.0, cv2.GaussianBlur(smooth, (0, 0), 2.0), -1.0, 0), np.uint8)


def _read_upright(sheet: Sheet) -> ocr.Recognised:
    """Read as it lies; when it was turned, or gives little sense, ask which way is up."""
    page = sheet.page
    if sheet.turned and ocr.quarter_turns(page):
        page = np.ascontiguousarray(np.rot90(page, 2))
    found = ocr.recognise(page, crisp=sheet.crisp)
    if found.letters >= FEW and found.confidence >= UPSIDE_DOWN:
        return found
    turns = ocr.quarter_turns(page)
    if not turns:
        return found
    again = ocr.recognise(np.ascontiguousarray(np.rot90(page, -turns)), crisp=sheet.crisp)
    return max(found, again, key=lambda each: each.confidence * min(each.letters, 200))


def _sized(page: Grey, degrees: float, letter_height: float) -> Grey:
    """Turned level and enlarged or reduced in one step."""
    scale = 1.0
    if letter_height and not SMALL <= letter_height <= LARGE:
        scale = min(WANTED / letter_height, MOST_ENLARGED)
    scale = min(scale, (MOST_PIXELS / page.size) ** 0.5)
    if scale == 1.0 and abs(degrees) < LEVEL:
        return page
    if scale < 1.0:
        page = np.asarray(cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        scale = 1.0
    height, width = page.shape
    target = (round(width * scale), round(height * scale))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, scale)
    matrix[:, 2] += [(target[0] - width) / 2, (target[1] - height) / 2]
    paper = int(np.percentile(page[:: max(1, height // 200)], 80))
    turned = cv2.warpAffine(page, matrix, target, flags=cv2.INTER_CUBIC, borderValue=paper)
    return np.asarray(turned, np.uint8)


def _is_partial(found: ocr.Recognised, sheet: Sheet) -> bool:
    """Whether letters are too vague, or most of those seen on the page were not read."""
    if max(found.letters, sheet.letters) < PAGE:
        return False
    return sheet.detail < VAGUE or found.letters < LOST * sheet.letters


def _is_doubtful(found: ocr.Recognised, sheet: Sheet) -> bool:
    """Whether a number may have been misread, or a line left out."""
    if found.letters < FEW:
        return sheet.letters >= PAGE
    return found.confidence < DOUBTFUL or sheet.detail < SOFT or found.letters < MISSED * sheet.letters
