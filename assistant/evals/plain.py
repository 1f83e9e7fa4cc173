"""How well the level model tells A2, B1, B2 and C apart, on graded examples (half held back)."""

from pathlib import Path

from assistant.models import EvalFailure, EvalResult
from assistant.plain.fit import accuracy, graded
from assistant.plain.measure import level_of, text_features
from assistant.wegwijs import Wegwijs


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:  # noqa: ARG001  # every suite takes the assistant
    """Exact level and at most one level off, for sentences and texts, fitted and held back."""
    rows = graded(cases / "plain")
    scores: dict[str, float] = {}
    for kind in ("sentences", "texts"):
        for held in (False, True):
            part = [row for row in rows if row.kind == kind and row.held == held]
            exact, near = accuracy(part)
            name = f"{'held_' if held else ''}{kind}"
            scores |= {f"{name}_exact": round(exact, 4), f"{name}_one_off": round(near, 4)}
    failures = tuple(
        EvalFailure(case=f"{row.kind} {row.level}", why=f"measured {level_of(text_features(row.text))}: {row.text[:60]}")
        for row in rows
        if not row.held and level_of(text_features(row.text)) != row.level
    )
    return EvalResult(suite="plain", cases=len(rows), scores=scores, failures=failures)
