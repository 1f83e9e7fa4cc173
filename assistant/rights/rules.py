"""Does a condition hold? Yes, no, or not to be said, with what is missing or what would change it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assistant.rights.answers import Answers
from assistant.rights.limits import CHILDREN, LIVING, SOURCES, is_under
from assistant.rights.model import Book, Condition
from ingest.models import Amount

INCOME = "inkomen"
NEEDED = (INCOME, LIVING, CHILDREN, SOURCES)
"""The questions that an income limit needs."""


class Verdict(NamedTuple):
    """`holds`: True, False or None (not to be said). `ask` = ids of questions that have no answer yet."""

    holds: bool | None
    missing: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


YES = Verdict(True)


class Judge:
    """Judges conditions for one set of answers."""

    def __init__(self, book: Book, answers: Answers, amounts: Mapping[str, Amount]) -> None:
        """`amounts` = those of the corpus on the day of the check."""
        self._book, self._answers, self._amounts = book, answers, amounts

    def judge(self, name: str) -> Verdict:
        """The verdict on the condition called `name`."""
        condition = self._book.conditions[name]
        verdict = self._judge(condition)
        if verdict.holds and condition.at_most_maybe:
            return Verdict(None, missing=(condition.missing,))
        return verdict

    def all_of(self, names: Iterable[str]) -> Verdict:
        """All must hold: one `no` is no, else one `not to be said` is maybe."""
        found = [self.judge(name) for name in names]
        refused = [verdict for verdict in found if verdict.holds is False]
        if refused:
            return Verdict(False, change=_joined(verdict.change for verdict in refused))
        open_ones = [verdict for verdict in found if verdict.holds is None]
        if open_ones:
            missing = _joined(verdict.missing for verdict in open_ones)
            return Verdict(None, missing=missing, ask=_joined(verdict.ask for verdict in open_ones))
        return YES

    def _judge(self, condition: Condition) -> Verdict:
        if condition.question:
            return self._question(condition)
        if condition.limit:
            return self._limit(condition)
        return self._any_of(condition)

    def _question(self, condition: Condition) -> Verdict:
        question = next(found for found in self._book.questions if found.id == condition.question)
        chosen = self._answers.chosen.get(question.id)
        if chosen is None:
            unknown = question.ask if question.kind == "choice" else condition.missing
            return Verdict(None, missing=(unknown,), ask=(question.id,))
        if chosen & set(condition.fits):
            return YES
        if chosen & set(condition.unsure):
            return Verdict(None, missing=(condition.missing,))
        return Verdict(False, change=(condition.change,))

    def _limit(self, condition: Condition) -> Verdict:
        limit = self._book.limits[condition.limit or ""]
        under = is_under(limit, self._answers, self._book, self._amounts)
        if under is None:
            return Verdict(None, missing=(condition.missing,), ask=self._unanswered())
        return YES if under else Verdict(False, change=(condition.change,))

    def _any_of(self, condition: Condition) -> Verdict:
        found = [self.judge(name) for name in condition.any_of]
        if any(verdict.holds for verdict in found):
            return YES
        if any(verdict.holds is None for verdict in found):
            return Verdict(None, missing=(condition.missing,), ask=_joined(verdict.ask for verdict in found))
        return Verdict(False, change=(condition.change,))

    def _unanswered(self) -> tuple[str, ...]:
        known = {*self._answers.chosen, *([INCOME] if self._answers.income else [])}
        return tuple(name for name in NEEDED if name not in known)


def _joined(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All of the groups in order, each once."""
    return tuple(dict.fromkeys(name for group in groups for name in group))
