"""The terms in a letter that ask something of the reader, each with its three days and the sum."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from assistant.deadlines import add, load_rules
from assistant.letters.asks import another_acts, asks_reader, topic_of
from assistant.letters.by_day import before_word, must_be_there
from assistant.letters.clean import CleanText, quoted
from assistant.letters.dates import FoundDate, find_dates
from assistant.letters.durations import FoundTerm, find_terms
from assistant.letters.last_day import FROM, PAST, continues_list, is_period, is_window, opening_of
from assistant.letters.patterns import pattern
from assistant.letters.refer import with_references
from assistant.letters.same_words import in_same_words
from assistant.letters.term_days import Setting, fixed, reckoned, start_of
from assistant.models import Deadline
from assistant.plain import Span

VAGUE = {"other"}
LISTED = ","
"""Stands for the words before a day of a list: they stand before its first day."""

ON_DAY = "@"
"""Stands for them where the whole clause makes the day a last one."""

WINDOW = "-"
"""Stands for them where a period in which something can be done ends."""


class Due(NamedTuple):
    """A term with its subject and place. `optional` = the reader may, but need not."""

    deadline: Deadline
    topic: str
    place: int
    sentence: Span

    @property
    def optional(self) -> bool:
        """Appeals and objections are a right, not a duty."""
        return self.topic in {"appeal", "object", "cancel"}


def find_due(letter: CleanText, setting: Setting) -> list[Due]:
    """All terms for the reader, by date, those without a date last; each day and subject once."""
    searched = in_same_words(letter)
    dates = with_references(searched.text, find_dates(searched.text, setting.letter_date or setting.today))
    found = [*_counted(searched, dates, setting), *_dated(searched, dates, setting)]
    found = [_as_written(due, letter) for due in found or _undated(searched, setting)]
    found.sort(key=lambda due: (due.deadline.date or date.max, due.optional, due.place))
    kept: dict[tuple[date | None, bool], Due] = {}
    for due in found:
        kept.setdefault((due.deadline.date, due.optional), due)
    return list(kept.values())


def _as_written(due: Due, letter: CleanText) -> Due:
    """The term with the words of the letter itself."""
    sentence = letter.sentence_at(due.place)
    return due._replace(sentence=sentence, deadline=due.deadline.model_copy(update={"quote": quoted(sentence)}))


def _counted(letter: CleanText, dates: Sequence[FoundDate], setting: Setting) -> Iterator[Due]:
    for term in find_terms(letter.text, dates):
        sentence = letter.sentence_at(term.start)
        once = term.origin == "appointment" or pattern("terms", "this_letter").match(letter.text, term.end) is not None
        if term.origin == "standing" or not _asks(letter, sentence, term.start, term.end, once=once):
            continue
        topic = _topic(letter, sentence, term.start, setting.asks)
        start = start_of(term, setting)
        if term.origin in {"appointment"} and start is None:
            continue
        if start and term.origin == "event" and topic != "appeal" and _is_history(start, term, setting):
            continue
        yield Due(reckoned(term, start, topic, quoted(sentence), setting, letter.text), topic, term.start, sentence)


def _asks(
    letter: CleanText, sentence: Span, start: int, end: int, *, once: bool = False, dated: bool = False
) -> bool:
    """Whether the term is for the reader now; a question before it may say that it only holds for later.

    What is counted from an appointment holds `once`, whatever the sentence says about illness or moving. A
    day that is `dated` is no standing duty: "wil u minder per maand, bel ons tegen 27 november".
    """
    before = letter.sentence_at(max(sentence.start - 2, 0))
    earlier = "" if before == sentence else before.text
    holds = once or pattern("terms", "standing_question").search(earlier) is None
    # A day without its month ("de vijfde") may come back each month.
    once = once or (dated and re.search(r"\W", letter.text[start:end]) is not None)
    return holds and asks_reader(sentence, start, end, once=once, before=earlier)


def _topic(letter: CleanText, sentence: Span, place: int, asks: str | None) -> str:
    """What a term is about; where its own sentence does not say so: the kind, else the sentence before it."""
    topic = topic_of(sentence.text, place - sentence.start)
    if topic not in VAGUE or asks:
        return asks or topic if topic in VAGUE else topic
    before = letter.sentence_at(max(sentence.start - 2, 0))
    if not asks_reader(before, before.start, before.end):
        # What an office does itself says nothing about what the reader must do.
        return topic
    earlier = topic_of(before.text, len(before.text))
    return topic if earlier in VAGUE else earlier


def _is_history(start: date, term: FoundTerm, setting: Setting) -> bool:
    """Whether the term ended before the letter was written."""
    return setting.letter_date is not None and add(start, term.duration) < setting.letter_date


def _dated(letter: CleanText, dates: Sequence[FoundDate], setting: Setting) -> Iterator[Due]:
    listed: FoundDate | None = None
    known = {setting.appointment}
    for index, found in enumerate(dates):
        if setting.letter_date and found.day < setting.letter_date:
            continue
        period = index > 0 and is_period(letter.text, dates[index - 1], found)
        window = period and is_window(letter.text, dates[index - 1], found)
        if period and not window:
            continue
        if found.back and found.day in known:
            # "Weten vóór die datum" behind a last day or a meeting sets no term of its own.
            continue
        sentence = letter.sentence_at(found.start)
        first = listed if index and dates[index - 1] is listed else None
        opening = WINDOW if window else _opening(letter, sentence, found, first, setting.appointment)
        if opening is None:
            continue
        listed = found
        known.add(found.day)
        topic = _topic(letter, sentence, found.start, setting.asks)
        yield Due(fixed(found, opening, quoted(sentence), setting), topic, found.start, sentence)


def _opening(
    letter: CleanText, sentence: Span, found: FoundDate, listed: FoundDate | None, meeting: date | None
) -> str | None:
    """The words that make the date a last day for the reader, or what stands for them; None when it is none."""
    opening = opening_of(letter, found, sentence)
    if opening is None and listed and continues_list(letter.text, listed, found):
        opening = LISTED
    if opening in {PAST, FROM} or (opening and _asks(letter, sentence, found.start, found.end, dated=True)):
        return opening
    before = letter.sentence_at(max(sentence.start - 2, 0))
    if found.day == meeting or another_acts(letter.text[sentence.start : found.end], before.text):
        return None
    words = opening or before_word(letter.text[: found.start]) or ON_DAY
    return words if must_be_there(sentence, found) else None


def _undated(letter: CleanText, setting: Setting) -> Iterator[Due]:
    for match in pattern("terms", "undated").finditer(letter.text):
        sentence = letter.sentence_at(match.start())
        if not _asks(letter, sentence, match.start(), match.end()):
            continue
        rule = load_rules()["geen-hard-getal"].say
        topic = _topic(letter, sentence, match.start(), setting.asks)
        yield Due(Deadline(date=None, rule=rule, quote=quoted(sentence)), topic, match.start(), sentence)
