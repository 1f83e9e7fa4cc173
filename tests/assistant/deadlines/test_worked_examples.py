from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from assistant.deadlines import (
    Duration,
    cost_ceiling,
    end_of_month,
    eviction_day,
    fixed_day,
    load_rules,
    notice_starts,
    on_or_before_working_day,
    post_by,
    reckon,
)
from ingest.corpus import CORPUS_DIR, load_yaml

ROWS = yaml.safe_load((Path(__file__).parent / "worked.yaml").read_text(encoding="utf-8"))
WITHOUT_TERM = {
    "einde-van-de-maand", "opzeg-huur-eerste-van-de-maand", "op-tijd-is-aangekomen", "consument-max-kosten",
    "geen-hard-getal",
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['rule']}-{row['start']}")
def test_worked_example(row):
    rule = load_rules()[row["rule"]]
    duration = Duration(row["count"], row["unit"]) if "count" in row else rule.duration
    days = reckon(row["start"], duration, rule)
    assert days == (row["date"], row.get("do_by", row["date"]), row.get("latest"))


def test_every_rule_has_a_worked_example():
    rules = load_rules().rules
    assert len(rules) == 39
    assert {row["rule"] for row in ROWS} | WITHOUT_TERM == set(rules)


def test_every_source_of_a_rule_exists():
    known = {
        row["id"] for path in (CORPUS_DIR / "sources").glob("*.yaml") for row in load_yaml(path)["sources"]
    } | {row["id"] for row in load_yaml(CORPUS_DIR / "sources.yaml").get("sources", [])}
    for rule in load_rules().rules.values():
        assert set(rule.sources) <= known, rule.id


@pytest.mark.parametrize(
    ("day", "last", "do_by"),
    [
        (date(2026, 11, 4), date(2026, 11, 30), date(2026, 11, 30)),
        (date(2027, 1, 12), date(2027, 1, 31), date(2027, 1, 29)),
        (date(2028, 2, 1), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 10, 15), date(2027, 10, 31), date(2027, 10, 29)),
    ],
)
def test_end_of_month(day, last, do_by):
    assert end_of_month(day) == last
    assert on_or_before_working_day(last) == do_by


def test_a_date_in_the_letter_never_moves_unless_a_law_says_so():
    saturday = date(2026, 12, 12)
    assert fixed_day(saturday) == (saturday, date(2026, 12, 11), None)
    assert fixed_day(saturday, shift=True).latest == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("day", "posted"), [(date(2027, 2, 24), date(2027, 2, 19)), (date(2026, 12, 20), date(2026, 12, 15))]
)
def test_post_by(day, posted):
    assert post_by(day) == posted


def test_notice_of_a_tenancy():
    assert notice_starts(date(2023, 4, 29)) == date(2023, 6, 1)
    assert notice_starts(date(2026, 11, 20)) == date(2026, 12, 1)
    assert notice_starts(date(2026, 11, 30), registered=False) == date(2026, 12, 1)


def test_eviction_day():
    assert eviction_day(date(2026, 12, 22)) == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("debt", "most"),
    [("80", "20.00"), ("150", "20.00"), ("300", "45.00"), ("500", "65.00"), ("1000", "90.00"), ("90000", "2000.00")],
)
def test_cost_ceiling(debt, most):
    assert cost_ceiling(Decimal(debt)) == Decimal(most)
