"""Terms that are counted ("binnen de acht dagen na ontvangst") with what they are counted from."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple, cast

from assistant.deadlines import Duration, Unit
from assistant.letters.dates import FoundDate
from assistant.letters.numbers import any_of, number_words, ordinal_words, to_number
from assistant.letters.patterns import just_before, letter_language, pattern

BEFORE, AFTER, LINK = 150, 130, 90


class FoundTerm(NamedTuple):
    """A term from `start` to `end`. `origin` is letter, act, event, appointment or standing; `day` its fixed start."""

    start: int
    end: int
    duration: Duration
    origin: str
    rule: str | None
    day: date | None = None
    receipt: bool = False


def find_terms(text: str, dates: Sequence[FoundDate]) -> list[FoundTerm]:
    """All counted terms in order of place; a number of days without a word that makes it a term is left out."""
    found = [
        FoundTerm(
            match.start(), match.end(), Duration(-1, "working-day" if match["work"] else "day"), "appointment", None
        )
        for match in pattern("terms", "day_before").finditer(text)
    ]
    taken = {row.start for row in found}
    for match in _duration().finditer(text):
        duration = _read(match)
        if duration is None or match.start() in taken:
            continue
        if any(row.start < match.end() and match.start() < row.end for row in dates):
            # "De eerste dag van februari" is a date.
            continue
        before = text[max(0, match.start() - BEFORE) : match.start()]
        after = text[match.end() : match.end() + AFTER]
        back = pattern("terms", "back").match(after)
        if pattern("terms", "day_of_month").match(after):
            continue
        if back:
            end, backwards = match.end() + back.end(), Duration(-duration.number, duration.unit)
            found.append(FoundTerm(match.start(), end, backwards, "appointment", None))
        elif begin := _begins(before, after, match):
            origin, rule, day = _origin(after, dates, match.end())
            earlier = _day_before(text, match.start(), dates)
            if earlier and origin in {"standing", "letter"}:
                origin, rule, day = "event", None, earlier
            named = _named_day(text, after, dates)
            if named and origin in {"standing", "letter"}:
                origin, rule, day = "event", None, named
            receipt = origin == "letter" and rule is not None
            found.append(FoundTerm(match.start() - begin, match.end(), duration, origin, rule, day, receipt))
    return sorted(found)


def _read(match: re.Match[str]) -> Duration | None:
    if match["fixed"]:
        return Duration(letter_language("terms")["fixed"][match["fixed"].lower()], "day")
    unit = next(name for name in letter_language("terms")["units"] if match[name.replace("-", "_")])
    if match["number"] is None and unit in {"day", "working-day"}:
        # "Within the week" is a term; "at the latest the day" only begins to say which one.
        return None
    number = to_number(match["number"]) if match["number"] else 1
    if number is None or number == 0:
        return None
    if unit == "hour":
        whole, rest = divmod(number, letter_language("terms")["hours_a_day"])
        return Duration(whole, "day") if whole and not rest else None
    return Duration(number, cast(Unit, unit))


def _begins(before: str, after: str, match: re.Match[str]) -> int:
    """How many characters before the number the term begins; 0 when nothing makes it a term."""
    opening = just_before("terms", "within").search(before)
    if opening and _only_over(before[: opening.start()], opening[0], after):
        return 0
    lead = re.split("[.;]", before)[-1]
    if opening:
        weak = re.search(letter_language("terms")["weak_within"], opening[0], re.IGNORECASE) and not (
            # "Dat kan gedurende drie maanden na de kennisgeving"
            pattern("terms", "may").search(lead + re.split("[.;]", after)[0])
            and (pattern("terms", "counted_from").match(after) or pattern("terms", "counted_from_lead").search(lead))
        )
        long = re.search(letter_language("terms")["length_word"], opening[0], re.IGNORECASE) and re.search(
            letter_language("terms")["length"], before[: opening.start()], re.IGNORECASE
        )
        return 0 if weak or long else len(before) - opening.start()
    late = just_before("terms", "late_within").search(before)
    if late and pattern("terms", "too_late").match(after):
        return len(before) - late.start()
    # "de derde werkdag volgend op" is where a term starts, not a term.
    fragment = pattern("terms", "fragment_lead").search(before) and pattern("terms", "fragment_behind").match(after)
    counted = match["number"] and match["number"].lower() not in ordinal_words()
    if counted and match.end("number") == match.end("whole") and (
        fragment or pattern("terms", "after_only").match(after)
    ):
        return 1 if before.endswith((" ", "\n", "(")) or not before else 0
    return 0


def _only_over(lead: str, opening: str, after: str) -> bool:
    """Whether "na afloop van" says when something new begins, not when it is too late."""
    language = letter_language("terms")
    if re.match(language["once_over"], opening, re.IGNORECASE) is None or pattern("terms", "too_late").match(after):
        return False
    if pattern("terms", "final").search(lead):
        return False
    first = re.search(language["begins_clause"], lead) is not None
    return not first or re.match(language["then_again"], after, re.IGNORECASE) is not None


def _origin(after: str, dates: Sequence[FoundDate], end: int) -> tuple[str, str | None, date | None]:
    """What the term is counted from: a date close behind it, else the first wording that fits in the clause."""
    clause = re.split(r"[.;](?=\s)|\n\n", after, maxsplit=1)[0]
    close = next((row for row in dates if end <= row.start < end + LINK), None)
    if close and re.fullmatch(letter_language("terms")["start_link"], after[: close.start - end], re.IGNORECASE):
        return "event", None, close.day
    best: tuple[int, str, str | None] | None = None
    after_something = re.match(letter_language("terms")["after_something"], after, re.IGNORECASE)
    for row in letter_language("terms")["starts"]:
        match = re.search(row["words"], clause, re.IGNORECASE)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), row["start"], row["rule"])
    if best is None and after_something:
        # Counted from something that the letter does not date.
        return "standing", None, None
    return (best[1], best[2], None) if best else ("letter", None, None)


def _day_before(text: str, number: int, dates: Sequence[FoundDate]) -> date | None:
    """The day before the term from which it is counted: "vanaf die datum hebt u acht dagen"."""
    for row in reversed([row for row in dates if number - LINK < row.end <= number]):
        gap = pattern("terms", "start_gap").fullmatch(text, row.end, number)
        if gap and pattern("terms", "start_before").search(text[max(0, row.start - LINK) : row.start]):
            return row.day
    return None


def _named_day(text: str, after: str, dates: Sequence[FoundDate]) -> date | None:
    """The day of something that the letter dates elsewhere: "na uw aanvraag" with "uw aanvraag van 4 november".

    A noun may be dated by its verb: "na de levering" with "geleverd op 4 november". Of several days the first counts.
    """
    named = pattern("terms", "named_start").match(after.lstrip(" ,("))
    if named is None:
        return None
    language, noun = letter_language("terms"), named["noun"].lower()
    verbs = next((row["verbs"] for row in language["events"] if re.fullmatch(row["nouns"], noun)), None)
    links = [language["named_link"].replace("{noun}", re.escape(noun))]
    links += [language["verb_link"].replace("{verbs}", verbs)] if verbs else []
    found = [
        row.day
        for row in dates
        for link in links
        if re.search(link, text[max(0, row.start - LINK) : row.start], re.IGNORECASE)
        or (verbs and re.match(language["verb_behind"].replace("{verbs}", verbs), text[row.end :], re.IGNORECASE))
    ]
    return min(found, default=None)


@cache
def _duration() -> re.Pattern[str]:
    units = letter_language("terms")["units"]
    words = any_of({**number_words(), **ordinal_words()})
    kinds = "|".join(rf"(?P<{name.replace('-', '_')}>{words_of})" for name, words_of in units.items())
    number = rf"(?P<whole>(?P<number>\d{{1,3}}(?=(?:ste|de|e)?\b)|{words})(?:ste|de|e)?)"
    fixed = any_of(letter_language("terms")["fixed"])
    again = r"(?:\(\s*\d+\s*\)\s*)?"
    return re.compile(
        rf"(?<![\w/.,-])(?:{again}{number}(?:\s*\(\s*\w+\s*\))?[\s-]+|(?:de|het|la|le)\s+)(?:{kinds})(?!\w)"
        rf"|\b(?:la\s+|une\s+|(?<=sous\s))(?P<fixed>{fixed})\b",
        re.IGNORECASE,
    )
