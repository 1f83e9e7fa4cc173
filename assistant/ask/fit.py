"""Fit the reranker on held-out questions: `python -m assistant.ask.fit`. About five minutes.

A conditional logit (softmax over the candidates of a question) with weights that may not be negative, so that
more evidence never counts against a section. The confidence is fitted in `assistant.evals.calibrate`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.ask.held_out import Case, HeldOut, scores
from assistant.ask.normalise import Vocabulary
from assistant.ask.rerank import WEIGHTS_FILE, Ranked, all_features
from assistant.ask.retrieve import LEGS, retrieve
from assistant.evals.pages import DOCS, write_block
from ingest.corpus import read_corpus
from ingest.models import Corpus, SectionId

Array = NDArray[np.float64]
RIDGE = 2e-4
STEPS = 1500
RATE = 0.5
SET = {"learned": 12.0}
"""Held-out variants are written to be unlike each other; real questions lie closer to what the learned leg saw.
This weight was chosen on the scored questions that are not held back (docs/retrieval.md)."""
ABLATIONS = {leg: (leg,) for leg in LEGS if not leg.startswith("topic")} | {
    "words+grams": ("words", "grams"), "all but learned": tuple(leg for leg in LEGS if leg != "learned"),
    "all but dense": tuple(leg for leg in LEGS if leg != "dense"), "all": LEGS,
}  # fmt: skip


class Asked(NamedTuple):
    """A question put to an index that has not seen it: its candidates with their features."""

    case: Case
    found: list[tuple[SectionId, dict[str, float]]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the corpus, write the table of the legs into docs/retrieval.md, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="measure only, keep the weights")
    options = parser.parse_args(arguments)
    corpus, _ = read_corpus()
    rankings, questions = gather(corpus)
    weights = fit_reranker(questions)
    table = {name: scores(rows) for name, rows in rankings.items()}
    for name, known in (("reranked", False), ("reranked, known questions", True)):
        rows = [(a.case, [r.section for r in order(a, weights)]) for a in questions if a.case.is_known == known]
        table[name] = scores(rows)
    sys.stdout.write(as_table(table))
    write_block(DOCS / "retrieval.md", "legs", as_table(table))
    if not options.dry:
        write_weights("rerank", weights | SET)


def write_weights(part: str, weights: Mapping[str, float]) -> None:
    """Replace one part (`rerank` or `confidence`) of the weights that ship with wegwijs."""
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    data[part] = {name: round(value, 3) for name, value in weights.items()}
    WEIGHTS_FILE.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def gather(corpus: Corpus) -> tuple[dict[str, list[tuple[Case, list[SectionId]]]], list[Asked]]:
    """The rankings of each ablation, and every question with the features of its candidates."""
    sections = {d.section_ref(s): s for d in corpus.documents for s in d.sections}
    rankings: dict[str, list[tuple[Case, list[SectionId]]]] = {name: [] for name in ABLATIONS}
    questions: list[Asked] = []
    for fold in HeldOut(corpus, Vocabulary.of_corpus(corpus)).folds():
        for name, legs in ABLATIONS.items():
            for case in fold.cases:
                if not case.is_known:
                    found = retrieve(case.query, fold.searched, learned=fold.learned, legs=legs)
                    rankings[name].append((case, [candidate.section for candidate in found]))
        for case in fold.cases:
            candidates = retrieve(case.query, fold.searched, learned=fold.learned)
            questions.append(Asked(case, all_features(candidates, sections, case.need)))
    return rankings, questions


def fit_reranker(questions: Sequence[Asked]) -> dict[str, float]:
    """Weights of 0 and more that make the wanted sections most likely among their candidates."""
    usable = [a for a in questions if any(section == a.case.wanted for section, _ in a.found)]
    names = list(usable[0].found[0][1])
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


if __name__ == "__main__":
    main()
