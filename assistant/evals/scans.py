"""Score letters on paper: each letter as PDF, as scan and as photo, read and explained, beside bare Tesseract.

`pdf_…`, `scan_…`, `photo_…`: the fields of suite `letters`; `…_cer` = wrong characters as a share, white space and
the order of words aside (a head in two columns is unfolded on purpose; the fields show whether the order serves);
`…_bare_cer` = the same for Tesseract alone on the same picture; `…_seconds_ratio` = our time over that of
Tesseract alone; `…_refused` = pictures that were called too poor to read.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import NamedTuple
from zlib import crc32

import cv2
from rapidfuzz.distance import Levenshtein

from assistant.evals import drawn
from assistant.evals.letters import Case, Scored, load_cases, result, score
from assistant.models import EvalResult
from assistant.wegwijs import Wegwijs
from ingest.errors import BadInput, UnreadableFile
from ingest.models import ReadFile
from ingest.readers import read_pages, warm_reader

SHAPES = ("pdf", "scan", "photo")
AT_A_TIME = 2
DPI, PHOTO_DPI = 200, 300


class Sheet(NamedTuple):
    """A letter in one shape, as read. `read` is None when it was refused; bare figures are None for a PDF."""

    case: Case
    shape: str
    read: ReadFile | None
    cer: float | None
    bare_cer: float | None
    ratio: float | None


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Every letter in three shapes. Raises BadInput without Tesseract."""
    if shutil.which("tesseract") is None:
        raise BadInput("no Tesseract on this machine", reason="suite", suites="letters")
    letters = load_cases(cases)
    warm_reader()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_A_TIME) as pool:
        shapes = pool.map(lambda case: list(_sheets(case, Path(folder))), letters)
        sheets = [sheet for three in shapes for sheet in three]
    scores: dict[str, float] = {}
    failures = []
    for shape in SHAPES:
        part = [sheet for sheet in sheets if sheet.shape == shape]
        rows: list[Scored] = [score(sheet.case, sheet.read, wegwijs) for sheet in part if sheet.read]
        fields = result(f"{shape}s", rows)
        scores |= {f"{shape}_{name}": value for name, value in fields.scores.items()} | dict(_reading(shape, part))
        failures += [failure.model_copy(update={"case": f"{failure.case} {shape}"}) for failure in fields.failures]
    return EvalResult(suite="scans", cases=len(letters), scores=scores, failures=tuple(failures))


def error_rate(truth: str, read: str) -> float:
    """Wrong characters as a share of the true ones; runs of white space count as one."""
    wanted, found = (re.sub(r"\s+", " ", text).strip() for text in (truth, read))
    return Levenshtein.distance(wanted, found) / max(len(wanted), 1)


def unordered_error_rate(truth: str, read: str) -> float:
    """The same for the words in alphabetical order: a wrong letter may move its word and counts more heavily."""
    return error_rate(*(" ".join(sorted(text.split())) for text in (truth, read)))


def bare_tesseract(picture: drawn.Grey) -> str:
    """What Tesseract reads without any help."""
    command = ["tesseract", "stdin", "stdout", "-l", "nld+fra", "--dpi", str(DPI)]
    image = cv2.imencode(".pgm", picture)[1].tobytes()
    done = subprocess.run(
        command, input=image, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
    )
    return done.stdout.decode("utf-8", "replace")


def _sheets(case: Case, folder: Path) -> Iterator[Sheet]:
    pdf = folder / f"{case.id}.pdf"
    drawn.write_pdf(case.text, pdf)
    read = read_pages([pdf])
    yield Sheet(case, "pdf", read, unordered_error_rate(case.text, _text(read)), None, None)
    seed = crc32(case.id.encode())
    scans = [drawn.scan(page, seed + n) for n, page in enumerate(drawn.render(pdf, DPI))]
    yield _sheet(case, "scan", scans, folder)
    yield _sheet(case, "photo", [drawn.photo(p, seed + n) for n, p in enumerate(drawn.render(pdf, PHOTO_DPI))], folder)


def _sheet(case: Case, shape: str, pictures: Sequence[drawn.Grey], folder: Path) -> Sheet:
    files = [folder / f"{case.id}-{shape}-{number}.png" for number in range(len(pictures))]
    for file, picture in zip(files, pictures, strict=True):
        cv2.imwrite(str(file), picture, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    started = perf_counter()
    bare = "\n".join(map(bare_tesseract, pictures))
    between = perf_counter()
    try:
        read = read_pages(files)
    except UnreadableFile:
        return Sheet(case, shape, None, None, unordered_error_rate(case.text, bare), None)
    ratio = (perf_counter() - between) / (between - started)
    ours, theirs = (unordered_error_rate(case.text, text) for text in (_text(read), bare))
    return Sheet(case, shape, read, ours, theirs, ratio)


def _reading(shape: str, part: Sequence[Sheet]) -> Iterator[tuple[str, float]]:
    """The figures of reading itself."""
    figures = {
        "cer": [sheet.cer for sheet in part], "bare_cer": [sheet.bare_cer for sheet in part],
    }  # fmt: skip
    for name, values in figures.items():
        known = [value for value in values if value is not None]
        if known:
            yield f"{shape}_{name}", round(mean(known), 4)
            yield f"{shape}_{name}_worst", round(max(known), 4)
    ratios = [sheet.ratio for sheet in part if sheet.ratio is not None]
    if ratios:
        yield f"{shape}_seconds_ratio", round(median(ratios), 2)
    yield f"{shape}_refused", round(sum(sheet.read is None for sheet in part) / max(len(part), 1), 4)


def _text(read: ReadFile) -> str:
    return "\n".join(page.text for page in read.pages)
