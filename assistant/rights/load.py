"""Read corpus/rights/*.yaml and check that every name in it exists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.rights.model import THEMES, Book, Condition, Estimate, HouseholdWords, Limit, Question, Right
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.corpus_document import Problem
from ingest.errors import CorpusError
from ingest.models import Corpus

FOLDER = "rights"


@cache
def load_book(root: Path = CORPUS_DIR) -> Book:
    """Questions, conditions, limits and rights. Raises CorpusError that names the first fault."""
    rows: dict[str, list[Any]] = {"questions": [], "conditions": [], "limits": [], "rights": []}
    single: dict[str, Any] = {"estimate": {}, "household": {}}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        found = load_yaml(path)
        single |= {name: found[name] for name in single if name in found}
        for name, list_of_rows in rows.items():
            list_of_rows += found.get(name, [])
    try:
        book = Book(
            questions=tuple(Question(**row) for row in rows["questions"]),
            conditions={row["id"]: Condition(**row) for row in rows["conditions"]},
            limits={row["id"]: Limit(**row) for row in rows["limits"]},
            estimate=Estimate(**single["estimate"]),
            household=HouseholdWords(**single["household"]),
            rights=tuple(sorted((Right(**row) for row in rows["rights"]), key=lambda r: THEMES.index(r.theme))),
        )
    except (ValidationError, TypeError, KeyError) as error:
        raise CorpusError(f"{FOLDER}: {error}", reason="file", file=FOLDER, line=1) from error
    twice = [name for key in rows for name, n in Counter(row["id"] for row in rows[key]).items() if n > 1]
    broken = [f"id twice: {name}" for name in twice] + list(_broken(book))
    if broken:
        raise CorpusError(f"{FOLDER}: {broken[0]}", reason="file", file=FOLDER, line=1)
    return book


def check_references(book: Book, corpus: Corpus) -> list[Problem]:
    """Amounts, organisations and sources that the corpus does not have."""
    wanted: list[tuple[str, str, Iterable[str], Mapping[str, Any]]] = []
    for right in book.rights:
        wanted.append(("amount-unknown", right.id, right.amounts, corpus.amounts))
        wanted.append(("source-unknown", right.id, right.sources, corpus.sources))
        wanted.append(("contact-unknown", right.id, [right.where], corpus.organisations))
    wanted += [("amount-unknown", limit.id, limit.amounts, corpus.amounts) for limit in book.limits.values()]
    return [
        Problem(FOLDER, 1, key, f"{owner}: {name}")
        for key, owner, names, known in wanted
        for name in names
        if name not in known
    ]


def _broken(book: Book) -> Iterator[str]:
    """Names that lead nowhere, and conditions that ask more or less than one thing."""
    questions = {question.id: question for question in book.questions}
    for question in questions.values():
        if question.kind == "many" and question.none != question.answers[-1]:
            yield f"question {question.id}: the answer that marks nothing must be the last"
    for condition in book.conditions.values():
        if sum(map(bool, (condition.question, condition.limit, condition.any_of))) != 1:
            yield f"condition {condition.id}: exactly one of question, limit, any_of"
        elif condition.question:
            known = questions[condition.question].answers if condition.question in questions else ()
            wrong = set(condition.fits) | set(condition.unsure)
            yield from (f"condition {condition.id}: no answer {name}" for name in sorted(wrong - set(known)))
        elif condition.limit and condition.limit not in book.limits:
            yield f"condition {condition.id}: no limit {condition.limit}"
        yield from (f"condition {condition.id}: no condition {n}" for n in condition.any_of if n not in book.conditions)
    for right in book.rights:
        names = (*right.conditions, *([right.have] if right.have else []))
        yield from (f"right {right.id}: no condition {name}" for name in names if name not in book.conditions)
