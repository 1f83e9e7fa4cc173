"""Fit the confidence on the question cases that are not held back: `python -m assistant.evals.calibrate`.

Every question is answered as if we were always sure; a logistic regression then learns from the features of the
best section whether that answer was right. Questions without an answer in the corpus count as wrong.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.ask.fit import climb, write_weights
from assistant.build import build_wegwijs
from assistant.evals.questions import Case, judge, load_cases, sections_by_fact
from assistant.evals.suites import CASES
from assistant.models import Answer
from assistant.wegwijs import Wegwijs

Array = NDArray[np.float64]
RIDGE = 2e-3
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Forced(NamedTuple):
    """A question, the features of its best section, and whether the forced answer is right."""

    case: Case
    features: dict[str, float]
    right: bool


def forced_answers(wegwijs: Wegwijs, cases: Sequence[Case]) -> Iterator[Forced]:
    """Every case that reaches the retriever, answered whatever the confidence.

    A case that may be answered but names no key facts teaches nothing: nobody said which answer is right.
    """
    carried = sections_by_fact(wegwijs)
    for case in cases:
        if "answer" in case.kinds and not case.key_facts:
            continue
        answer, features = wegwijs.forced_answer(case.text, case.history)
        if features:
            yield Forced(case, features, is_right(case, answer) and has_section(case, answer, carried))


def is_right(case: Case, answer: Answer) -> bool:
    """Whether the case has an answer and this is it."""
    answerable = "answer" in case.kinds and bool(case.key_facts)
    return answerable and not list(judge(case, answer.model_copy(update={"kind": "answer"})))


def has_section(case: Case, answer: Answer, carried: dict[str, set[str]]) -> bool:
    """Whether the answer cites a document that rests on one of the case's facts."""
    wanted = {ref.partition("#")[0] for fact in case.fact_ids for ref in carried.get(fact, ())}
    return bool(wanted & {citation.document_id for citation in answer.citations})


def fit(rows: Sequence[Forced]) -> dict[str, float]:
    """Weights of a logistic regression; none but the bias may be negative."""
    names = list(rows[0].features)
    table = np.array([[row.features[name] for name in names] for row in rows])
    wanted = np.array([float(row.right) for row in rows])
    lowest = np.array([-np.inf if name == "bias" else 0.0 for name in names])

    def gradient(found: Array) -> Array:
        return np.asarray(((wanted - _logistic(table @ found)) @ table) / len(table) - RIDGE * found)

    return dict(zip(names, climb(gradient, np.zeros(len(names)), lowest).tolist(), strict=True))


def reliability(rows: Sequence[Forced], weights: dict[str, float]) -> str:
    """For each threshold: the share of answerable questions answered, of those right, and of refusable ones refused."""
    sure = _logistic(np.array([sum(weights[n] * v for n, v in row.features.items()) for row in rows]))
    right = np.array([row.right for row in rows])
    answerable = np.array(["answer" in row.case.kinds and bool(row.case.key_facts) for row in rows])
    refusable = np.array(["answer" not in row.case.kinds for row in rows])
    lines = ["| answered from | answered | right among answered | refused that must be |", "| --- | --- | --- | --- |"]
    for threshold in THRESHOLDS:
        above = sure >= threshold
        parts = (_share(above, answerable), _share(right, answerable & above), _share(~above, refusable))
        lines.append(f"| {threshold} | {' | '.join(f'{part:.3f}' for part in parts)} |")
    return "\n".join(lines) + "\n"


def _share(found: NDArray[np.bool_], among: NDArray[np.bool_]) -> float:
    return float(found[among].mean()) if among.any() else 0.0


def _logistic(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-values)))


def main() -> int:
    """Fit on the cases of tests/evals that are not held back, show both tables, write the weights."""
    wegwijs = build_wegwijs()
    cases = load_cases(CASES)
    rows = list(forced_answers(wegwijs, [case for case in cases if not case.held]))
    weights = fit(rows)
    held = list(forced_answers(wegwijs, [case for case in cases if case.held]))
    sys.stdout.write(f"fitted\n{reliability(rows, weights)}\nheld back\n{reliability(held, weights)}")
    write_weights("confidence", weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
