"""The same question asked otherwise: ten ways of asking it, and typing errors.

`paraphrase_same` = the share of the paraphrases that are answered rightly and from the same facts as most of their
set; `noise_lost` = how many points of a hundred the share of right answers falls when the questions are mistyped.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import Field

from assistant.evals.noise import mistyped
from assistant.evals.questions import Asked, Case, Scored, load_cases, score, sections_by_fact, share
from assistant.models import EvalFailure, EvalResult
from ingest.models import Model, SectionId

PREFIXES = (("", False), ("held_", True))


class ParaphraseSet(Model):
    """One question in several ways, all with the same facts."""

    id: str
    topic: str
    held: bool
    fact_ids: tuple[str, ...] = Field(min_length=1)
    key_facts: tuple[tuple[str, ...], ...] = Field(min_length=1)
    forbidden: tuple[str, ...] = ()
    ask: tuple[str, ...]

    def cases(self) -> Iterator[Case]:
        """Each way of asking as a case."""
        shared = self.model_dump(exclude={"id", "ask"})
        for number, text in enumerate(self.ask, start=1):
            yield Case(id=f"{self.id}-{number}", text=text, kind="answer", **shared)


class Pair(NamedTuple):
    """A case as it is written, and mistyped."""

    clean: Scored
    noisy: Scored

    @property
    def is_lost(self) -> bool:
        """Whether the errors made a right answer wrong."""
        return bool(self.noisy.wrong) and not self.clean.wrong


class Judged(NamedTuple):
    """A paraphrase of a set, and whether it is right and has the facts of most of the set."""

    of: ParaphraseSet
    scored: Scored
    is_same: bool


def run(wegwijs: Asked, cases: Path) -> EvalResult:
    """Every paraphrase, and every question that has an answer with typing errors."""
    carried = sections_by_fact(wegwijs)
    facts: dict[SectionId, set[str]] = defaultdict(set)
    for fact, sections in carried.items():
        for section in sections:
            facts[section].add(fact)
    sets = [(found, [score(case, wegwijs, carried) for case in found.cases()]) for found in load_sets(cases)]
    pairs = [
        Pair(score(case, wegwijs, carried), score(with_noise(case), wegwijs, carried))
        for case in load_cases(cases)
        if case.kinds == ("answer",) and case.key_facts
    ]
    same = [Judged(found, *row) for found, rows in sets for row in zip(rows, alike(rows, facts), strict=True)]
    failures = [failure(row.scored, "not the facts of most") for row in same if not row.is_same and not row.of.held]
    failures += [failure(p.noisy, "lost") for p in pairs if p.is_lost and not p.clean.case.held]
    scores = dict(_paraphrases(same)) | dict(_noise(pairs))
    return EvalResult(suite="robustness", cases=len(same) + len(pairs), scores=scores, failures=tuple(failures))


def load_sets(cases: Path) -> list[ParaphraseSet]:
    """The sets of tests/evals/questions/paraphrases.yaml."""
    found = yaml.safe_load((cases / "questions" / "paraphrases.yaml").read_text(encoding="utf-8"))
    return [ParaphraseSet(**row) for row in found["sets"]]


def with_noise(case: Case) -> Case:
    """The case mistyped; its earlier questions too."""
    history = tuple(mistyped(text, f"{case.id}/{number}") for number, text in enumerate(case.history))
    return case.model_copy(update={"text": mistyped(case.text, case.id), "history": history})


def alike(rows: Sequence[Scored], facts: Mapping[SectionId, set[str]]) -> list[bool]:
    """Of each answer of a set: whether it is right, and rests on the same asked facts as most of the set."""
    shown = [said(row, facts) for row in rows]
    (most, _), *_ = Counter(shown).most_common(1)
    return [not row.wrong and found == most for row, found in zip(rows, shown, strict=True)]


def said(row: Scored, facts: Mapping[SectionId, set[str]]) -> frozenset[str]:
    """Which of the asked facts the cited sections carry."""
    sections = {f"{citation.document_id}#{citation.section}" for citation in row.answer.citations}
    return frozenset(row.case.fact_ids) & set[str]().union(*(facts.get(section, set()) for section in sections))


def failure(row: Scored, otherwise: str) -> EvalFailure:
    """What went wrong with a case, by its id."""
    return EvalFailure(case=row.case.id, why="; ".join(row.wrong) or otherwise)


def _paraphrases(rows: Sequence[Judged]) -> Iterator[tuple[str, float]]:
    for prefix, held in PREFIXES:
        part = [row for row in rows if row.of.held or not held]
        broken = {row.of.id for row in part if not row.is_same}
        yield f"{prefix}paraphrase_right", share(not row.scored.wrong for row in part)
        yield f"{prefix}paraphrase_same", share(row.is_same for row in part)
        yield f"{prefix}paraphrase_sets_whole", share(name not in broken for name in {row.of.id for row in part})


def _noise(pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    for prefix, held in PREFIXES:
        part = [pair for pair in pairs if pair.clean.case.held or not held]
        clean, noisy = share(not p.clean.wrong for p in part), share(not p.noisy.wrong for p in part)
        yield f"{prefix}right_as_written", clean
        yield f"{prefix}right_mistyped", noisy
        yield f"{prefix}noise_lost", round(100 * (clean - noisy), 2)
