"""Write the figures of the last run into README.md and docs/: `python -m assistant.evals.report [SUITE…]`.

The scores of a suite that does not run now are kept in docs/figures.json.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from assistant.build import build_wegwijs, settings_for
from assistant.evals import reliability, retrieval, speed
from assistant.evals.pages import DOCS, LAST_RUN, write_block
from assistant.evals.suites import SUITES, run_suite
from assistant.models import EvalResult

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = date(2026, 11, 25)
BEGIN, END = "<!-- figures: written by `make figures` -->", "<!-- /figures -->"
SHOWN: Mapping[str, Mapping[str, str]] = {
    "questions": {
        "held_right": "questions: every key fact and nothing wrong",
        "held_refused": "questions without an answer: refused",
        "held_crisis": "crisis recognised",
        "held_sure_and_wrong": "confidence of 0.8 and more, and yet wrong",
        "held_section_in_first_5": "right section in the first five",
        "held_points": "points as AI Answers gives them, of 100",
        "proven": "answers in which every number stands in a source",
        "at_most_b1": "answers at most B1 (estimated)",
    },
    "robustness": {
        "held_paraphrase_same": "asked in ten ways: right, and the same facts",
        "noise_lost": "points lost by typing errors, of 100",
    },
    "letters": {
        "held_sender": "letters: sender",
        "held_deadline": "letters: deadline exact",
        "held_appointment": "letters: appointment exact",
        "held_amounts": "letters: every amount with its meaning",
        "held_invented": "letters without an invented field",
        "held_summary_level": "letters: summary A2 (estimated)",
    },
    "passages": {
        "held_deadline": "passages of letters: deadline exact",
        "held_appointment": "passages of letters: appointment exact",
        "held_amounts": "passages of letters: every amount with its meaning",
        "held_actions": "passages of letters: what to do or bring",
    },
    "scans": {"held_scan_deadline": "scans: deadline exact", "scan_cer": "scans: wrong characters"},
    "plain": {"held_texts_exact": "level of a text, exact", "held_texts_one_off": "level of a text, at most one off"},
    "speed": {
        "ask_p50_ms": "a question, p50 (ms)",
        "ask_p95_ms": "a question, p95 (ms)",
        "large_ask_p50_ms": "a question among 100,000 chunks, p50 (ms)",
        "page_s": "page usable after (s)",
    },
    "corpus": {
        "documents": "documents",
        "sections": "sections",
        "procedures": "guided procedures",
        "problems": "problems found",
    },
}  # fmt: skip
"""What README shows of each suite. `held_…` = cases that were never looked at while tuning."""
SHARES = {"questions", "robustness", "letters", "passages", "plain", "scans"}
POINTS = {"noise_lost", "held_noise_lost", "points", "held_points"}
BINS = re.compile(r"(held_)?confidence_")


def short_table(results: Sequence[EvalResult]) -> str:
    """The few figures that README shows."""
    lines = [
        f"Measured on {DAY.isoformat()}; cases held back, where there are any.",
        "",
        "| what | figure |",
        "| --- | --- |",
    ]
    for result in results:
        names = SHOWN.get(result.suite, {})
        lines += [f"| {label} | {figure(result, name)} |" for name, label in names.items() if name in result.scores]
    return "\n".join(lines)


def long_tables(results: Sequence[EvalResult]) -> str:
    """Every score of every suite; the bins of confidence as a table of their own."""
    parts = [
        "# Figures of the last run",
        "",
        "Written by `make figures`. Names with `held_` count only cases held back.",
        "",
    ]
    for result in results:
        rows = [f"| {name} | {value:g} |" for name, value in result.scores.items() if not BINS.match(name)]
        parts += [f"## {result.suite} ({result.cases} cases)", "", "| score | value |", "| --- | --- |", *rows, ""]
        if len(rows) < len(result.scores):
            parts += ["How far the confidence can be believed:", "", reliability.table(result.scores), ""]
    return "\n".join(parts)


def figure(result: EvalResult, name: str) -> str:
    """A share as a percentage, another figure as it is."""
    value = result.scores[name]
    is_share = result.suite in SHARES and name not in POINTS and 0 <= value <= 1
    return f"{value * 100:.1f} %" if is_share else f"{value:g}"


def put_between(text: str, table: str) -> str:
    """README with the table between its two marks."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{table}\n{END}", text)


def main(arguments: Sequence[str]) -> int:
    """Run the suites (all, or those named) and write the pages."""
    wegwijs = build_wegwijs(settings_for(DAY))
    results = read_last_run(LAST_RUN)
    ran = arguments or list(SUITES)
    for name in ran:
        sys.stdout.write(f"{name}\n")
        results[name] = run_suite(name, wegwijs)
    write_pages(results, ran)
    return 0


def read_last_run(file: Path) -> dict[str, EvalResult]:
    """The scores of each suite when it last ran; failures are not kept."""
    found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {name: EvalResult(suite=name, **row) for name, row in found.items()}


def write_pages(results: Mapping[str, EvalResult], ran: Sequence[str]) -> None:
    """README, docs/evals.md, the scores for the next run, and the tables of docs/retrieval.md that `ran` now."""
    known = [results[name] for name in SUITES if name in results]
    kept = {result.suite: {"cases": result.cases, "scores": result.scores} for result in known}
    LAST_RUN.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(put_between(readme.read_text(encoding="utf-8"), short_table(known)), encoding="utf-8")
    (DOCS / "evals.md").write_text(long_tables(known), encoding="utf-8")
    for name, table in (("retrieval", retrieval.table), ("speed", speed.table)):
        if name in ran:
            write_block(DOCS / "retrieval.md", name, table(results[name].scores))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
