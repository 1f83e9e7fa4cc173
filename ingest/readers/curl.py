"""Lines that bend, on a sheet that was folded or does not lie flat, made straight again.

The page is cut into strips from left to right and bands from top to bottom. How far the lines of a strip stand below
those of its neighbour is seen from their rows of ink; the sum over the strips is the bend of the lines in that band.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.readers.picture import Grey

STRIPS, BANDS = 20, 4
REACH = 0.9
"""Two neighbours differ by so many x-heights at most; further on the next line would be taken for this one."""
ALIKE = 0.55
"""Correlation below which two strips do not tell: a margin, the end of short lines."""
LEAST_BEND = 0.25
"""In x-heights: a bend that does not harm."""

Bend = NDArray[np.float32]


def straighten(page: Grey, marks: Grey, letter_height: float) -> Grey:
    """The page with level lines; the same page when they are level enough or nothing can be said."""
    if not letter_height:
        return page
    bend = find_bend(marks, letter_height)
    if float(np.ptp(bend, axis=1).max()) < LEAST_BEND * letter_height:
        return page
    height, width = page.shape
    shift = cv2.resize(bend, (width, height), interpolation=cv2.INTER_CUBIC)
    down, across = np.indices((height, width), np.float32)
    return np.asarray(
        cv2.remap(page, across, down + shift, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def find_bend(marks: Grey, letter_height: float) -> Bend:
    """(BANDS, STRIPS): how many pixels lines stand too low; 0 in the middle strip."""
    height, width = marks.shape
    reach = max(2, round(REACH * letter_height))
    steps = np.zeros((BANDS, STRIPS), np.float32)
    tall = height // BANDS
    for band in range(BANDS):
        rows = marks[max(0, band * tall - tall // 4) : (band + 1) * tall + tall // 4]
        profiles = cv2.resize(rows, (STRIPS, rows.shape[0]), interpolation=cv2.INTER_AREA).astype(np.float32)
        smooth = cv2.blur(profiles, (1, max(1, round(letter_height / 3))))
        for strip in range(1, STRIPS):
            steps[band, strip] = _step(smooth[:, strip - 1], smooth[:, strip], reach)
    bend = np.cumsum(steps, axis=1)
    return bend - bend[:, STRIPS // 2 : STRIPS // 2 + 1]


def _step(left: NDArray[np.float32], right: NDArray[np.float32], reach: int) -> float:
    """By how many rows `right` stands lower than `left`; 0 when they are not alike."""
    inner = left[reach:-reach] - left[reach:-reach].mean()
    norm = float(np.linalg.norm(inner))
    best, place = 0.0, 0
    for shift in range(-reach, reach + 1):
        other = right[reach + shift : len(right) - reach + shift]
        other = other - other.mean()
        alike = float(inner @ other) / max(norm * float(np.linalg.norm(other)), 1e-6)
        if alike > best:
            best, place = alike, shift
    return float(place) if best >= ALIKE else 0.0
