"""The reckoning in simple words, so that anyone can check it."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from assistant.deadlines.calendar import DAY, is_working_day
from assistant.deadlines.reckon import Days
from assistant.deadlines.terms import Duration
from assistant.sentences import load_sentences
from ingest.corpus import CORPUS_DIR, load_yaml


class Names(NamedTuple):
    """Months and days of the week, from January and Monday."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]


@cache
def load_names(root: Path = CORPUS_DIR) -> Names:
    """The Dutch names of `corpus/language/letters/calendar.yaml`."""
    data = load_yaml(root / "language" / "letters" / "calendar.yaml")
    return Names(tuple(data["say"]["months"]), tuple(data["say"]["weekdays"]))


def say_day(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """A day in words: "woensdag 18 november 2026"."""
    names = load_names()
    parts = [names.weekdays[day.weekday()]] if weekday else []
    parts += [str(day.day), names.months[day.month - 1]] + ([str(day.year)] if year else [])
    return " ".join(parts)


def say_duration(duration: Duration) -> str:
    """A term in words: "14 dagen", "1 maand"."""
    count = abs(duration.number)
    number = "one" if count == 1 else "many"
    return f"{count} {load_sentences()[f'term.{duration.unit}.{number}']}"


def sum_of_term(
    start: date, duration: Duration, days: Days, today: date, *, start_words: str, counts_start: bool = False
) -> str:
    """How the safe day was found. `start_words` is a sentence key for what happened on the start day."""
    say = load_sentences()
    near = days.date.year == start.year
    parts = [
        say.say(start_words, day=say_day(start, weekday=False, year=not near)),
        say.say("sum.back" if duration.number < 0 else "sum.have", term=say_duration(duration)),
    ]
    if counts_start:
        parts.append(say["sum.counts-start"])
    parts.append(say.say("sum.so", day=say_day(days.date, year=not near)))
    return " ".join(parts + _after(days, today, near=near))


def sum_of_day(days: Days, today: date, *, reason: str | None = None) -> str:
    """The same for a date that stands in the letter; `reason` is a ready sentence that goes first."""
    parts = [reason or load_sentences().say("sum.fixed", day=say_day(days.date))]
    return " ".join(parts + _after(days, today, near=True))


def _after(days: Days, today: date, *, near: bool) -> list[str]:
    say = load_sentences()
    found = []
    if days.do_by != days.date:
        why = "sum.weekend" if days.date.weekday() > 4 or is_working_day(days.date) else "sum.holiday"
        same_year = near and days.do_by.year == days.date.year
        found.append(say.say(why, day=say_day(days.do_by, year=not same_year)))
    if days.date < today:
        still = days.latest is not None and days.latest >= today
        found.append(say["sum.maybe-in-time"] if still else say["sum.passed"])
    elif days.date == today:
        found.append(say["sum.today"])
    elif days.date == today + DAY:
        found.append(say["sum.tomorrow"])
    return found
