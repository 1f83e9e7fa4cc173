"""The rights check: answers in, rights in three groups out. Nothing is kept."""

from collections.abc import Collection, Mapping
from typing import Literal

from assistant.ask.cite import citation, contact
from assistant.models import OpenQuestion, RightRow, Rights
from assistant.rights.answers import read_answers
from assistant.rights.model import DO_NOT_KNOW, SKIP, Book, Question, Right
from assistant.rights.rules import Judge, Verdict
from assistant.sentences import Sentences
from ingest.corpus_document import format_amount
from ingest.models import Corpus

Group = Literal["likely", "maybe", "not_now", "have"]


def check_rights(
    book: Book, raw: Mapping[str, object], corpus: Corpus, procedures: Collection[str], say: Sentences
) -> Rights:
    """Every right of the book in one group. `procedures` = the ids that can be walked.

    Raises UnknownAnswer for an id or value that the book does not have.
    """
    answers = read_answers(book, raw)
    judge = Judge(book, answers, corpus.amounts)
    groups: dict[Group, list[RightRow]] = {"likely": [], "maybe": [], "not_now": [], "have": []}
    for right in book.rights:
        group, verdict = _place(right, judge)
        groups[group].append(_row(right, verdict, corpus, procedures, say))
    remarks = [say["rights.estimate"], say["rights.local"]]
    if len(raw) < len(book.questions) or {DO_NOT_KNOW, SKIP} & set(map(str, raw.values())):
        remarks.append(say["rights.skipped"])
    return Rights(
        **{name: tuple(rows) for name, rows in groups.items()},
        open=tuple(_open(question) for question in book.questions if question.id not in raw),
        answers={name: _spoken(value) for name, value in raw.items()},
        uncertain=tuple(remarks),
    )


def _place(right: Right, judge: Judge) -> tuple[Group, Verdict]:
    if right.have and judge.judge(right.have).holds:
        return "have", Verdict(True)
    verdict = judge.all_of(right.conditions)
    if verdict.holds is False:
        return "not_now", verdict
    if verdict.holds is None or right.check:
        missing = (*verdict.missing, *right.check)
        return "maybe", Verdict(None, missing=missing, ask=verdict.ask)
    return "likely", verdict


def _row(right: Right, verdict: Verdict, corpus: Corpus, procedures: Collection[str], say: Sentences) -> RightRow:
    office = corpus.organisations[right.where]
    amounts = [_amount(name, corpus, say) for name in right.amounts]
    return RightRow(
        id=right.id,
        title=right.title,
        theme=right.theme,
        level=right.level,
        gives=right.gives,
        amount="\n".join(amounts) or None,
        how=right.how,
        bring=right.bring,
        where=office.name,
        contact=contact(office),
        automatic=right.automatic,
        missing=verdict.missing,
        ask=verdict.ask,
        change=verdict.change,
        advice=say.say("rights.not-now", where=office.name) if verdict.holds is False else None,
        procedure=right.procedure if right.procedure in procedures else None,
        citations=tuple(citation(name, right.gives, "rights", right.id, corpus) for name in right.sources),
    )


def _amount(name: str, corpus: Corpus, say: Sentences) -> str:
    amount = corpus.amounts[name]
    day = f"{amount.valid_from.day}/{amount.valid_from.month}/{amount.valid_from.year}"
    key = "rights.amount" if amount.certain else "rights.amount-unsure"
    return say.say(key, amount=format_amount(amount), what=amount.what, day=day)


def _open(question: Question) -> OpenQuestion:
    return OpenQuestion(
        id=question.id,
        ask=question.ask,
        why=question.why,
        kind="many" if question.kind == "many" else "choice",
        options=(*question.answers, DO_NOT_KNOW, SKIP),
    )


def _spoken(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
