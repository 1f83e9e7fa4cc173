"""Score single passages of letters: the many ways in which an office says a term, a meeting, a sum or a request.

A whole letter holds one term; the bank of passages holds hundreds. Each is set in a short letter and judged on
the fields that its gold names only. Figures named `held_…` come from passages never looked at while tuning.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import Field

from assistant.evals import letters
from assistant.evals.questions import share
from assistant.models import EvalFailure, EvalResult
from assistant.wegwijs import Wegwijs
from ingest.models import Model

UNDATED = date(2026, 11, 25)
"""The day on which a letter without a date is read; one with a date is read two days later."""
ALWAYS = {"invented", "summary_level"}


class Passage(Model):
    """One to four sentences with what must be found in them; a field that `gold` does not name is not judged."""

    id: str
    held: bool = False
    language: str = "nl"
    head: str = Field(description="the name on the letterhead")
    subject: str = ""
    letter_date: date | None = None
    text: str
    gold: Mapping[str, Any]


class Judged(NamedTuple):
    """A passage, the fields it is judged on, and what is wrong by field."""

    passage: Passage
    fields: frozenset[str]
    wrong: Mapping[str, str]


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Every passage once, as text in a short letter."""
    rows = [judge(passage, as_letter(passage, cases), wegwijs) for passage in load_passages(cases)]
    failures = tuple(
        EvalFailure(case=row.passage.id, why="; ".join(f"{k}: {v}" for k, v in row.wrong.items()))
        for row in rows
        if row.wrong and not row.passage.held
    )
    return EvalResult(suite="passages", cases=len(rows), scores=dict(_scores(rows)), failures=failures)


def load_passages(cases: Path) -> list[Passage]:
    """All passages of tests/evals/passages."""
    files = sorted((cases / "passages").glob("*.yaml"))
    return [Passage(**row) for path in files for row in yaml.safe_load(path.read_text(encoding="utf-8"))["passages"]]


def judge(passage: Passage, case: letters.Case, wegwijs: Wegwijs) -> Judged:
    """Explain `case`, the short letter around one passage, and judge the fields of its gold."""
    fields = frozenset(passage.gold) | ALWAYS
    scored = letters.score(case, letters.read_as_text(case), wegwijs)
    wrong = {field: why for field, why in scored.wrong.items() if field in fields}
    if passage.gold.get("amounts", ()) is None and scored.letter.amounts:
        wrong["amounts"] = f"found {[str(amount.value) for amount in scored.letter.amounts]}, not none"
    return Judged(passage, fields, wrong)


def as_letter(passage: Passage, cases: Path) -> letters.Case:
    """The passage in the short letter of its language (`passages/letter.nl.txt`), dated when it has a date."""
    dated = f"{passage.letter_date:%d/%m/%Y}" if passage.letter_date else ""
    layout = (cases / "passages" / f"letter.{passage.language}.txt").read_text(encoding="utf-8")
    text = layout.format(head=passage.head, dated=dated, subject=passage.subject, text=passage.text.strip())
    today = passage.letter_date + timedelta(days=2) if passage.letter_date else UNDATED
    gold = {field: found for field, found in passage.gold.items() if found is not None}
    row = {"id": passage.id, "today": today, "text": text, "gold": {"sender_kind": "andere", **gold}}
    return letters.Case(**letters.typed(row))


def _scores(rows: Iterable[Judged]) -> Iterator[tuple[str, float]]:
    """For each field the share of right passages among those judged on it, over all and over those held back."""
    rows = list(rows)
    for prefix, part in (("", rows), ("held_", [row for row in rows if row.passage.held])):
        for field in sorted({field for row in part for field in row.fields}):
            yield f"{prefix}{field}", share(field not in row.wrong for row in part if field in row.fields)
        yield f"{prefix}all_right", share(not row.wrong for row in part)
