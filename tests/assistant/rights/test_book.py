"""The data of the rights check: whole, sourced, plain, and every right can be reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.plain import harder_than, measure, tone_hits
from assistant.procedures import load_procedures
from assistant.rights import Book, check_references, load_book
from assistant.rights.model import THEMES
from assistant.sentences import load_sentences
from ingest.corpus import load_corpus
from ingest.errors import CorpusError

BOOK = load_book()
LEVELS = {"federal", "flemish", "local"}


def texts(book: Book) -> Iterator[tuple[str, str]]:
    """Place and text of everything a person can read."""
    for question in book.questions:
        yield from ((question.id, text) for text in (question.ask, question.why, *question.answers))
    for condition in book.conditions.values():
        yield from ((condition.id, text) for text in (condition.missing, condition.change))
    for right in book.rights:
        rows = (right.title, right.gives, right.how, *right.bring, *right.check)
        yield from ((right.id, text) for text in rows)
    for key in ("rights.estimate", "rights.local", "rights.skipped"):
        yield key, load_sentences()[key]


def test_everything_named_exists() -> None:
    corpus = load_corpus()
    assert check_references(BOOK, corpus) == []
    planned = {name for document in corpus.documents for name in document.procedures} | set(load_procedures())
    assert [right.id for right in BOOK.rights if right.procedure and right.procedure not in planned] == []


def test_enough_rights_over_every_theme_and_authority() -> None:
    assert len(BOOK.rights) >= 35
    assert 10 <= len(BOOK.questions) <= 15
    assert {right.theme for right in BOOK.rights} == set(THEMES)
    assert {right.level for right in BOOK.rights} == LEVELS


def test_no_condition_or_limit_is_left_over() -> None:
    used = {name for right in BOOK.rights for name in (*right.conditions, *([right.have] if right.have else []))}
    todo = list(used)
    while todo:
        more = set(BOOK.conditions[todo.pop()].any_of) - used
        used |= more
        todo += more
    assert set(BOOK.conditions) == used
    assert {condition.limit for condition in BOOK.conditions.values()} - {None} == set(BOOK.limits)


@pytest.mark.parametrize("place, text", sorted(set(texts(BOOK))))
def test_plain_and_kind(place: str, text: str) -> None:
    assert not harder_than(measure(text).level, "B1")
    assert not tone_hits(text)
    assert "geen recht" not in text.lower()


def test_questions_are_simple() -> None:
    hard = [q.id for q in BOOK.questions if harder_than(measure(f"{q.ask} {q.why}").level, "A2")]
    assert hard == []


def test_what_a_right_gives_and_how_to_ask_it_is_simple() -> None:
    """A2 as a rule; a few hold a long name that has no other word."""
    hard = {r.id for r in BOOK.rights if harder_than(measure(f"{r.gives} {r.how}").level, "A2")}
    assert hard <= {"derdebetaler", "gratis-dokter-jongeren", "verwarmingstoelage", "vrijwilliger-met-auto"}


def test_amounts_say_their_day() -> None:
    corpus = load_corpus()
    uncertain = load_sentences()["rights.amount-unsure"]
    assert "{day}" in uncertain and "{day}" in load_sentences()["rights.amount"]
    assert all(corpus.amounts[name].valid_from for right in BOOK.rights for name in right.amounts)


@pytest.mark.parametrize(
    "name, text, fault",
    [
        ("a", "conditions: [{id: x, missing: m, change: c}]", "exactly one"),
        ("b", "conditions: [{id: x, question: q, fits: [maybe], missing: m, change: c}]", "no answer maybe"),
        ("c", "conditions: [{id: x, any_of: [y], missing: m, change: c}]", "no condition y"),
        ("d", "conditions: [{id: x, limit: l, missing: m, change: c}]", "no limit l"),
        ("e", "conditions: [{id: x, question: q, misspelt: 1, missing: m, change: c}]", "misspelt"),
        ("f", "questions: [{id: q, ask: a, why: w, options: [ja]}]", "id twice: q"),
        ("g", "questions: [{id: m, ask: a, why: w, kind: many, none: niets, options: [niets, x]}]", "must be the last"),
    ],
)
def test_a_fault_in_the_data_is_named(tmp_path: Path, name: str, text: str, fault: str) -> None:
    folder = tmp_path / "rights"
    folder.mkdir()
    good = (
        "estimate: {wage_share: 70, other_share: 90}\nhousehold: {living: {}, children: {}, earned: []}\n"
        "questions: [{id: q, ask: a, why: w, options: [ja, nee]}]\n"
    )
    (folder / "good.yaml").write_text(good, encoding="utf-8")
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=fault):
        load_book(tmp_path)
