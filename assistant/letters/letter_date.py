"""The date on the letter: the day from which its terms are counted."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.letters.clean import CleanText
from assistant.letters.dates import FoundDate, find_dates
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.times import find_times

LABEL = 60
RECENT = 200
"""Days: an older letter would bear its year."""
STAMP = 160
"""Characters at the top of a message in which its day and hour of sending stand."""


def find_letter_date(letter: CleanText, today: date | None = None) -> date | None:
    """The date of the letter or of the act; None when no place in the letter says it.

    Behind a place in the heading a day without a year counts as well, where `today` tells which year that is.

    A label ("Datum:") counts more than "Gent, 4 november 2026" on its own line, that more than the opening
    of a deed, and that more than a lone date in the heading. A date of birth, of a law, or with an hour is none.
    """
    dates = [row for row in find_dates(letter.text, None) if not row.guessed]
    top = _top(letter)
    ranked = sorted(_candidates(letter, dates, top))
    if ranked or today is None:
        return ranked[0][2] if ranked else None
    return next(_without_year(letter, today, top), None)


def _without_year(letter: CleanText, today: date, top: int) -> Iterator[date]:
    """Days alone on a line of the heading behind a place ("Gent, woensdag 18 november"): the last such day."""
    rules = letter_language("fields")["letter_date"]
    for row in find_dates(letter.text, today):
        line = letter.line_at(row.start)
        before, rest = letter.text[line.start : row.start], letter.text[row.end : line.end].strip(" .,")
        placed = re.match(rules["place"], before, re.IGNORECASE) and re.search(rules["placed"], before)
        if row.start >= top or rest or not placed or re.search(rules["veto"], before, re.IGNORECASE):
            continue
        last = row.day if row.day <= today else _year_before(row.day)
        if row.guessed and last and (today - last).days < RECENT:
            yield last


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def _candidates(letter: CleanText, dates: list[FoundDate], top: int) -> Iterator[tuple[int, int, date]]:
    rules = letter_language("fields")["letter_date"]
    times = [time.start for time in find_times(letter.text)]
    for row in dates:
        line = letter.line_at(row.start)
        before = re.split(r"\s{3,}|\|", letter.text[line.start : row.start])[-1]
        rest = letter.text[row.end : line.end].strip(" .,\u2013-")
        near_time = any(row.end <= place < row.end + LABEL // 2 for place in times) and "@" not in letter.text[:top]
        if re.search(rules["veto"], before, re.IGNORECASE):
            continue
        above = letter.text[max(0, line.start - LABEL) : row.start] if not before.strip() else before
        if re.search(rules["label"], above, re.IGNORECASE) and not near_time and not _hour_below(letter, line.end):
            invoice = re.search(rules["invoice"], above, re.IGNORECASE)
            yield (2 if invoice else 0 if row.start < top else 3), row.start, row.day
        elif _in_date_column(letter, line.start):
            yield 0, row.start, row.day
        elif re.match(rules["place"], before, re.IGNORECASE) and not rest and not near_time:
            yield (1 if row.start < top else 2), row.start, row.day
        elif row.start < top and pattern_act(letter.text[max(0, row.start - LABEL) : row.end]):
            yield 2, row.start, row.day
        elif row.start < top and len(rest) < LABEL and not near_time:
            yield 4, row.start, row.day
        elif row.start < STAMP and not before.strip() and re.fullmatch(rules["stamp"], rest, re.IGNORECASE):
            yield 5, row.start, row.day


def _in_date_column(letter: CleanText, line: int) -> bool:
    """Whether the date stands below a row of labels, one of which says "datum"."""
    above = letter.text[: max(line - 1, 0)].rsplit("\n", 1)[-1]
    heads = [part.strip(" :") for part in re.split(r"\s{3,}|\|", above.strip()) if part.strip()]
    if not any(pattern("fields", "date_row").search(head) for head in heads):
        return False
    return any(pattern("fields", "date_head").fullmatch(head) for head in heads)


def pattern_act(text: str) -> bool:
    """Whether a deed opens here."""
    return re.search(letter_language("fields")["letter_date"]["act"], text, re.IGNORECASE) is not None


def _hour_below(letter: CleanText, end: int) -> bool:
    following = letter.text[end : end + LABEL]
    return bool(re.match(r"\s*(?:uur|tijdstip|tijd|heure)\s*:", following, re.IGNORECASE))


def _top(letter: CleanText) -> int:
    """Where the heading ends: at the salutation, or after a third of the first page."""
    match = pattern("layout", "salutation").search(letter.text, LABEL)
    first_page = letter.starts[1] if len(letter.starts) > 1 else len(letter.text)
    return match.start() if match and match.start() < first_page else max(first_page // 3, 400)
