"""The terms in a letter that ask something of the reader, each with its three days and the sum."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from assistant.deadlines import (
    DAY,
    Days,
    Rule,
    add,
    fixed_day,
    load_rules,
    reckon,
    say_day,
    say_duration,
    sum_of_day,
    sum_of_term,
)
from assistant.letters.asks import another_acts, asks_reader, topic_of
from assistant.letters.by_day import must_be_there
from assistant.letters.clean import CleanText, quoted
from assistant.letters.dates import FoundDate, find_dates
from assistant.letters.durations import FoundTerm, find_terms
from assistant.letters.last_day import FROM, PAST, continues_list, is_period, opening_of
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.refer import with_references
from assistant.models import Deadline
from assistant.plain import Span
from assistant.sentences import load_sentences

VAGUE = {"other"}
LISTED = ","
"""Stands for the words before a day of a list: they stand before its first day."""

ON_DAY = "@"
"""Stands for them where the whole clause makes the day a last one."""


class Setting(NamedTuple):
    """What the rest of the letter says about its terms."""

    today: date
    letter_date: date | None
    appointment: date | None
    act: bool
    appeal_rule: str | None
    pay_rule: str | None
    asks: str | None = None


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
    dates = with_references(letter.text, find_dates(letter.text, setting.letter_date or setting.today))
    found = [*_counted(letter, dates, setting), *_dated(letter, dates, setting)]
    if not found:
        found = [*_undated(letter, setting)]
    found.sort(key=lambda due: (due.deadline.date or date.max, due.optional, due.place))
    kept: dict[tuple[date | None, bool], Due] = {}
    for due in found:
        kept.setdefault((due.deadline.date, due.optional), due)
    return list(kept.values())


def _counted(letter: CleanText, dates: Sequence[FoundDate], setting: Setting) -> Iterator[Due]:
    for term in find_terms(letter.text, dates):
        sentence = letter.sentence_at(term.start)
        once = term.origin == "appointment"
        if term.origin == "standing" or not _asks(letter, sentence, term.start, term.end, once=once):
            continue
        topic = _topic(letter, sentence, term.start, setting.asks)
        start = _start(term, setting)
        if term.origin in {"appointment"} and start is None:
            continue
        if start and term.origin == "event" and topic != "appeal" and _is_history(start, term, setting):
            continue
        yield Due(_reckoned(term, start, topic, quoted(sentence), setting, letter), topic, term.start, sentence)


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


def _start(term: FoundTerm, setting: Setting) -> date | None:
    match term.origin:
        case "event":
            return term.day
        case "appointment":
            return setting.appointment
        case _:
            return setting.letter_date


def _reckoned(
    term: FoundTerm, start: date | None, topic: str, quote: str, setting: Setting, letter: CleanText
) -> Deadline:
    say = load_sentences()
    words = say_duration(term.duration)
    if start is None:
        rule_words = say.say("due.rule.term", term=words)
        return Deadline(date=None, rule=rule_words, assumption=say["due.no-letter-date"], quote=quote)
    rule = _rule(term, topic, setting, letter)
    days = reckon(start, term.duration, rule)
    act = term.origin == "act" or (setting.act and term.origin == "letter")
    key = {"event": "event", "appointment": "appointment"}.get(term.origin, "act" if act else "letter")
    counts = bool(rule.legal and rule.legal.day_one == "same-day")
    return Deadline(
        date=days.date, do_by=days.do_by, latest=days.latest,
        rule=f"{say.say('due.rule.back' if term.duration.number < 0 else 'due.rule.term', term=words)} {rule.say}",
        computed_from=say.say("due.from", start=say_day(start, weekday=False), term=words),
        assumption=_assumption(key, receipt=term.receipt),
        sum=sum_of_term(
            start, term.duration, days, setting.today, start_words=f"sum.start.{key}", counts_start=counts
        ),
        quote=quote,
    )  # fmt: skip


def _assumption(key: str, *, receipt: bool) -> str:
    say = load_sentences()
    if key == "letter" and receipt:
        return say["due.assume.receipt"]
    return say[f"due.assume.{key}"]


def _rule(term: FoundTerm, topic: str, setting: Setting, letter: CleanText) -> Rule:
    rules = load_rules()
    if topic in {"appeal", "object"} and setting.appeal_rule and term.duration.number > 0:
        digital = setting.appeal_rule == "bezwaar-personenbelasting" and pattern("terms", "digital").search(letter.text)
        return rules["digitale-brief" if digital else setting.appeal_rule]
    if term.duration.unit == "working-day":
        return rules["termijn-in-werkdagen"]
    if topic == "pay" and setting.pay_rule:
        return rules[setting.pay_rule]
    if setting.act:
        return rules["betekening-deurwaarder"]
    if term.origin == "letter" and term.rule:
        # The law on posted letters binds offices; a company's own term ends where it ends.
        return rules[term.rule] if topic in {"appeal", "object"} else rules["binnen-8-dagen-na-ontvangst"]
    if term.origin == "act" and term.rule:
        return rules[term.rule]
    return rules["motor-vroegste-veilige-dag"]


def _dated(letter: CleanText, dates: Sequence[FoundDate], setting: Setting) -> Iterator[Due]:
    listed: FoundDate | None = None
    known = {setting.appointment}
    for index, found in enumerate(dates):
        if setting.letter_date and found.day < setting.letter_date:
            continue
        if index and is_period(letter.text, dates[index - 1], found):
            continue
        if found.back and found.day in known:
            # "Weten vóór die datum" behind a last day or a meeting sets no term of its own.
            continue
        sentence = letter.sentence_at(found.start)
        first = listed if index and dates[index - 1] is listed else None
        opening = _opening(letter, sentence, found, first, setting.appointment)
        if opening is None:
            continue
        listed = found
        known.add(found.day)
        topic = _topic(letter, sentence, found.start, setting.asks)
        yield Due(_fixed(found, opening, quoted(sentence), setting), topic, found.start, sentence)


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
    return (opening or ON_DAY) if must_be_there(sentence, found) else None


def _fixed(found: FoundDate, opening: str, quote: str, setting: Setting) -> Deadline:
    say = load_sentences()
    before = bool(re.search(letter_language("terms")["before_word"], opening, re.IGNORECASE)) and not found.month_end
    # "Before the 22nd" may or may not take in the 22nd: the earlier day is the safe one.
    last = found.day - DAY if before else found.day
    days: Days = fixed_day(last)
    assumption = say["due.assume.year"] if found.guessed else say["due.assume.before"] if before else None
    rule = load_rules()["einde-van-de-maand"].say if found.month_end else ""
    reason = say.say("sum.month-end", day=say_day(found.day)) if found.month_end else None
    if before:
        reason = say.say("sum.before", day=say_day(found.day), last=say_day(last))
    return Deadline(
        date=days.date, do_by=days.do_by, latest=None,
        rule=f"{say.say('due.rule.date', day=say_day(last))} {rule}".strip(),
        computed_from=None, assumption=assumption,
        sum=sum_of_day(days, setting.today, reason=reason), quote=quote,
    )  # fmt: skip


def _undated(letter: CleanText, setting: Setting) -> Iterator[Due]:
    for match in pattern("terms", "undated").finditer(letter.text):
        sentence = letter.sentence_at(match.start())
        if not _asks(letter, sentence, match.start(), match.end()):
            continue
        rule = load_rules()["geen-hard-getal"].say
        topic = _topic(letter, sentence, match.start(), setting.asks)
        yield Due(Deadline(date=None, rule=rule, quote=quoted(sentence)), topic, match.start(), sentence)
