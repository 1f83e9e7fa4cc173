"""What is known of a grey picture of a page: ink, size of its letters, direction of its lines, noise, blur.

Pictures are grey, uint8, (height, width); sizes are pixels.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Points = NDArray[np.float32]

INK_POINTS = 40_000
STEEPEST = 9.0
"""Degrees of skew that are looked for."""
FEWEST = 20
"""Letters from which a usual size can be said."""
SMALLEST, LARGEST = 4, 120
"""Height of a letter."""


def ink(page: Grey) -> Grey:
    """255 where there is ink: darker than its surroundings, whatever the light."""
    window = max(15, page.shape[1] // 40) | 1
    return np.asarray(
        cv2.adaptiveThreshold(page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 18), np.uint8
    )


def letter_height(marks: Grey) -> float:
    """The median height of small letters (x-height); 0 when there are too few marks to say."""
    letters = _letter_heights(marks)
    return float(np.median(letters)) if letters.size >= FEWEST else 0.0


def letter_count(marks: Grey) -> int:
    """About how many letters there are: marks of the shape and the usual size of a letter."""
    letters = _letter_heights(marks)
    if letters.size < FEWEST:
        return int(letters.size)
    usual = float(np.median(letters))
    return int(np.sum((letters >= 0.8 * usual) & (letters <= 2 * usual)))


def _letter_heights(marks: Grey) -> NDArray[np.float64]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    width, height, area = (stats[1:, i].astype(np.float64) for i in (2, 3, 4))
    shaped = (height >= SMALLEST) & (height <= LARGEST) & (width <= 3 * height) & (width >= 0.25 * height)
    return np.asarray(height[shaped & (area >= 0.15 * width * height)], np.float64)


def skew(marks: Grey) -> tuple[float, bool]:
    """Degrees to turn, counter-clockwise, so that lines run level; and whether they stand upright (quarter turn)."""
    points = _ink_points(marks)
    if len(points) < 100:
        return 0.0, False
    level, angle = _best_angle(points)
    upright, across = _best_angle(points[:, ::-1] * [1, -1])
    return (across, True) if upright > 1.5 * level else (angle, False)


def noise(page: Grey) -> float:
    """Standard deviation of the grain in grey levels, in the middle of the page. Source: Immerkær, CVIU 64 (1996)."""
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    height, width = page.shape
    middle = page[height // 4 : height - height // 4, width // 4 : width - width // 4]
    answer = np.abs(cv2.filter2D(middle, cv2.CV_32F, kernel))[:, ::2]
    # The median leaves the edges of letters out; 0.6745 makes it a standard deviation, 6 is the norm of the kernel.
    return float(np.median(answer) / 0.6745 / 6)


def sharpness(page: Grey, marks: Grey) -> float:
    """How steep the edges of letters are: the 90th percentile of the slope near ink, as a share of the contrast."""
    near = cv2.dilate(marks, np.ones((3, 3), np.uint8)) > 0
    if near.sum() < 500:
        return 0.0
    across, down = (cv2.Sobel(page, cv2.CV_32F, dx, dy, scale=1 / 8) for dx, dy in ((1, 0), (0, 1)))
    slope = cv2.magnitude(across, down)[near]
    contrast = float(np.percentile(page[::4, ::4], 90)) - float(np.percentile(page[near], 5))
    return float(np.percentile(slope, 90)) / max(contrast, 1.0)


def _ink_points(marks: Grey) -> NDArray[np.float64]:
    """(n, 2): x and y of marks, at most INK_POINTS of them."""
    down, across = np.nonzero(marks)
    step = max(1, len(down) // INK_POINTS)
    return np.stack([across[::step], down[::step]], axis=1).astype(np.float64)


def _best_angle(points: NDArray[np.float64]) -> tuple[float, float]:
    """The sharpest profile of rows and its angle: first by whole degrees, then by tenths."""
    coarse = max((_profile(points, angle), angle) for angle in np.arange(-STEEPEST, STEEPEST + 0.1, 0.75))
    fine = np.arange(coarse[1] - 0.7, coarse[1] + 0.71, 0.1)
    score, angle = max((_profile(points, angle), angle) for angle in fine)
    return float(score), float(angle)


def _profile(points: NDArray[np.float64], degrees: float) -> float:
    """How much the number of marks changes from row to row, after turning."""
    turn = np.deg2rad(degrees)
    rows = np.floor((points[:, 1] * np.cos(turn) - points[:, 0] * np.sin(turn)) / 2).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))
