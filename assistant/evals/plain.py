"""Plain language: does the level model grade well, does the rewriter keep facts, and is its output simpler?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.models import EvalFailure, EvalResult
from assistant.plain.fit import accuracy, graded
from assistant.plain.measure import level_of, score, text_features
from assistant.plain.rewrite import keeps_facts, rewrite_sentence
from assistant.plain.sari import sari
from assistant.wegwijs import Wegwijs
from ingest.corpus import load_yaml

JUDGED = ("grammatical", "same", "simpler")
CUT = 2 / 3
PAGES = 5_000
"""Characters on two full pages of a letter."""


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:  # noqa: ARG001  # every suite takes the assistant
    """Levels (fitted and held back), SARI and facts kept beside baselines, and the judged review set."""
    folder = cases / "plain"
    scores, failures = _levels(folder)
    references, reviewed = load_yaml(folder / "references.yaml"), load_yaml(folder / "rewrites.yaml")["rewrites"]
    for name in ("fitted", "held_back"):
        scores |= {f"{'held_' if name == 'held_back' else ''}{key}": value for key, value in _sari(references[name])}
    sources = [row["source"] for row in (*reviewed, *references["fitted"], *references["held_back"])]
    lost = [source for source in sources if not keeps_facts(source, rewrite_sentence(source))]
    cut = [source for source in sources if not keeps_facts(source, _cut(source))]
    scores |= {
        "facts_kept": round(1 - len(lost) / len(sources), 4),
        "facts_kept_cut_only": round(1 - len(cut) / len(sources), 4),
        **_judged(reviewed),
    }
    failures += [EvalFailure(case="facts", why=source[:60]) for source in lost]
    return EvalResult(suite="plain", cases=len(sources), scores=scores, failures=tuple(failures))


def two_pages(cases: Path) -> str:
    """The hardest graded texts as one letter of two pages (5,000 characters), for the measure of speed."""
    by_level = load_yaml(cases / "plain" / "graded-texts.yaml")
    return "\n\n".join([*by_level["C"], *by_level["B2"]])[:PAGES]


def _levels(folder: Path) -> tuple[dict[str, float], list[EvalFailure]]:
    rows = graded(folder)
    scores: dict[str, float] = {}
    for kind in ("sentences", "texts"):
        for held in (False, True):
            exact, near = accuracy([row for row in rows if row.kind == kind and row.held == held])
            name = f"{'held_' if held else ''}{kind}"
            scores |= {f"{name}_exact": round(exact, 4), f"{name}_one_off": round(near, 4)}
    wrong = [row for row in rows if not row.held and level_of(text_features(row.text)) != row.level]
    return scores, [EvalFailure(case=f"{row.kind} {row.level}", why=f"other level: {row.text[:60]}") for row in wrong]


def _sari(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, float]]:
    """SARI of the rewriter, of no change and of cutting the last third; and how much the level score drops."""
    outputs = [rewrite_sentence(row["source"]) for row in rows]
    sources = [row["source"] for row in rows]
    cuts = [_cut(source) for source in sources]
    named = {"sari": outputs, "sari_no_change": sources, "sari_cut_only": cuts}
    found = [(name, _mean_sari(rows, texts)) for name, texts in named.items()]
    drops = [score(text_features(a)) - score(text_features(b)) for a, b in zip(sources, outputs, strict=True)]
    return [*found, ("score_drop", round(_mean(drops), 3))]


def _mean_sari(rows: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> float:
    pairs = zip(rows, texts, strict=True)
    return round(_mean([sari(row["source"], text, row["references"]) for row, text in pairs]), 2)


def _judged(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Shares of the review set, by pass, and how often both passes agree. The judges are the authors."""
    scores: dict[str, float] = {}
    for number, question in enumerate(JUDGED):
        for name in ("first", "second"):
            scores[f"{question}_{name}"] = round(_mean([float(row[name][number]) for row in rows]), 4)
    scores["passes_agree"] = round(_mean([float(row["first"] == row["second"]) for row in rows]), 4)
    same = [rewrite_sentence(row["source"]) == row["output"] for row in rows]
    return scores | {"output_unchanged_since_review": round(_mean(list(map(float, same))), 4)}


def _cut(source: str) -> str:
    words = source.rstrip(".").split()
    return " ".join(words[: round(len(words) * CUT)]) + "."


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)
