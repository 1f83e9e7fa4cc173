"""Text from a picture, by Tesseract, over pipes: no letter lies in a temporary file."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from ingest.errors import UnreadableFile
from ingest.readers.layout import reading_order
from ingest.readers.picture import Grey

WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
LANGUAGES = ("nld", "fra")
SECONDS = 25.0
EVEN_INK = ("-c", "thresholding_method=2")
"""Sauvola's threshold. With the default one, whole lines of a blurred photo are dropped without a trace."""
WIDE_GAP = 2.5
"""A gap between words of this many letters is a gap between columns."""
CELL = 0.8
"""Width of a cell of the grid in letters: narrow, so that words never push each other on."""
SAME_LINE = 0.6
NEW_PARAGRAPH, PITCH = 1.35, 1.5
"""Distance of lines: in usual distances, and the least that is usual in heights of a word."""
WORD = 5
"""The level of a word in Tesseract's table."""


class Word(NamedTuple):
    """A word as read; place and size in pixels, confidence 0 to 100."""

    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str

    @property
    def middle(self) -> float:
        """Height on the page."""
        return self.top + self.height / 2


class Recognised(NamedTuple):
    """The text of a picture. `confidence` = mean over the letters, 0 to 1; 0 when there are none."""

    text: str
    confidence: float
    letters: int


NOTHING = Recognised("", 0.0, 0)


def recognise(picture: Grey, *, crisp: bool = False) -> Recognised:
    """The text, paragraphs apart. `crisp`: evenly lit and sharp, which is a tenth faster.

    Raises UnreadableFile: no-tesseract, too-slow (25 s).
    """
    threshold = () if crisp else EVEN_INK
    table = _run(picture, "-l", "+".join(_languages()), "--oem", "1", "--psm", "3", "--dpi", "200", *threshold, "tsv")
    words = list(_words(table))
    letters = sum(len(word.text) for word in words)
    if not letters:
        return NOTHING
    confidence = sum(word.confidence * len(word.text) for word in words) / letters / 100
    return Recognised(reading_order(_grid(words)), round(confidence, 3), letters)


def quarter_turns(picture: Grey) -> int:
    """How many quarter turns, clockwise, set the page upright (0 to 3); 0 when Tesseract cannot say."""
    try:
        report = _run(picture, "--psm", "0", "--dpi", "200")
    except subprocess.CalledProcessError:
        return 0
    for line in report.splitlines():
        if line.startswith("Rotate:"):
            return int(line.split(":")[1]) // 90 % 4
    return 0


def available() -> bool:
    """Whether Tesseract with Dutch is on this machine."""
    try:
        return bool(_languages())
    except UnreadableFile:
        return False


@cache
def _program() -> str:
    found = shutil.which("tesseract") or (WINDOWS if os.path.isfile(WINDOWS) else None)
    if found is None:
        raise UnreadableFile("no Tesseract on this machine", reason="no-tesseract")
    return found


@cache
def _languages() -> tuple[str, ...]:
    """Dutch, and French where it is installed."""
    done = subprocess.run([_program(), "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    found = tuple(language for language in LANGUAGES if language in done.stdout.split())
    if LANGUAGES[0] not in found:
        raise UnreadableFile("Tesseract lacks Dutch", reason="no-tesseract")
    return found


def _run(picture: Grey, *options: str) -> str:
    height, width = picture.shape
    image = b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(picture).tobytes()
    command = [_program(), "stdin", "stdout", *options]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=SECONDS, check=True, env=environment)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("Tesseract took too long", reason="too-slow") from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or int(cells[0]) != WORD or not cells[11].strip():
            continue
        block, paragraph, line, left, top, width, height = (int(cells[i]) for i in (2, 3, 4, 6, 7, 8, 9))
        yield Word((block, paragraph, line), left, top, width, height, max(float(cells[10]), 0.0), cells[11].strip())


def _grid(words: list[Word]) -> str:
    """The words on a grid of letters, so that what stands side by side on paper does so in the text."""
    pieces = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    letter = CELL * median(word.width / len(word.text) for word in words)
    height = median(word.height for word in words)
    rows: list[list[Word]] = []
    for piece in sorted(pieces, key=_middle):
        # Tesseract cuts a line where a gap is wide; the halves lie level.
        if rows and _level(rows[-1], piece, height):
            rows[-1].extend(piece)
        else:
            rows.append(piece)
    return "\n".join(_set_out(rows, letter, height))


def _middle(line: list[Word]) -> float:
    return median(word.middle for word in line)


def _level(row: list[Word], piece: list[Word], height: float) -> bool:
    apart = all(
        a.left + a.width <= b.left or b.left + b.width <= a.left for a in row for b in (piece[0], piece[-1])
    )  # fmt: skip
    return apart and abs(_middle(row) - _middle(piece)) < SAME_LINE * height


def _set_out(rows: list[list[Word]], letter: float, height: float) -> Iterator[str]:
    pitch = median([_middle(b) - _middle(a) for a, b in pairwise(rows)] or [height])
    for number, row in enumerate(rows):
        if number and _middle(row) - _middle(rows[number - 1]) > NEW_PARAGRAPH * max(pitch, PITCH * height):
            yield ""
        text, end = "", 0
        for word in sorted(row, key=lambda word: word.left):
            wide = not text or word.left - end > WIDE_GAP / CELL * letter
            text = text.ljust(round(word.left / letter) - 1) if wide else text
            text += ("  " if wide and text.strip() else " " if text else "") + word.text
            end = word.left + word.width
        yield text
