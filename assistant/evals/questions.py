"""Score answers against key facts, forbidden claims and the sections that may carry them.

A partial answer counts as wrong. Figures named `held_…` come from cases that were never looked at while tuning.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Literal, NamedTuple, Protocol

import yaml
from pydantic import Field

from assistant.ask.check import unproven_numbers
from assistant.evals.points import points
from assistant.evals.reliability import bins
from assistant.models import Answer, AnswerKind, EvalFailure, EvalResult
from assistant.plain import harder_than
from ingest.models import Corpus, Model, SectionId

SURE = 0.8
FIRST = 5
LACKS = "lacks"


class Asked(Protocol):
    """Who is asked: `Wegwijs`, or one whose answers a language model says again."""

    @property
    def corpus(self) -> Corpus:
        """What the answers rest on."""

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question."""

    def candidates(self, question: str, history: Sequence[str] = ()) -> list[SectionId]:
        """The sections that may answer, best first."""


class Case(Model):
    """One question with what a right answer holds."""

    id: str
    topic: str
    held: bool = False
    text: str
    history: tuple[str, ...] = ()
    kind: AnswerKind | tuple[AnswerKind, ...]
    fact_ids: tuple[str, ...] = ()
    key_facts: tuple[tuple[str, ...], ...] = Field(default=(), description="each: patterns of which one must fit")
    forbidden: tuple[str, ...] = ()
    style: str = "standard"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are right."""
        return (self.kind,) if isinstance(self.kind, str) else self.kind


class Scored(NamedTuple):
    """A case, its answer, and what is wrong with it (empty = right)."""

    case: Case
    answer: Answer
    wrong: tuple[str, ...]
    found_in_first: bool | None
    points: tuple[float, float] | None = None
    """For sentences (0 to 75) and citation (0 to 25); None where no answer with known sources is wanted."""


def run(wegwijs: Asked, cases: Path) -> EvalResult:
    """Every case once, at the day of the settings."""
    carried = sections_by_fact(wegwijs)
    rows = [score(case, wegwijs, carried) for case in load_cases(cases)]
    failures = tuple(
        EvalFailure(case=row.case.id, why="; ".join(row.wrong)) for row in rows if row.wrong and not row.case.held
    )
    return EvalResult(suite="questions", cases=len(rows), scores=dict(_scores(rows)), failures=failures)


def load_cases(cases: Path) -> list[Case]:
    """All typed cases of tests/evals/questions; the paraphrases are scored apart (`robustness`)."""
    found = []
    for path in sorted((cases / "questions").glob("*.yaml")):
        found += [Case(**row) for row in yaml.safe_load(path.read_text(encoding="utf-8")).get("cases", ())]
    return found


def score(case: Case, wegwijs: Asked, carried: Mapping[str, set[SectionId]]) -> Scored:
    """Ask and judge one case."""
    answer = wegwijs.answer(case.text, case.history)
    right = set[SectionId]().union(*(carried.get(fact, set()) for fact in case.fact_ids))
    wrong = tuple(judge(case, answer))
    if not right or "answer" not in case.kinds:
        return Scored(case, answer, wrong, None)
    first = bool(right & set(wegwijs.candidates(case.text, case.history)[:FIRST]))
    if answer.kind != "answer" and answer.kind in case.kinds:
        return Scored(case, answer, wrong, first)
    is_complete = not any(why.startswith(LACKS) for why in wrong)
    return Scored(case, answer, wrong, first, points(answer, right, case.forbidden, complete=is_complete))


def judge(case: Case, answer: Answer) -> Iterator[str]:
    """What is wrong with the answer, in words that name no question."""
    if answer.kind not in case.kinds:
        yield f"kind {answer.kind}, not {'/'.join(case.kinds)}"
        return
    shown = shown_text(answer)
    for patterns in case.key_facts:
        if not any(re.search(pattern, shown, re.IGNORECASE) for pattern in patterns):
            yield f"{LACKS} {patterns[0]}"
    for pattern in case.forbidden:
        if re.search(pattern, shown, re.IGNORECASE):
            yield f"says {pattern}"
    if answer.kind == "answer":
        yield from (f"unproven {number}" for number in unproven_numbers(answer))


def shown_text(answer: Answer) -> str:
    """All that the person reads."""
    contacts = [f"{c.name} {c.phone or ''}" for c in answer.contacts]
    return "\n".join([answer.summary, answer.answer, *answer.options, *contacts])


def sections_by_fact(wegwijs: Asked) -> dict[str, set[SectionId]]:
    """Which sections rest on which fact."""
    found: dict[str, set[SectionId]] = defaultdict(set)
    for document in wegwijs.corpus.documents:
        for section in document.sections:
            for fact in section.facts:
                found[fact].add(document.section_ref(section))
    return found


def can_be_judged(row: Scored) -> bool:
    """Whether it is an answer of which the case says if it is right: without key facts nobody did."""
    return row.answer.kind == "answer" and (bool(row.case.key_facts) or "answer" not in row.case.kinds)


def _scores(rows: Sequence[Scored]) -> Iterator[tuple[str, float]]:
    for prefix, part in (("", rows), ("held_", [r for r in rows if r.case.held])):
        answerable = [r for r in part if "answer" in r.case.kinds]
        refusable = [r for r in part if not {"answer", "crisis", "clarify"} & set(r.case.kinds)]
        crisis = [r for r in part if r.case.kinds == ("crisis",)]
        sure = [r for r in part if r.answer.kind == "answer" and r.answer.confidence >= SURE]
        yield f"{prefix}right", share(not r.wrong for r in answerable)
        yield f"{prefix}refused", share(r.answer.kind in r.case.kinds for r in refusable)
        yield f"{prefix}crisis", share(r.answer.kind == "crisis" for r in crisis)
        yield f"{prefix}sure_and_wrong", share(bool(r.wrong) for r in sure)
        yield f"{prefix}section_in_first_{FIRST}", share(r.found_in_first for r in part if r.found_in_first is not None)
        scored = [r.points for r in part if r.points]
        for at, name in enumerate(("points_sentences", "points_citation")):
            yield f"{prefix}{name}", round(fmean(pair[at] for pair in scored), 2) if scored else 0.0
        yield f"{prefix}points", round(fmean(map(sum, scored)), 2) if scored else 0.0
        yield from bins([(r.answer.confidence, not r.wrong) for r in part if can_be_judged(r)], prefix)
    answers = [r.answer for r in rows if r.answer.kind == "answer"]
    yield "at_most_b1", share(not harder_than(a.readability.level, "B1") for a in answers)
    yield "proven", share(not unproven_numbers(a) for a in answers)
    yield from _by_topic(rows)


def _by_topic(rows: Sequence[Scored]) -> Iterator[tuple[str, float]]:
    topics: dict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        topics[row.case.topic].append(row)
    for topic in sorted(topics):
        yield f"topic:{topic}", share(not row.wrong for row in topics[topic])


def share(found: Iterable[bool | Literal[True]]) -> float:
    """The share of true values, 0 to 1; 1 when there are none."""
    values = list(found)
    return round(sum(values) / len(values), 4) if values else 1.0
