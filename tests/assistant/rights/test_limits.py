"""Income limits: the sum for each household, and both sides of every edge."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.rights import load_book
from assistant.rights.answers import Answers, Income
from assistant.rights.limits import Household, households, is_under, limit_for
from assistant.rights.model import Limit
from ingest.models import Amount

BOOK = load_book()
DAY = date(2026, 1, 1)
ALONE, COUPLE, OTHERS = "alleen of met mijn kinderen", "met mijn partner", "met andere volwassenen"


def amount(name: str, value: str) -> Amount:
    return Amount(id=name, what="x", value=Decimal(value), valid_from=DAY, source="s")


VALUES = {"one": "1000", "two": "1500", "three": "3000", "add": "100"}
AMOUNTS = {name: amount(name, value) for name, value in VALUES.items()}
NET = Limit(id="net", period="month", alone=("one",), family=("two",), large=("three",), per_child="add", rise=10)
GROSS = Limit(id="gross", period="year", gross=True, alone=("one", "one"), per_member="add", rise=20)
TWICE = Limit(id="twice", period="month", alone=("one",), couple=("one", "one"), others=("add",), plus=10, rise=0)


def given(
    income: Income | None, living: str | None = ALONE, children: str | None = "geen", source: str = "pensioen"
) -> Answers:
    chosen = {"inkomsten": frozenset({source})}
    if living:
        chosen["gezin"] = frozenset({living})
    if children:
        chosen["kinderen"] = frozenset({children})
    return Answers(chosen, income)


@pytest.mark.parametrize(
    "limit, household, euro",
    [
        (NET, Household(False, False, 0), "1000"), (NET, Household(False, False, 2), "1700"),
        (NET, Household(True, False, 3), "3300"), (NET, Household(True, False, 0), "1000"),
        (GROSS, Household(False, False, 0), "2000"), (GROSS, Household(True, False, 2), "2300"),
        (TWICE, Household(True, False, 0), "2200"), (TWICE, Household(False, True, 0), "110"),
        (TWICE, Household(False, False, 1), "1100"),
    ],
)  # fmt: skip
def test_the_sum_for_a_household(limit: Limit, household: Household, euro: str) -> None:
    assert limit_for(limit, household, AMOUNTS) == Decimal(euro)


@pytest.mark.parametrize(
    "euro, under", [(0, True), (1000, True), (1001, None), (1100, None), (1101, False)]
)  # fmt: skip
def test_edges_of_a_net_limit(euro: int, under: bool | None) -> None:
    assert is_under(NET, given(Income(euro, euro)), BOOK, AMOUNTS) is under


@pytest.mark.parametrize(
    "source, euro, under",
    [("pensioen", 150, True), ("pensioen", 151, None), ("pensioen", 200, None), ("pensioen", 201, False),
     ("loon", 116, True), ("loon", 117, None), ("eigen zaak", 117, None), ("loon", 201, False)],
)  # fmt: skip
def test_edges_of_a_gross_limit(source: str, euro: int, under: bool | None) -> None:
    """2,000 euro a year gross: 150 net a month at 90 percent, 116.67 at 70 percent; 2,400 after a rise."""
    assert is_under(GROSS, given(Income(euro, euro), source=source), BOOK, AMOUNTS) is under


@pytest.mark.parametrize(
    "income, under",
    [(Income(1, 1000), True), (Income(900, 1200), None), (Income(1101, 1300), False), (Income(4001, None), False),
     (Income(900, None), None), (None, None)],
)  # fmt: skip
def test_a_band_counts_as_a_whole(income: Income | None, under: bool | None) -> None:
    assert is_under(NET, given(income), BOOK, AMOUNTS) is under


def test_an_unknown_household_leaves_every_household_open() -> None:
    unknown = given(Income(1200, 1200), living=None, children=None)
    assert is_under(NET, unknown, BOOK, AMOUNTS) is None
    assert is_under(NET, given(Income(1000, 1000), living=None, children=None), BOOK, AMOUNTS) is True
    assert is_under(NET, given(Income(9000, 9000), living=None, children=None), BOOK, AMOUNTS) is False


def test_households_that_fit() -> None:
    assert list(households(given(None, COUPLE, "2"), BOOK.household)) == [Household(True, False, 2)]
    many = list(households(given(None, OTHERS, "4 of meer"), BOOK.household))
    assert [found.children for found in many] == [4, 5, 6, 7, 8, 9, 10]
    assert len(list(households(given(None, None, "1"), BOOK.household))) == 3


def test_the_words_about_the_household_are_answers_to_questions() -> None:
    answers = {question.id: question.answers for question in BOOK.questions}
    assert tuple(BOOK.household.living) == answers["gezin"]
    assert tuple(BOOK.household.children) == answers["kinderen"]
    assert set(BOOK.household.earned) <= set(answers["inkomsten"])
