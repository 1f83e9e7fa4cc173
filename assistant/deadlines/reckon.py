"""Three days for one term: the safe day, the working day to do it by, the last legal day."""

import datetime
from datetime import date, timedelta
from typing import NamedTuple

from assistant.deadlines.calendar import (
    DAY,
    add_working_days,
    on_or_after_working_day,
    on_or_before_working_day,
)
from assistant.deadlines.rules import Legal, Rule, load_rules
from assistant.deadlines.terms import Duration, add

THIRD = 3
EVICTION_NOTICE = 5


class Days(NamedTuple):
    """`date` = the safe day, `do_by` = that day or the last working day before it, `latest` = the last legal day."""

    date: datetime.date
    do_by: datetime.date
    latest: datetime.date | None


def reckon(start: date, duration: Duration, rule: Rule) -> Days:
    """The three days of a term that starts at `start` (date on the letter or of the act, itself not counted).

    The safe day is never moved forward. Where the rule counts the start day itself, it is one day earlier.
    """
    safe = add(start, duration)
    if rule.legal and rule.legal.day_one == "same-day":
        safe -= DAY
    latest = _latest(start, safe, duration, rule.legal) if rule.legal else None
    return Days(safe, on_or_before_working_day(safe), latest)


def fixed_day(day: date, *, shift: bool = False) -> Days:
    """The three days of a date that the letter itself names; `shift` only where a law moves it."""
    return Days(day, on_or_before_working_day(day), on_or_after_working_day(day) if shift else None)


def post_by(day: date) -> date:
    """The last day to post a registered letter that must have arrived on `day`: three working days earlier."""
    return add_working_days(on_or_before_working_day(day), -THIRD)


def notice_starts(posted: date, *, registered: bool = True) -> date:
    """The day a notice on a tenancy starts: the first of the month after the one in which it counts as given.

    A registered notice is given on the third working day after posting.
    """
    given = add_working_days(posted, THIRD) if registered else posted
    return add(given.replace(day=1), Duration(1, "month"))


def eviction_day(told: date) -> date:
    """The first day an eviction can take place when the bailiff announced it on `told`."""
    return add_working_days(told, EVICTION_NOTICE)


def _latest(start: date, safe: date, duration: Duration, legal: Legal) -> date:
    last = _last_day(start, safe, duration, legal)
    if legal.judicial_holiday:
        first_day, last_day, until = load_rules().holiday(start.year)
        if first_day <= start + DAY and last <= last_day and start.year == last.year:
            last = until
    return on_or_after_working_day(last) if legal.shift else last


def _last_day(start: date, safe: date, duration: Duration, legal: Legal) -> date:
    """From the first day that counts to the last: n days, or up to the day before the same day number."""
    match legal.day_one:
        case "same-day" | "day-after":
            return safe
        case "third-day":
            first = start + timedelta(days=THIRD)
        case "third-working-day":
            first = add_working_days(start, THIRD)
    end = add(first, duration)
    exists = duration.unit not in {"month", "year"} or end.day == first.day
    return max(end - DAY if exists else end, safe)
