"""Fit the reranker and the confidence on held-out questions: `python -m assistant.ask.fit`.

The reranker is a conditional logit (softmax over the candidates of a question), the confidence a logistic
regression; both with weights that may not be negative, so that more evidence never counts against a section.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Answerer
from assistant.ask.coverage import coverage
from assistant.ask.decide import confidence_features
from assistant.ask.held_out import Case, HeldOut, scores
from assistant.ask.rerank import WEIGHTS_FILE, Ranked, all_features
from assistant.ask.retrieve import LEGS, retrieve
from assistant.sentences import load_sentences
from ingest import Index
from ingest.corpus import read_corpus
from ingest.models import Corpus, Section, SectionId

Array = NDArray[np.float64]
RIDGE = 2e-4
STEPS = 1500
RATE = 0.5
RIGHT_SUBJECT = 0.7
"""What another section of the right document counts: it is shown together with its neighbours."""
ONLY_IN_TALK = {"same_topic": 0.8}
"""Held-out questions have no earlier question, so this weight is set: a follow-up stays with its subject."""
ABLATIONS = {leg: (leg,) for leg in LEGS if not leg.startswith("topic")} | {
    "words+grams": ("words", "grams"), "lexical": tuple(leg for leg in LEGS if leg != "dense"), "all": LEGS,
}  # fmt: skip


class Asked(NamedTuple):
    """A question put to one index: its candidates with their features."""

    case: Case
    searched: Index
    found: list[tuple[SectionId, dict[str, float]]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the corpus, print the table of the legs and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="measure only, keep the weights")
    options = parser.parse_args(arguments)
    corpus, _ = read_corpus()
    sections = {d.section_ref(s): s for d in corpus.documents for s in d.sections}
    rankings, whole, reduced = gather(corpus, sections)
    weights = fit_reranker(whole)
    table = {name: scores(rows) for name, rows in rankings.items()}
    for name, known in (("reranked", False), ("reranked, known questions", True)):
        rows = [(a.case, [r.section for r in order(a, weights)]) for a in whole if a.case.is_known == known]
        table[name] = scores(rows)
    sure, report = fit_confidence(reduced, weights)
    sys.stdout.write(as_table(table) + report + "\n")
    if not options.dry:
        data = {"rerank": weights | ONLY_IN_TALK, "confidence": sure}
        rounded = {part: {name: round(value, 3) for name, value in values.items()} for part, values in data.items()}
        WEIGHTS_FILE.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def gather(
    corpus: Corpus, sections: dict[SectionId, Section]
) -> tuple[dict[str, list[tuple[Case, list[SectionId]]]], list[Asked], list[Asked]]:
    """The rankings of each ablation, and the questions put to the whole and to the reduced indexes."""
    rankings: dict[str, list[tuple[Case, list[SectionId]]]] = {name: [] for name in ABLATIONS}
    whole: list[Asked] = []
    reduced: list[Asked] = []

    def ask(case: Case, index: Index) -> Asked:
        return Asked(case, index, all_features(retrieve(case.query, index), sections, case.need))

    vocabulary = Answerer(corpus, Index.of(()), load_sentences()).vocabulary
    for fold in HeldOut(corpus, vocabulary).folds():
        for name, legs in ABLATIONS.items():
            unseen = (case for case in fold.cases if not case.is_known)
            rankings[name] += [(c, [f.section for f in retrieve(c.query, fold.whole, legs=legs)]) for c in unseen]
        whole += [ask(case, fold.whole) for case in fold.cases]
        reduced += [ask(case, fold.reduced) for case in fold.reduced_cases]
    return rankings, whole, reduced


def fit_reranker(questions: Sequence[Asked]) -> dict[str, float]:
    """Weights of 0 and more that make the wanted sections most likely among their candidates."""
    usable = [a for a in questions if any(section == a.case.wanted for section, _ in a.found)]
    names = [name for name in usable[0].found[0][1] if name not in ONLY_IN_TALK]
    depth = max(len(asked.found) for asked in usable)
    table = np.zeros((len(usable), depth, len(names)))
    absent = np.full((len(usable), depth), -np.inf)
    wanted = np.zeros(len(usable), dtype=int)
    for row, asked in enumerate(usable):
        table[row, : len(asked.found)] = [[found[name] for name in names] for _, found in asked.found]
        absent[row, : len(asked.found)] = 0
        wanted[row] = [section for section, _ in asked.found].index(asked.case.wanted)
    chosen = table[np.arange(len(usable)), wanted]

    def gradient(weights: Array) -> Array:
        logits = table @ weights + absent
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        expected = np.einsum("qc,qcf->qf", shares, table)
        return np.asarray((chosen - expected).mean(axis=0) - RIDGE * weights)

    return dict(zip(names, climb(gradient, np.ones(len(names)), np.zeros(len(names))).tolist(), strict=True))


def fit_confidence(questions: Sequence[Asked], weights: dict[str, float]) -> tuple[dict[str, float], str]:
    """Weights of the confidence, and what they give at each threshold (share answered, share of those wrong)."""
    rows, targets = [], []
    for asked in questions:
        ranked = order(asked, weights)
        if ranked:
            best = asked.searched.chunks[ranked[0].section]
            rows.append(confidence_features(ranked, coverage(asked.case.query, best, asked.searched)))
            targets.append(_target(asked.case, ranked[0].section))
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    wanted = np.array(targets)
    lowest = np.array([-np.inf if name == "bias" else 0.0 for name in names])

    def gradient(found: Array) -> Array:
        return np.asarray(((wanted - _logistic(table @ found)) @ table) / len(table) - RIDGE * found)

    found = climb(gradient, np.zeros(len(names)), lowest)
    return dict(zip(names, found.tolist(), strict=True)), _report(_logistic(table @ found), wanted)


def climb(gradient: Callable[[Array], Array], start: Array, lowest: Array) -> Array:
    """The top of a concave function, `lowest` at least: projected gradient with Adam's steps.

    Source: Kingma and Ba, ICLR 2015.
    """
    at, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        slope = gradient(at)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        move = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        at = np.maximum(at + RATE / (1 + step / 50) * move, lowest)
    return at


def order(asked: Asked, weights: dict[str, float]) -> list[Ranked]:
    """The candidates by these weights, best first."""
    ranked = [Ranked(s, sum(weights.get(n, 0.0) * v for n, v in found.items()), found) for s, found in asked.found]
    return sorted(ranked, key=lambda r: (-r.score, r.section))


def as_table(rows: dict[str, Any]) -> str:
    """The measures as a Markdown table."""
    names = list(next(iter(rows.values())))
    lines = [f"| leg | {' | '.join(names)} |", "| --- " * (len(names) + 1) + "|"]
    for leg, found in rows.items():
        values = (f"{value:.3f}" if isinstance(value, float) else str(value) for value in found.values())
        lines.append(f"| {leg} | {' | '.join(values)} |")
    return "\n".join(lines) + "\n\n"


def _target(case: Case, best: SectionId) -> float:
    if not case.has_answer:
        return 0.0
    return 1.0 if best == case.wanted else RIGHT_SUBJECT * (best.partition("#")[0] == case.document)


def _report(sure: Array, wanted: Array) -> str:
    lines = ["| answered from | share answered | wrong subject among them |", "| --- | --- | --- |"]
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        answered = sure >= threshold
        wrong = float((wanted[answered] == 0).mean()) if answered.any() else 0.0
        lines.append(f"| {threshold} | {float(answered.mean()):.3f} | {wrong:.3f} |")
    return "\n".join(lines)


def _logistic(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-values)))


if __name__ == "__main__":
    main()
