"""Dates as a person says them, and the calendar leaf."""

from datetime import date, datetime
from typing import Literal

from ui.render.markup import esc
from ui.text import Text

Tone = Literal["now", "soon", "calm"]


def spoken_day(day: date, text: Text, *, year: bool = False) -> str:
    """`donderdag 14 januari`, with the year on request."""
    return text.fill(
        "date.day_year" if year else "date.day",
        weekday=text.lines("date.weekdays")[day.weekday()],
        day=day.day,
        month=text.lines("date.months")[day.month - 1],
        year=day.year,
    )


def spoken_time(moment: datetime, text: Text) -> str:
    """`14 uur`, `9.30 uur`."""
    if moment.minute == 0:
        return text.fill("date.whole_hour", hour=moment.hour)
    return text.fill("date.hour", hour=moment.hour, minute=f"{moment.minute:02d}")


def spoken_moment(moment: datetime, text: Text) -> str:
    """`donderdag 14 januari om 14 uur`; midnight means that no hour is known."""
    day = spoken_day(moment.date(), text)
    if (moment.hour, moment.minute) == (0, 0):
        return day
    return text.fill("date.moment", day=day, time=spoken_time(moment, text))


def days_left(day: date, today: date, text: Text) -> str:
    """`vandaag`, `morgen`, `nog 9 dagen`, `3 dagen geleden`."""
    left = (day - today).days
    named = {0: "date.today", 1: "date.tomorrow", -1: "date.yesterday"}
    if left in named:
        return text[named[left]]
    return text.fill("date.left" if left > 0 else "date.past", n=abs(left))


def spoken_page_date(page_date: str, text: Text) -> str:
    """The date of a page: a year, `maart 2026` or `14 maart 2026`, as much as is known (`2026[-03[-14]]`)."""
    parts = [int(part) for part in page_date.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = text.fill("date.month_year", month=text.lines("date.months")[parts[1] - 1], year=parts[0])
    return month if len(parts) == 2 else f"{parts[2]} {month}"


def spoken_answer(value: str, text: Text) -> str:
    """An answer as shown: a day in words, all else as it is."""
    try:
        return spoken_day(date.fromisoformat(value), text, year=True)
    except ValueError:
        return value


def leaf(day: date, text: Text) -> str:
    """The leaf of a calendar; the words beside it say the same, so it is hidden from screen readers."""
    month = text.lines("date.months_short")[day.month - 1]
    return f'<div class="leaf" aria-hidden="true"><b>{esc(month)}</b><span>{day.day}</span></div>'


def tone(day: date, today: date) -> Tone:
    """How near a day is: past or within two days = now, within two weeks = soon, else calm."""
    left = (day - today).days
    if left <= 2:
        return "now"
    return "soon" if left <= 14 else "calm"
