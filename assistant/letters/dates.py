"""Find every date in a letter, in figures or in words. What a date means is decided elsewhere."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from assistant.deadlines import Duration, add, end_of_month
from assistant.letters.numbers import (
    any_of,
    calendar_words,
    number_words,
    ordinal_words,
    to_number,
    to_year,
    year_pattern,
)

FAR_AHEAD = 300
"""A day without a year lies in the coming ten months, or else it has just passed."""
WEEK = 7
SHORT_NAME = 3
""""ma" and "di." are short names of days."""
EARLIEST, LATEST = 1900, 2100


class FoundDate(NamedTuple):
    """A date in the text from `start` to `end`. `guessed` = the year was not written.

    `back` = a word such as "die dag" that points back to a day named before.
    """

    start: int
    end: int
    day: date
    guessed: bool = False
    weekday_fits: bool = True
    month_end: bool = False
    back: bool = False


class _Patterns(NamedTuple):
    full: tuple[re.Pattern[str], ...]
    month_end: tuple[re.Pattern[str], ...]
    day_of_month: re.Pattern[str]
    bare_day: re.Pattern[str]
    weekday: re.Pattern[str]
    short: re.Pattern[str]
    past: re.Pattern[str]
    relative: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


def find_dates(text: str, reference: date | None) -> list[FoundDate]:
    """All dates in order of place; the longest wins where two overlap.

    `reference` is the date on the letter: without it a date without a year, an end of month or a
    "maandag e.k." is left out.
    """
    found = [*_full(text, reference)]
    if reference is not None:
        found += [*_month_ends(text, reference), *_days_of_month(text, reference), *_weekdays(text, reference)]
        found += [*_bare_days(text, reference), *_named_days(text, reference)]
        found += [*_short(text, reference), *_relative(text, reference)]
    found.sort(key=lambda row: (row.start, -row.end))
    kept: list[FoundDate] = []
    for row in found:
        if not kept or row.start >= kept[-1].end:
            kept.append(row)
    return kept


def _full(text: str, reference: date | None) -> Iterator[FoundDate]:
    patterns = _patterns()
    for pattern in patterns.full:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            day, month = to_number(groups["day"]), _month(groups["month"])
            year = to_year(groups["year"]) if groups.get("year") else None
            if day is None or month is None:
                continue
            past = bool(patterns.past.match(text, match.end()))
            moment = _date(year, month, day) if year else _near(month, day, reference, past=past)
            if moment is None or not EARLIEST < moment.year < LATEST:
                continue
            named = groups.get("weekday")
            fits = not named or patterns.weekdays[named.lower()] == moment.weekday()
            yield FoundDate(match.start(), match.end(), moment, year is None, fits)


def _near(month: int, day: int, reference: date | None, *, past: bool) -> date | None:
    """The year that is not written: the coming one, or the last one where the text says so or the coming one is far."""
    if reference is None:
        return None
    this, following, last = (_date(reference.year + n, month, day) for n in (0, 1, -1))
    ahead = this if this and this >= reference else following
    before = this if this and this <= reference else last
    if ahead is None or past:
        return before
    return before if (ahead - reference).days > FAR_AHEAD and before else ahead


def _month_ends(text: str, reference: date) -> Iterator[FoundDate]:
    next_month = calendar_words()["next_month"]
    for pattern in _patterns().month_end:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = _month(groups["month"]) if groups.get("month") else None
            if month:
                year = to_year(groups["year"]) if groups.get("year") else None
                first = date(year, month, 1) if year else _near_month(month, reference)
                end = end_of_month(first)
                if groups.get("span") and end > end_of_month(reference, 1):
                    # "Nog in november" is said in November or in the month before it.
                    continue
            else:
                later = re.sub(r"\s+", " ", groups.get("which") or "").lower() in next_month
                end = end_of_month(reference, int(later))
            span = "span" if groups.get("span") else 0
            yield FoundDate(match.start(span), match.end(span), end, month_end=True)


def _named_days(text: str, reference: date) -> Iterator[FoundDate]:
    """ "Vóór Kerstmis", "tegen het einde van het jaar": the first such day that comes."""
    data = calendar_words()
    for row in data["named_days"]:
        for match in _named(row["words"], data["named_due"]).finditer(text):
            moment = _near(row["month"], row["day"], reference, past=False)
            if moment:
                yield FoundDate(*match.span("named"), moment, guessed=True, month_end=row.get("end", False))


def _near_month(month: int, reference: date) -> date:
    year = reference.year if month >= reference.month else reference.year + 1
    return date(year, month, 1)


def _days_of_month(text: str, reference: date) -> Iterator[FoundDate]:
    for match in _patterns().day_of_month.finditer(text):
        which = match["which"] or match["which2"]
        later = re.sub(r"\s+", " ", which).lower() in calendar_words()["next_month"]
        first = add(reference.replace(day=1), Duration(int(later), "month"))
        number = to_number(match["day"])
        moment = _date(first.year, first.month, number) if number else None
        if moment:
            yield FoundDate(match.start(), match.end(), moment, guessed=True)


def _bare_days(text: str, reference: date) -> Iterator[FoundDate]:
    """ "Ten laatste de twintigste": in the month of the letter, or in the next one when that day has gone by."""
    for match in _patterns().bare_day.finditer(text):
        number = to_number(match["day"]) or 0
        first = add(reference.replace(day=1), Duration(int(number < reference.day), "month"))
        moment = _date(first.year, first.month, number)
        if moment:
            yield FoundDate(match.start("day"), match.end("day"), moment, guessed=True)


def _short(text: str, reference: date) -> Iterator[FoundDate]:
    """A day and month in figures without a year, behind the name of the day or a word that announces one."""
    patterns = _patterns()
    for match in patterns.short.finditer(text):
        # A stroke makes a date; a point or a dash may as well stand in a price or between hours.
        point = match["sep"] == "." and len(match["weekday"] or "") > SHORT_NAME
        stroke = match["sep"] == "/" and (match["weekday"] or match["cue"])
        if not (match["due"] or point or stroke):
            continue
        past = bool(patterns.past.match(text, match.end()))
        moment = _near(int(match["month"]), int(match["day"]), reference, past=past)
        if moment:
            yield FoundDate(match.start("weekday" if match["weekday"] else "day"), match.end(), moment, guessed=True)


def _relative(text: str, reference: date) -> Iterator[FoundDate]:
    """ "Uiterlijk morgen", counted from the day of the letter."""
    days = calendar_words()["relative"]["days"]
    for match in _patterns().relative.finditer(text):
        moment = reference + timedelta(days=days[match["word"].lower()])
        yield FoundDate(match.start("word"), match.end("word"), moment, guessed=True)


def _weekdays(text: str, reference: date) -> Iterator[FoundDate]:
    patterns = _patterns()
    for match in patterns.weekday.finditer(text):
        named = match["weekday"] or match["weekday2"] or match["weekday3"]
        wanted = patterns.weekdays[named.lower()]
        ahead = (wanted - reference.weekday()) % WEEK or WEEK
        start = match.start("weekday3") if match["weekday3"] else match.start()
        yield FoundDate(start, match.end(), reference + timedelta(days=ahead), guessed=True)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(text: str) -> int | None:
    word = text.strip().lower()
    return int(word) if word.isdigit() else _patterns().months.get(word)


@cache
def _named(words: str, due: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{due})\s+(?P<named>{words})(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    data = calendar_words()
    months = {name: number for number, names in data["months"].items() for name in names}
    weekdays = {name: number for number, names in data["weekdays"].items() for name in names}
    relative = data["relative"]
    long = [name for name in weekdays if len(name) > SHORT_NAME]
    weekday = rf"(?:\b(?P<weekday>{any_of(weekdays)})(?:,?\s+(?:de|den|le)(?=\s))?[\s,]+)?"
    day = rf"(?P<day>\d{{1,2}}|{any_of({**ordinal_words(), **number_words()})}){data['day_filler']}"
    month = rf"(?P<month>{any_of(months)})\b\.?"
    year = rf"(?P<year>\d{{4}}|['’]\d\d|{year_pattern()})"
    figure = r"(?<![\d/.,+-])(?P<day>\d{1,2})\s?(?P<sep>[./-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?"
    first = "|".join(data["year_first"])
    return _Patterns(
        full=_compiled(
            r"(?<![\d/.-])(?P<year>20\d\d|19\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-]|[.,]\d)",
            weekday + figure + r"(?P<year>20\d\d|19\d\d|['’]?[23]\d)(?![\d/]|[.,-]\d)",
            rf"(?:{first})\s+{year}{data['year_first_middle']}(?<![\w]){day}\s+{month}",
            weekday + rf"(?<![\w.,/-]){day}[\s.-]+{month}(?:,?\s+{year}(?![\d]))?",
        ),
        month_end=_compiled(*(rf"\b{p.format(months=any_of(months))}(?!\w)" for p in _braces(data["month_end"]))),
        day_of_month=re.compile(
            r"(?<!\w)" + data["day_of_month"].replace("{ordinals}", any_of(ordinal_words())), re.IGNORECASE
        ),
        bare_day=re.compile(data["bare_day"].replace("{ordinals}", any_of(ordinal_words())), re.IGNORECASE),
        weekday=re.compile(
            rf"\b(?P<weekday>{any_of(weekdays)})\s+(?:{relative['weekday_after']})"
            rf"|\b(?:{relative['weekday_before']})\s+(?P<weekday2>{any_of(weekdays)})(?!\s+\d)"
            rf"|\b(?:{relative['weekday_due']})\s+(?P<weekday3>{any_of(long)})(?![\w.,]*\s+\w*\d|\s+\w+\s+(?:{any_of(months)}))",
            re.IGNORECASE,
        ),
        short=re.compile(data["short_date"].replace("{weekdays}", any_of(weekdays)), re.IGNORECASE),
        past=re.compile(rf"\s*(?:{relative['past']})", re.IGNORECASE),
        relative=re.compile(
            rf"\b(?:{relative['day_due']})\s+(?P<word>{any_of(relative['days'])})(?!\w)", re.IGNORECASE
        ),
        months=months, weekdays=weekdays,
    )  # fmt: skip


def _braces(patterns: list[str]) -> list[str]:
    """Double the braces of quantifiers so that `format` fills only `{months}`."""
    return [re.sub(r"\{(\d+(?:,\d*)?)\}", r"{{\1}}", pattern) for pattern in patterns]


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
