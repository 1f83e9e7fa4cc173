"""A term such as "3 months", and the day it leads to."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from assistant.deadlines.calendar import add_working_days

Unit = Literal["day", "working-day", "week", "month", "year"]
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7


class Duration(NamedTuple):
    """So many days, working days, weeks, months or years. Negative = counted back."""

    number: int
    unit: Unit


def add(start: date, duration: Duration) -> date:
    """`start` + term; the start day is not counted.

    Months and years keep the day number; where that day does not exist, the last day of the month is taken
    (art. 54 Judicial Code). Never moved for a weekend or a holiday.
    """
    match duration.unit:
        case "day":
            return start + timedelta(days=duration.number)
        case "week":
            return start + timedelta(days=DAYS_A_WEEK * duration.number)
        case "working-day":
            return add_working_days(start, duration.number)
        case "month":
            return _add_months(start, duration.number)
        case "year":
            return _add_months(start, MONTHS_A_YEAR * duration.number)


def end_of_month(day: date, months_later: int = 0) -> date:
    """The last calendar day of the month of `day`, or of a month after it."""
    first = _add_months(day.replace(day=1), months_later)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _add_months(start: date, count: int) -> date:
    months = start.year * MONTHS_A_YEAR + start.month - 1 + count
    year, month = divmod(months, MONTHS_A_YEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
