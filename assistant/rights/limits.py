"""Is the income under a limit? Reckons with every household that the answers leave possible."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from assistant.rights.answers import Answers
from assistant.rights.model import Book, HouseholdWords, Limit
from ingest.models import Amount

LIVING, CHILDREN, SOURCES = "gezin", "kinderen", "inkomsten"
"""Ids of the questions about the household and where its money comes from."""
LARGE = 3
MONTHS = 12


class Household(NamedTuple):
    """Who lives together, as far as limits ask."""

    partner: bool
    others: bool
    children: int


def households(answers: Answers, words: HouseholdWords) -> Iterator[Household]:
    """Every household that fits the answers; a skipped question leaves all of its answers open."""
    living = answers.chosen.get(LIVING, frozenset(words.living))
    children = answers.chosen.get(CHILDREN, frozenset(words.children))
    for way, count in product(sorted(living), sorted(children)):
        fewest, most = words.children[count]
        for number in range(fewest, most + 1):
            yield Household(*words.living[way], number)


def limit_for(limit: Limit, household: Household, amounts: Mapping[str, Amount]) -> Decimal:
    """The highest income in euro, by the period of the limit."""
    base = _base(limit, household)
    total = sum((amounts[name].value for name in base), Decimal(0))
    if limit.per_child:
        total += amounts[limit.per_child].value * household.children
    if limit.per_member:
        total += amounts[limit.per_member].value * (household.partner + household.children)
    return total * (100 + limit.plus) / 100


def is_under(limit: Limit, answers: Answers, book: Book, amounts: Mapping[str, Amount]) -> bool | None:
    """True = surely under, False = surely above even after a rise, None = not to be said."""
    if answers.income is None:
        return None
    tops = [limit_for(limit, household, amounts) for household in households(answers, book.household)]
    periods = MONTHS if limit.period == "year" else 1
    low = Decimal(answers.income.low) * periods
    if low > max(tops) * (100 + limit.rise) / 100:
        return False
    if answers.income.high is None:
        return None
    high = Decimal(answers.income.high) * periods
    if limit.gross:
        high = high * 100 / _net_share(answers, book)
    return True if high <= min(tops) else None


def _base(limit: Limit, household: Household) -> Sequence[str]:
    """The most precise row that the limit has for this household."""
    if household.children >= LARGE and limit.large:
        return limit.large
    if household.children and limit.family:
        return limit.family
    if household.partner and limit.couple:
        return limit.couple
    if household.others and limit.others:
        return limit.others
    return limit.alone


def _net_share(answers: Answers, book: Book) -> int:
    """A wage, or an income that we do not know, may be a smaller part of the gross sum than a benefit is."""
    sources = answers.chosen.get(SOURCES)
    known_benefit = sources is not None and not sources & set(book.household.earned)
    return book.estimate.other_share if known_benefit else book.estimate.wage_share
