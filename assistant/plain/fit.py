"""Fit the level model on graded examples: `python -m assistant.plain.fit CASES_DIR`.

Ridge regression of the level's rank (A2 = 0 … C = 3) on the features of a text, weights kept at or above
zero so that no hard feature can make a text look easier. The odd examples of each level fit the model,
the even ones are held back. The result is copied by hand into corpus/language/level.yaml.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import yaml

from assistant.models import Level
from assistant.plain.features import Features
from assistant.plain.measure import LEVELS, level_of, text_features
from ingest.corpus import load_yaml

Floats = npt.NDArray[np.float64]
RIDGE = 1.0
STEPS = 20_000


class Graded(NamedTuple):
    """A text written at a known level; `held` = not used for the fit."""

    text: str
    level: Level
    held: bool
    kind: str


def graded(cases_dir: Path) -> list[Graded]:
    """The graded sentences and texts of a folder, in order."""
    rows = []
    for kind in ("sentences", "texts"):
        by_level = load_yaml(cases_dir / f"graded-{kind}.yaml")
        for level in LEVELS:
            rows += [Graded(text, level, n % 2 == 1, kind) for n, text in enumerate(by_level[level])]
    return rows


def accuracy(rows: Sequence[Graded]) -> tuple[float, float]:
    """Share with the exact level, and share at most one level off."""
    off = [abs(LEVELS.index(level_of(text_features(row.text))) - LEVELS.index(row.level)) for row in rows]
    return sum(d == 0 for d in off) / len(off), sum(d <= 1 for d in off) / len(off)


def fit(rows: Sequence[Graded]) -> dict[str, Any]:
    """Weights, intercept and limits of the model, in the shape of level.yaml."""
    matrix = np.array([text_features(row.text) for row in rows], dtype=np.float64)
    ranks = np.array([LEVELS.index(row.level) for row in rows], dtype=np.float64)
    scale = matrix.std(axis=0)
    scale[scale == 0] = 1.0
    centre = matrix.mean(axis=0)
    weights = _ridge((matrix - centre) / scale, ranks - ranks.mean()) / scale
    intercept = float(ranks.mean() - centre @ weights)
    scores = matrix @ weights + intercept
    limits = {LEVELS[n]: round(_cut(scores, ranks, n), 3) for n in range(len(LEVELS) - 1)}
    named = {name: round(float(w), 4) for name, w in zip(Features._fields, weights, strict=True)}
    return {"weights": named, "intercept": round(intercept, 4), "limits": limits}


def _ridge(matrix: Floats, wanted: Floats) -> Floats:
    """Projected gradient descent: least squares with weights >= 0."""
    gram = matrix.T @ matrix + RIDGE * np.eye(matrix.shape[1])
    target = matrix.T @ wanted
    step = 1.0 / float(np.linalg.eigvalsh(gram)[-1])
    weights: Floats = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        weights = np.maximum(weights - step * (gram @ weights - target), 0.0)
    return weights


def _cut(scores: Floats, ranks: Floats, below: int) -> float:
    """The limit between two levels with the fewest mistakes; the middle of the best range."""
    candidates = np.sort(scores)
    middles = (candidates[1:] + candidates[:-1]) / 2
    wrong = np.array([int(((scores <= cut) != (ranks <= below)).sum()) for cut in middles])
    return float(middles[wrong == wrong.min()].mean())


def main(arguments: Sequence[str]) -> int:
    """Write the fitted model as YAML."""
    rows = [row for row in graded(Path(arguments[0])) if not row.held]
    sys.stdout.write(yaml.safe_dump(fit(rows), sort_keys=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
