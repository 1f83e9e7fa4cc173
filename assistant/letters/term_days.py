"""The days of a term once it is found: its rule, its start, the sum and what was assumed."""

import re
from datetime import date
from typing import NamedTuple

from assistant.deadlines import (
    DAY,
    Days,
    Rule,
    fixed_day,
    load_rules,
    reckon,
    say_day,
    say_duration,
    sum_of_day,
    sum_of_term,
)
from assistant.letters.dates import FoundDate
from assistant.letters.durations import FoundTerm
from assistant.letters.patterns import letter_language, pattern
from assistant.models import Deadline
from assistant.sentences import load_sentences


class Setting(NamedTuple):
    """What the rest of the letter says about its terms."""

    today: date
    letter_date: date | None
    appointment: date | None
    act: bool
    appeal_rule: str | None
    pay_rule: str | None
    asks: str | None = None


def start_of(term: FoundTerm, setting: Setting) -> date | None:
    """The day from which a term is counted; None where the letter does not tell."""
    match term.origin:
        case "event":
            return term.day
        case "appointment":
            return setting.appointment
        case _:
            return setting.letter_date


def reckoned(term: FoundTerm, start: date | None, topic: str, quote: str, setting: Setting, text: str) -> Deadline:
    """A counted term with its three days; without a start only its length. `text` is the whole letter."""
    say = load_sentences()
    words = say_duration(term.duration)
    if start is None:
        rule_words = say.say("due.rule.term", term=words)
        return Deadline(date=None, rule=rule_words, assumption=say["due.no-letter-date"], quote=quote)
    rule = _rule(term, topic, setting, text)
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


def _rule(term: FoundTerm, topic: str, setting: Setting, text: str) -> Rule:
    rules = load_rules()
    if topic in {"appeal", "object"} and setting.appeal_rule and term.duration.number > 0:
        digital = setting.appeal_rule == "bezwaar-personenbelasting" and pattern("terms", "digital").search(text)
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


def fixed(found: FoundDate, opening: str, quote: str, setting: Setting) -> Deadline:
    """A last day that the letter names, a day earlier where `opening` says "before"."""
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
