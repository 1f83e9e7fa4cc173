"""Working days in Belgium: Monday to Friday without the ten legal holidays."""

from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def legal_holidays(year: int) -> frozenset[date]:
    """The ten legal holidays of one year; feast days that fall on a Sunday are not needed for reckoning.

    The package also lists Easter Sunday and Whit Sunday: they are Sundays, so they change nothing.
    """
    return frozenset(holidays.country_holidays("BE", years=year))


def is_working_day(day: date) -> bool:
    """Whether `day` is no Saturday, Sunday or legal holiday."""
    return day.weekday() < SATURDAY and day not in legal_holidays(day.year)


def on_or_before_working_day(day: date) -> date:
    """`day`, or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    return day


def on_or_after_working_day(day: date) -> date:
    """`day`, or the first working day after it (art. 53 Judicial Code)."""
    while not is_working_day(day):
        day += DAY
    return day


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    return on_or_after_working_day(day + DAY)


def add_working_days(start: date, count: int) -> date:
    """The day `count` working days after `start` (before it when negative); `start` itself is not counted.

    With 0 the day itself comes back, working day or not.
    """
    step = DAY if count > 0 else -DAY
    day = start
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day
