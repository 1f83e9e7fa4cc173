"""Against naive counting, day by day, with an own list of holidays (Easter reckoned by Gauss's method)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.deadlines import Duration, add, add_working_days, is_working_day, load_rules, reckon

ONE = timedelta(days=1)
STARTS = [
    date(2026, 1, 31), date(2026, 4, 2), date(2026, 5, 13), date(2026, 7, 20), date(2026, 10, 30),
    date(2026, 11, 4),
    date(2026, 11, 10), date(2026, 11, 24), date(2026, 11, 27), date(2026, 12, 18),
    date(2026, 12, 24), date(2026, 12, 31),
    date(2027, 2, 28), date(2027, 3, 26), date(2027, 8, 14), date(2028, 2, 29),
]  # fmt: skip
DAYS = [1, 2, 3, 5, 7, 8, 10, 14, 15, 20, 30, 45, 60, 90]
DATES = st.dates(min_value=date(2024, 1, 1), max_value=date(2034, 12, 31))


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def free(day):
    fixed = {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}
    moving = {easter(day.year) + timedelta(days=n) for n in (1, 39, 50)}
    return day.weekday() > 4 or (day.month, day.day) in fixed or day in moving


def naive(start, count, counts=lambda day: True):
    day = start
    while count:
        day += ONE
        count -= bool(counts(day))
    return day


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("count", DAYS)
def test_calendar_days(start, count):
    days = reckon(start, Duration(count, "day"), load_rules()["kennisgeving-aangetekend-gewoon"])
    assert days.date == naive(start, count)
    back = days.date
    while free(back):
        back -= ONE
    assert days.do_by == back
    last = naive(naive(start, 3, lambda day: not free(day)), count - 1)
    while free(last):
        last += ONE
    assert days.latest == last


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 10])
def test_working_days(start, count):
    assert add(start, Duration(count, "working-day")) == naive(start, count, lambda day: not free(day))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("count", [1, 2, 3, 6, 12])
def test_months(start, count):
    month = start.month + count
    year, month = start.year + (month - 1) // 12, (month - 1) % 12 + 1
    day = start.day
    while True:
        try:
            expected = date(year, month, day)
            break
        except ValueError:
            day -= 1
    assert add(start, Duration(count, "month")) == expected


@given(DATES)
def test_holidays_are_the_ten_legal_ones(day):
    assert is_working_day(day) is not free(day)


@given(DATES, st.integers(1, 120), st.sampled_from(["day", "working-day", "week", "month"]))
def test_do_by_date_latest_are_in_order(start, count, unit):
    for rule in load_rules().rules.values():
        days = reckon(start, Duration(count, unit), rule)
        assert days.do_by <= days.date
        assert is_working_day(days.do_by)
        assert days.date > start or rule.legal is not None
        assert days.latest is None or days.date <= days.latest
        if rule.legal and rule.legal.shift:
            assert is_working_day(days.latest)


@given(DATES, st.integers(1, 40))
def test_working_days_there_and_back(start, count):
    there = add_working_days(start, count)
    assert is_working_day(there)
    assert add_working_days(there, -count) <= start or not is_working_day(start)


@given(DATES, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_term_never_ends_earlier(start, a, b):
    for unit in ("day", "working-day", "week", "month"):
        assert add(start, Duration(a, unit)) <= add(start, Duration(a + b, unit))


@given(DATES, st.integers(1, 36))
def test_months_keep_the_day_or_end_the_month(start, count):
    end = add(start, Duration(count, "month"))
    assert end.day == start.day or (end + ONE).day == 1
