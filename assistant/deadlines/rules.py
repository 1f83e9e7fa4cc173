"""The rules for terms: data with sources (`corpus/terms.yaml`), plus the ceiling on collection costs."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from assistant.deadlines.terms import Duration, Unit
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Model

DayOne = Literal["same-day", "day-after", "third-day", "third-working-day"]


class Legal(Model):
    """How the law reckons: the first day that counts, and what it does with the last one."""

    day_one: DayOne
    shift: bool = Field(default=False, description="a last day that is no working day moves to the next")
    judicial_holiday: bool = Field(default=False, description="ends 15 September if wholly in July and August")


class Rule(Model):
    """One rule about a term. `legal` is None where no source gives a last legal day."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    use: Literal["safe", "legal", "both", "none"]
    text: str = Field(min_length=1, description="the rule in plain Dutch")
    say: str = Field(min_length=1, description="the rule in one short sentence, for the screen")
    count: int | None = None
    unit: Unit | None = None
    legal: Legal | None = None
    check: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def duration(self) -> Duration | None:
        """The term that the rule itself sets."""
        return Duration(self.count, self.unit) if self.count and self.unit else None


class Rules(Model):
    """All rules by id, and the ceiling on costs."""

    rules: Mapping[str, Rule]
    ceiling: tuple[Mapping[str, Any], ...]
    ceiling_most: Decimal
    judicial_holiday: Mapping[str, tuple[int, int]]

    def __getitem__(self, name: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        return self.rules[name]

    def holiday(self, year: int) -> tuple[date, date, date]:
        """First and last day of the judicial holiday, and the day that terms inside it move to."""
        first, last, until = (date(year, *self.judicial_holiday[key]) for key in ("first", "last", "until"))
        return first, last, until


@cache
def load_rules(root: Path = CORPUS_DIR) -> Rules:
    """The rules of `corpus/terms.yaml`. Raises ValidationError when the file breaks its form."""
    data = load_yaml(root / "terms.yaml")
    return Rules(
        rules={row["id"]: Rule(**row) for row in data["terms"]},
        ceiling=tuple(data["cost_ceiling"]["steps"]), ceiling_most=Decimal(str(data["cost_ceiling"]["most"])),
        judicial_holiday=data["judicial_holiday"],
    )  # fmt: skip


def cost_ceiling(debt: Decimal, root: Path = CORPUS_DIR) -> Decimal:
    """The most extra costs, in euro, that a company may ask a consumer on a debt of `debt` euro.

    Source: the rule `consument-max-kosten` (art. XIX.4 Code of Economic Law). Interest comes on top.
    """
    rules = load_rules(root)
    for step in rules.ceiling:
        if step["up_to"] is None or debt <= Decimal(str(step["up_to"])):
            above = max(debt - Decimal(str(step["above"])), Decimal(0))
            costs = Decimal(str(step["base"])) + above * Decimal(str(step["share"]))
            return min(costs, rules.ceiling_most).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    raise ValueError("the last step of cost_ceiling must have up_to: null")
