"""Is the confidence true? Answers in bins of confidence, and how many of each are right."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

BINS = (0.0, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where each bin starts; below 0.35 nothing is answered."""


def bins(answers: Sequence[tuple[float, bool]], prefix: str = "") -> Iterator[tuple[str, float]]:
    """`answers` = confidence (0 to 1) and whether the answer is right. Names as `table` reads them.

    `calibration_error` is the mean distance between confidence and share right, by bin, weighted by its answers.
    """
    error = 0.0
    for start, end in zip(BINS, (*BINS[1:], 1.01), strict=True):
        found = [row for row in answers if start <= row[0] < end]
        if not found:
            continue
        mean, right = fmean(sure for sure, _ in found), fmean(is_right for _, is_right in found)
        error += abs(mean - right) * len(found)
        name = f"{prefix}confidence_{start:g}"
        yield from ((f"{name}_answers", float(len(found))), (f"{name}_mean", round(mean, 3)))
        yield f"{name}_right", round(right, 4)
    yield f"{prefix}calibration_error", round(error / max(len(answers), 1), 4)


def table(scores: Mapping[str, float]) -> str:
    """The bins as a Markdown table: all cases, and those held back."""
    lines = [
        "| confidence from | answers | mean confidence | right | held back: answers | held back: right |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for start in BINS:
        if f"confidence_{start:g}_answers" in scores:
            cells = [_cell(scores, f"{prefix}confidence_{start:g}_{key}") for prefix, key in _columns()]
            lines.append(f"| {start:g} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _columns() -> Iterator[tuple[str, str]]:
    yield from (("", key) for key in ("answers", "mean", "right"))
    yield from (("held_", key) for key in ("answers", "right"))


def _cell(scores: Mapping[str, float], name: str) -> str:
    return f"{scores[name]:g}" if name in scores else "–"
