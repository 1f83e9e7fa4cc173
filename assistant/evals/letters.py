"""Score explained letters against typed gold: sender, kind, every field, actions, forbidden readings.

Each letter is read as text; `run_rendered` reads it as PDF and as a scan. Figures named `held_…` come from
letters that were never looked at while tuning.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import Field

from assistant.evals.questions import share
from assistant.letter import explain_letter
from assistant.letters.catalogue import load_kinds
from assistant.models import EvalFailure, EvalResult, Letter
from assistant.plain import harder_than, measure
from assistant.wegwijs import Wegwijs
from ingest.models import Model, PageText, ReadFile


class GoldAmount(Model):
    """A sum that must be found with its meaning."""

    value: Decimal
    meaning: str


class Gold(Model):
    """What a right reading holds."""

    language: str = "nl"
    sender_kind: str
    kind: str | None = Field(default=None, description="the name in corpus/letters.yaml")
    letter_date: date | None = None
    deadline: date | None = None
    deadlines: tuple[date, ...] = ()
    do_by: date | None = None
    appointment: str | None = None
    mode: str | None = None
    amounts: tuple[GoldAmount, ...] = ()
    references: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    actions: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    urgency: tuple[str, ...] = ()
    warning: bool = False


class Case(Model):
    """One invented letter with its gold."""

    id: str
    held: bool = False
    today: date
    text: str
    gold: Gold


class Scored(NamedTuple):
    """A case and what is wrong, by field."""

    case: Case
    letter: Letter
    wrong: dict[str, str]


FIELDS = (
    "language", "sender", "kind", "letter_date", "deadline", "deadlines", "appointment", "mode", "amounts",
    "references", "accounts", "actions", "forbidden", "urgency", "warning", "invented", "summary_level",
)  # fmt: skip


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Every letter once, as text, at its own day."""
    rows = [score(case, read_as_text(case), wegwijs) for case in load_cases(cases)]
    return result("letters", rows)


def result(suite: str, rows: Sequence[Scored]) -> EvalResult:
    """Shares by field, over all letters and over those held back."""
    scores: dict[str, float] = {}
    for prefix, part in (("", rows), ("held_", [row for row in rows if row.case.held])):
        scores |= {f"{prefix}{field}": share(field not in row.wrong for row in part) for field in FIELDS}
        scores[f"{prefix}all_right"] = share(not row.wrong for row in part)
    failures = tuple(
        EvalFailure(case=row.case.id, why="; ".join(f"{k}: {v}" for k, v in row.wrong.items()))
        for row in rows
        if row.wrong and not row.case.held
    )
    return EvalResult(suite=suite, cases=len(rows), scores=scores, failures=failures)


def load_cases(cases: Path) -> list[Case]:
    """All typed cases of tests/evals/letters."""
    paths = sorted((cases / "letters").glob("*.yaml"))
    return [Case(**typed(yaml.safe_load(path.read_text(encoding="utf-8")))) for path in paths]


def read_as_text(case: Case) -> ReadFile:
    """The letter as a reader would give it; a form feed starts a new page."""
    pages = [PageText(number=n, text=text) for n, text in enumerate(case.text.split("\f"), start=1)]
    return ReadFile(name=f"{case.id}.txt", pages=tuple(pages))


def score(case: Case, read: ReadFile, wegwijs: Wegwijs) -> Scored:
    """Explain and judge one letter."""
    letter = explain_letter(read, wegwijs.corpus, today=case.today)
    return Scored(case, letter, dict(judge(case, letter)))


def judge(case: Case, letter: Letter) -> Iterator[tuple[str, str]]:
    """Each field that is wrong, with what was found. Holds words of invented letters only."""
    gold = case.gold
    found_deadline = letter.deadline.date if letter.deadline else None
    days = {d.date for d in letter.deadlines if d.date}
    start = letter.appointment.start if letter.appointment else None
    exact = {
        "language": (letter.language, gold.language),
        "sender": (letter.sender.kind, gold.sender_kind),
        "kind": (_listed_kind(letter), gold.kind),
        "letter_date": (letter.letter_date, gold.letter_date),
        "deadline": (found_deadline, gold.deadline),
        "deadlines": (days, set(gold.deadlines)),
        "appointment": (start.strftime("%Y-%m-%dT%H:%M") if start else None, gold.appointment),
    }
    yield from ((field, f"{found} not {wanted}") for field, (found, wanted) in exact.items() if found != wanted)
    if gold.mode and (letter.appointment is None or letter.appointment.mode != gold.mode):
        yield "mode", f"{letter.appointment and letter.appointment.mode} not {gold.mode}"
    if gold.urgency and letter.urgency not in gold.urgency:
        yield "urgency", f"{letter.urgency} not {'/'.join(gold.urgency)}"
    yield from _lists(gold, letter)
    yield from _said(case, letter)


def _listed_kind(letter: Letter) -> str | None:
    """The name of the kind; None for a kind outside the shared list, for which the gold holds no name."""
    extra = {kind.id for kind in load_kinds() if kind.extra}
    return None if letter.kind_id in extra else letter.kind


def _lists(gold: Gold, letter: Letter) -> Iterator[tuple[str, str]]:
    amounts = {(amount.value, amount.meaning) for amount in letter.amounts}
    missing = [f"{a.value} {a.meaning}" for a in gold.amounts if (a.value, a.meaning) not in amounts]
    if missing:
        yield "amounts", f"lacks {missing}, found {sorted(map(str, amounts))}"
    references = " ".join(_squeezed(reference.value) for reference in letter.references)
    lost = [reference for reference in gold.references if _squeezed(reference) not in references]
    if lost:
        yield "references", f"lacks {lost}"
    accounts = set(letter.accounts)
    gone = [account for account in gold.accounts if account not in {_squeezed(a) for a in accounts}]
    if gone:
        yield "accounts", f"lacks {gone}"


def _said(case: Case, letter: Letter) -> Iterator[tuple[str, str]]:
    shown = "\n".join([letter.summary, *(action.text for action in letter.actions)])
    lost = [p[0] for p in case.gold.actions if not any(re.search(x, shown, re.IGNORECASE) for x in p)]
    if lost:
        yield "actions", f"lacks {lost}"
    said = [pattern for pattern in case.gold.forbidden if re.search(pattern, shown, re.IGNORECASE)]
    if said:
        yield "forbidden", f"says {said}"
    warned = bool(letter.warnings) or letter.sender.kind == "phishing"
    if case.gold.warning and not warned:
        yield "warning", "none"
    strange = [str(a.value) for a in letter.amounts if a.quote not in case.text]
    invented = [value for value in strange if not _digits_in(value, case.text)]
    invented += [r.value for r in letter.references if _squeezed(r.value) not in _squeezed(case.text)]
    if invented:
        yield "invented", f"{invented}"
    if harder_than(measure(letter.summary).level, "A2"):
        yield "summary_level", measure(letter.summary).level


def _digits_in(value: str, text: str) -> bool:
    digits = value.rstrip("0").rstrip(".").replace(".", ",")
    return digits in re.sub(r"(?<=\d)[. ](?=\d{3})", "", text)


def _squeezed(value: str) -> str:
    return re.sub(r"[\s.]", "", value)


def typed(row: dict[str, Any]) -> dict[str, Any]:
    """YAML reads a moment as a datetime; the gold keeps it as text to the minute."""
    moment = row["gold"].get("appointment")
    if moment is not None and not isinstance(moment, str):
        row["gold"]["appointment"] = moment.strftime("%Y-%m-%dT%H:%M")
    return row
