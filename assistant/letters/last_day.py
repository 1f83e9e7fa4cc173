"""Is a date in a letter the last day for something? The words before it, behind it or above its column say so."""

import re

from assistant.letters.clean import CleanText
from assistant.letters.dates import FoundDate
from assistant.letters.patterns import just_before, letter_language, pattern
from assistant.plain import Span

BEFORE = 100
CELL = "|"
RULE = re.compile(r"[\s|+=-]*")
PAST, FROM = "na", "vóór"
"""Stand for the words before a day after which it is too late, and before the first day on which it is."""


def opening_of(letter: CleanText, found: FoundDate, sentence: Span) -> str | None:
    """The words that make the date a last day; None when there are none."""
    before = letter.text[max(0, found.start - BEFORE) : found.start]
    after = letter.text[found.end :]
    return _opening(before, after, sentence, month_end=found.month_end) or _column(letter, found)


def is_period(text: str, before: FoundDate, found: FoundDate) -> bool:
    """Whether the date ends a period that the date before it began."""
    return bool(re.fullmatch(letter_language("terms")["between_period"], text[before.end : found.start], re.IGNORECASE))


def is_window(text: str, before: FoundDate, found: FoundDate) -> bool:
    """Whether a period is one in which the reader may do something: "inschrijven kan van 9 tot 20 november"."""
    lead = text[max(0, before.start - BEFORE) : before.start]
    behind = pattern("terms", "window_behind").match(text, found.end)
    return _has("window", lead) or (behind is not None and _has("may", lead))


def continues_list(text: str, before: FoundDate, found: FoundDate) -> bool:
    """Whether the date stands in a row of days with the one before it: "15 december, 15 januari en 15 februari"."""
    between = text[before.end : found.start]
    return bool(re.fullmatch(letter_language("terms")["list_link"], between, re.IGNORECASE)) and before.day < found.day


def _opening(before: str, after: str, sentence: Span, *, month_end: bool) -> str | None:
    """The words that make a date a last day; None when there are none."""
    lead = re.sub(letter_language("terms")["article"], "", before, flags=re.IGNORECASE)
    label = pattern("terms", "label").search(before)
    if label and _has("label_else", label["words"]):
        return None
    if label and _has("label_due", label["words"]):
        return label["words"]
    strong = just_before("terms", "before_date").search(before) or just_before("terms", "before_date").search(lead)
    weak = just_before("terms", "weak_before_date").search(before)
    month = month_end and just_before("terms", "in_month").search(before)
    if month and _has("month_asks", sentence.text):
        return month[0]
    if strong:
        return strong[0]
    if weak and (_has("client", sentence.text) or _has("reader_acts", sentence.text)):
        return None if _other_use(before[: weak.start()]) else weak[0]
    past = just_before("terms", "past_word").search(before)
    if past and (pattern("terms", "too_late").match(after) or _comes_late(before[: past.start()], after)):
        return PAST
    if just_before("terms", "from_word").search(before) and pattern("terms", "no_more").match(after):
        return FROM
    # "Na 20 november betaald worden" speaks of what comes after the day.
    return after[:1] if past is None and pattern("terms", "after_date").match(after) else None


def _other_use(lead: str) -> bool:
    """Whether the words before "tot" or "voor" speak of a period, or of something made for that day."""
    return _has("veto_noun", lead) or (_has("veto_before", lead) and not _has("handed_in", lead))


def _comes_late(lead: str, after: str) -> bool:
    """Whether what arrives after the day fares otherwise: "wat na 20 november binnenkomt, schuift door"."""
    if _has("late_before", lead):
        return True
    return _has("late_lead", lead) and pattern("terms", "late_arrival").match(after) is not None


def _has(key: str, text: str) -> bool:
    return pattern("terms", key).search(text) is not None


def _column(letter: CleanText, found: FoundDate) -> str | None:
    """The head of the column that holds the date, where it says that the column holds last days."""
    line = letter.line_at(found.start)
    if CELL not in line.text:
        return None
    place = line.text[: found.start - line.start].count(CELL)
    for above in reversed(letter.text[: line.start].rstrip("\n").split("\n")):
        if CELL not in above and not RULE.fullmatch(above):
            return None
        cells = above.split(CELL)
        head = cells[place] if place < len(cells) else ""
        if pattern("terms", "due_column").match(head):
            return head
    return None
