"""The shape of corpus/rights/*.yaml: a closed set of keys, no expressions."""

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from ingest.models import Model

SLUG = r"^[a-z0-9][a-z0-9-]*$"
Theme = Literal["inkomen", "wonen", "energie", "gezondheid", "kinderen", "werk", "vervoer", "vrije-tijd", "recht"]
THEMES: tuple[str, ...] = get_args(Theme)
"""In the order in which they are shown."""
Authority = Literal["federal", "flemish", "local"]
DO_NOT_KNOW, SKIP = "weet ik niet", "overslaan"
"""Always allowed as an answer; the check then goes on without it."""


class Question(Model):
    """One quick question with closed answers. `many` = more than one may fit; `euro` = a sum for each month."""

    id: str = Field(pattern=SLUG)
    ask: str = Field(min_length=1)
    why: str = Field(min_length=1)
    kind: Literal["choice", "many", "euro"] = "choice"
    options: tuple[str, ...] = ()
    none: str | None = Field(default=None, description="the answer of a `many` question that marks nothing")
    bands: Mapping[str, tuple[int, int | None]] = Field(default={}, description="answer -> euro a month, from and to")

    @property
    def answers(self) -> tuple[str, ...]:
        """The closed answers, in order."""
        return self.options or tuple(self.bands)


class Condition(Model):
    """One condition: fitting answers to a question, an income under a limit, or one of other conditions."""

    id: str = Field(pattern=SLUG)
    question: str | None = None
    fits: tuple[str, ...] = ()
    unsure: tuple[str, ...] = Field(default=(), description="with these answers something is still to be known")
    limit: str | None = None
    any_of: tuple[str, ...] = ()
    at_most_maybe: bool = Field(default=False, description="never sure enough for `likely`")
    missing: str = Field(min_length=1, description="what is still to be known, in plain words")
    change: str = Field(min_length=1, description="what would make it possible")


class Limit(Model):
    """The highest income for a right, as sums of amount ids. `plus`, `rise` in percent."""

    id: str = Field(pattern=SLUG)
    period: Literal["month", "year"]
    gross: bool = False
    alone: tuple[str, ...] = Field(min_length=1)
    couple: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    large: tuple[str, ...] = Field(default=(), description="with three children or more")
    per_child: str | None = None
    per_member: str | None = Field(default=None, description="for a partner and for each child")
    plus: int = Field(default=0, ge=0, description="percent that the rule itself adds")
    rise: int = Field(ge=0, description="percent that the limit may have risen since its date")

    @property
    def amounts(self) -> tuple[str, ...]:
        """Every amount id that the limit uses."""
        extra = [name for name in (self.per_child, self.per_member) if name]
        return (*self.alone, *self.couple, *self.others, *self.family, *self.large, *extra)


class Estimate(Model):
    """Our own estimate, no rule: the net part of a gross income, in percent, at the least."""

    wage_share: int = Field(gt=0, le=100)
    other_share: int = Field(gt=0, le=100)


class HouseholdWords(Model):
    """What the answers about the household mean."""

    living: Mapping[str, tuple[bool, bool]] = Field(description="answer -> partner, other adults")
    children: Mapping[str, tuple[int, int]] = Field(description="answer -> fewest and most children")
    earned: tuple[str, ...] = Field(description="incomes of which net and gross lie far apart")


class Right(Model):
    """One right. All `conditions` must hold; `check` is always still to be known."""

    id: str = Field(pattern=SLUG)
    title: str = Field(min_length=1)
    theme: Theme
    level: Authority
    gives: str = Field(min_length=1)
    how: str = Field(min_length=1)
    where: str = Field(description="organisation id")
    bring: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    automatic: bool = False
    have: str | None = Field(default=None, description="condition id: who meets it has this already")
    conditions: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    procedure: str | None = None
    sources: tuple[str, ...] = Field(min_length=1)


class Book(Model):
    """All of corpus/rights."""

    questions: tuple[Question, ...]
    conditions: Mapping[str, Condition]
    limits: Mapping[str, Limit]
    estimate: Estimate
    household: HouseholdWords
    rights: tuple[Right, ...]
