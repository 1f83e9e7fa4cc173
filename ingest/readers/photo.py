"""From a photo to a flat, evenly lit page: find the sheet, take out the perspective and the shadow.

Order matters: to flatten the light while a dark table is still in the picture turns the table into noise.
"""

import cv2
import numpy as np

from ingest.readers.picture import Grey, Points

SEARCH = 700
"""Long side, in pixels, of the small picture in which the sheet is looked for."""
LEAST, MOST = 0.2, 0.97
"""The sheet as a share of the picture."""
FILLED = 0.9
"""A sheet fills the four corners that are found for it."""
MARGIN = 0.015
UNEVEN = 25.0
"""Light that differs by so many grey levels over the page is flattened."""


def cut_out_sheet(picture: Grey) -> Grey | None:
    """The sheet of paper alone, without perspective, in its own size; None when there are no clear edges."""
    corners = _corners(picture)
    if corners is None:
        return None
    width = round(max(_length(corners[0], corners[1]), _length(corners[3], corners[2])))
    height = round(max(_length(corners[0], corners[3]), _length(corners[1], corners[2])))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    size = (width, height)
    sheet = cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    rim = round(min(width, height) * MARGIN / 2)
    return np.ascontiguousarray(sheet[rim : height - rim, rim : width - rim])


def is_negative(page: Grey) -> bool:
    """Whether light letters stand on a dark ground, as on a screen at night."""
    dark, middle, light = np.percentile(page[::4, ::4], [1, 50, 99])
    return float(light - middle) > 2 * float(middle - dark) and float(middle) < 100


def is_uneven(page: Grey) -> bool:
    """Whether light and shadow differ over the page."""
    low, high = np.percentile(_background(page), [5, 95])
    return float(high - low) > UNEVEN or float(high) < 200


def flatten(page: Grey) -> Grey:
    """The page as if lit evenly: divided by its own background."""
    height, width = page.shape
    background = cv2.resize(_background(page), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(page, background, scale=245), np.uint8)


def _background(page: Grey) -> Grey:
    """The paper without its ink, at most 600 pixels wide."""
    scale = min(1.0, 600 / page.shape[1])
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 31), np.uint8)


def _corners(picture: Grey) -> Points | None:
    """Corners in the order left above, right above, right below, left below; (4, 2)."""
    scale = min(1.0, SEARCH / max(picture.shape))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # Closing takes the text off the paper; what is left has the outline of the sheet as its strongest edge.
    blank = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    for mask in (_bright(blank), _fenced(blank)):
        found = _quad(mask)
        if found is not None:
            return _ordered(found) / np.float32(scale)
    return None


def _bright(blank: Grey) -> Grey:
    """What is lighter than the rest of the picture."""
    _, mask = cv2.threshold(cv2.GaussianBlur(blank, (5, 5), 0), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(mask, np.uint8)


def _fenced(blank: Grey) -> Grey:
    """What lies inside strong edges: for a sheet that is half in the shadow."""
    edges = cv2.dilate(cv2.Canny(cv2.GaussianBlur(blank, (5, 5), 0), 15, 45), np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(edges, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    mask = np.zeros_like(blank)
    cv2.drawContours(mask, outlines, -1, 255, thickness=cv2.FILLED)
    return np.asarray(cv2.erode(mask, np.ones((3, 3), np.uint8)), np.uint8)


def _quad(mask: Grey) -> Points | None:
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    area, whole = cv2.contourArea(outline), mask.shape[0] * mask.shape[1]
    hull = cv2.convexHull(outline)
    for share in (0.02, 0.03, 0.05, 0.08):
        corners = cv2.approxPolyDP(hull, share * cv2.arcLength(hull, closed=True), closed=True)
        if len(corners) == 4:
            sheet = cv2.contourArea(corners)
            if LEAST * whole <= sheet <= MOST * whole and area >= FILLED * sheet:
                return np.asarray(corners.reshape(4, 2), np.float32)
    return None


def _ordered(corners: Points) -> Points:
    """Clockwise from the corner that lies most to the upper left, also for a sheet that lies askew."""
    middle = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))]
    return np.asarray(np.roll(around, -int(around.sum(axis=1).argmin()), axis=0), np.float32)


def _length(a: Points, b: Points) -> float:
    return float(np.hypot(*(a - b)))
