"""Walk a procedure with the answers known so far. No expressions: every branch is written in the data."""

from collections.abc import Iterator, Mapping
from datetime import date

from assistant.ask.cite import citation
from assistant.deadlines import Days, Duration, add, on_or_before_working_day, sum_of_term
from assistant.models import OpenQuestion, ProcedureListing, Walk, WalkStep
from assistant.procedures.model import END, Node, Procedure, Rule
from ingest.errors import UnknownAnswer
from ingest.models import Corpus

DO_NOT_KNOW, SKIP = "weet ik niet", "overslaan"
"""Always allowed as an answer; the walk then goes on with the node below."""


def listing(procedure: Procedure) -> ProcedureListing:
    """The procedure as a line of the list."""
    return ProcedureListing(
        id=procedure.id, title=procedure.title, domain=procedure.domain, minutes=procedure.minutes
    )


def walk(procedure: Procedure, answers: Mapping[str, str], corpus: Corpus, today: date) -> Walk:
    """The steps that fit the answers, and the questions on the way that are still open.

    An open question is passed as if it were skipped, so that the list of steps is always whole.
    Raises UnknownAnswer for an id or a value that the procedure does not have.
    """
    check_answers(procedure, answers)
    path = list(follow(procedure, answers))
    return Walk(
        id=procedure.id,
        title=procedure.title,
        intro=procedure.intro,
        answers=dict(answers),
        open=tuple(_open(node) for node in path if node.is_question and node.id not in answers),
        steps=tuple(_step(procedure.id, node, answers, corpus, today) for node in path if not node.is_question),
        done_when=procedure.done_when,
        next=procedure.next,
    )


def follow(procedure: Procedure, answers: Mapping[str, str]) -> Iterator[Node]:
    """The nodes on the way, in order. The data is checked to have no circles."""
    name = procedure.nodes[0].id
    while name != END:
        node = procedure.node(name)
        yield node
        chosen = node.options.get(answers[node.id]) if node.id in answers else None
        name = chosen or node.next or procedure.below(node)


def check_answers(procedure: Procedure, answers: Mapping[str, str]) -> None:
    """Refuse ids and values that the procedure does not have, by name."""
    questions = {node.id: node for node in procedure.nodes if node.is_question}
    for name, value in answers.items():
        if name not in questions:
            raise UnknownAnswer("unknown question id", reason="id", id=name)
        if value in (DO_NOT_KNOW, SKIP, *questions[name].options):
            continue
        if questions[name].kind == "date":
            _day(value, name)
        else:
            options = ", ".join([*questions[name].options, DO_NOT_KNOW, SKIP])
            raise UnknownAnswer("unknown answer value", reason="value", id=name, options=options)


def _day(value: str, name: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UnknownAnswer("not a date", reason="date", id=name) from error


def _open(node: Node) -> OpenQuestion:
    return OpenQuestion(
        id=node.id, ask=node.ask or "", why=node.why or "", kind=node.kind, options=(*node.options, DO_NOT_KNOW, SKIP)
    )


def _step(
    procedure_id: str, node: Node, answers: Mapping[str, str], corpus: Corpus, today: date
) -> WalkStep:
    return WalkStep(
        id=node.id, text=node.do or "", bring=node.bring, say=node.say, channel=node.channel,
        without_pc=node.without_pc, without_itsme=node.without_itsme, without_dutch=node.without_dutch,
        without_bus=node.without_bus, who=node.who, outreacher=node.outreacher, minutes=node.minutes,
        deadline=_deadline(node.deadline, answers, today) if node.deadline else None, if_it_fails=node.if_it_fails,
        citations=tuple(citation(name, node.do or "", procedure_id, node.id, corpus) for name in node.sources),
    )  # fmt: skip


def _deadline(rule: Rule, answers: Mapping[str, str], today: date) -> dict[str, str | None]:
    """The rule in words, and its days when the start is known."""
    started = answers.get(rule.after or "")
    start = _started(started) if started else None
    if rule.count is None or start is None:
        return {"rule": rule.text, "date": None, "do_by": None, "sum": None}
    duration = Duration(rule.count, rule.unit)
    safe = add(start, duration)
    days = Days(safe, on_or_before_working_day(safe), None)
    reckoning = sum_of_term(start, duration, days, today, start_words="sum.start.event")
    return {"rule": rule.text, "date": safe.isoformat(), "do_by": days.do_by.isoformat(), "sum": reckoning}


def _started(answer: str) -> date | None:
    """The day of an answer; None for one such as `nog niet`."""
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None
