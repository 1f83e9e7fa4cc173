"""When and where somebody expects the reader. A term, a missed visit or opening hours are no appointment."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from assistant.letters.clean import CleanText, quoted
from assistant.letters.dates import FoundDate, find_dates
from assistant.letters.near_days import find_near_days
from assistant.letters.patterns import compiled, just_before, letter_language, pattern
from assistant.letters.times import FoundTime, find_times
from assistant.models import Appointment
from assistant.plain import Span

AROUND, AHEAD, BEHIND = 220, 160, 60
CONTEXT = 260


class Meeting(NamedTuple):
    """An appointment with the sentence that names it. `time` is None where only the day is known."""

    appointment: Appointment
    day: date
    sentence: Span
    quote: str
    place: int


def find_meeting(letter: CleanText, letter_date: date | None, *, court: bool) -> Meeting | None:
    """The appointment of the letter: the day with an hour that an invitation speaks of; None when there is none."""
    dates = find_dates(_with_strokes(letter.text), letter_date)
    times = find_times(letter.text)
    near = find_near_days(letter.text, letter_date, dates)
    dates = sorted([*dates, *(row for row in near if _is_meant(letter, row, times))])
    ranked = sorted(_candidates(letter, dates, times, letter_date), key=lambda row: (-row[0], row[1].start))
    if not ranked:
        return None
    _, found, hour = ranked[0]
    sentence = letter.sentence_at(found.start)
    end = datetime.combine(found.day, hour.until) if hour.until else None
    context = letter.text[max(0, sentence.start - CONTEXT) : max(sentence.end, hour.end) + CONTEXT]
    ahead = letter.text[max(0, sentence.start - AHEAD) : sentence.start]
    mode = _mode(sentence.text, context, letter.text, court=court)
    if mode == "office" and _is_open_to_all(ahead):
        mode = "event"
    place = _place(letter, sentence, mode)
    appointment = Appointment(
        start=datetime.combine(found.day, hour.hour), end=end, place=place,
        mode=cast(Any, mode or ("office" if place else None)),
    )  # fmt: skip
    return Meeting(appointment, found.day, sentence, quoted(sentence), found.start)


def _with_strokes(text: str) -> str:
    """The text with "07.12 - 14u" as "07/12 - 14u": with an hour behind it, it is a day. No place in it moves."""
    rule = compiled(letter_language("fields")["appointment"]["day_with_hour"])
    return rule.sub(lambda match: match[0].rstrip(".").replace(".", "/").ljust(len(match[0])), text)


def _candidates(
    letter: CleanText, dates: Sequence[FoundDate], times: Sequence[FoundTime], letter_date: date | None
) -> Iterator[tuple[int, FoundDate, FoundTime]]:
    rules = letter_language("fields")["appointment"]
    for found in dates:
        if letter_date and found.day < letter_date:
            continue
        hour = _hour(letter, found, times, dates)
        if hour is None:
            continue
        sentence, same = letter.sentence_at(found.start), _same_sentence(letter, found, hour)
        if found.day == letter_date and not same:
            continue
        if re.search(rules["missed"], sentence.text, re.IGNORECASE):
            continue
        if re.search(rules["moved"], letter.text[max(found.end, hour.end) :], re.IGNORECASE):
            continue
        if re.search(rules["hours"], letter.text[found.end : hour.start], re.IGNORECASE):
            continue
        if re.search(rules["regular"], letter.text[min(found.start, hour.start) : hour.start], re.IGNORECASE):
            continue
        before = letter.text[max(0, found.start - BEHIND) : found.start]
        if re.search(rules["act"], before, re.IGNORECASE) or re.search(rules["replaced"], before, re.IGNORECASE):
            continue
        if just_before("terms", "before_date").search(before) or just_before("terms", "until").search(before):
            continue
        near = letter.text[max(0, found.start - AROUND) : hour.end + BEHIND]
        cues = len({match[0].lower() for match in re.finditer(rules["cue"], near, re.IGNORECASE)})
        inside = len(re.findall(rules["cue"], sentence.text, re.IGNORECASE))
        # "donderdag 3 december om 14 uur" is an appointment, whatever words stand around it.
        close = pattern("fields", "hour_link").fullmatch(letter.text[found.end : max(hour.start, found.end)])
        first = compiled(rules["hour_first"]).fullmatch(letter.text[hour.end : max(found.start, hour.end)])
        together = (close and hour.start >= found.end) or (first and hour.end <= found.start)
        if cues or (together and found.day != letter_date):
            yield 2 * min(inside, 3) + cues + 2 * same + 3 * (hour.start - found.end < BEHIND), found, hour


def _is_meant(letter: CleanText, found: FoundDate, times: Sequence[FoundTime]) -> bool:
    """Whether a day such as "dinsdag" is one day: with an hour in its sentence, and no hours for each week."""
    weekly = letter_language("fields")["appointment"]["near_days"]["not_after"]
    ahead = letter.text[letter.sentence_at(found.start).start : found.start]
    return not _search(weekly, ahead) and any(_same_sentence(letter, found, hour) for hour in times)


def _same_sentence(letter: CleanText, found: FoundDate, hour: FoundTime) -> bool:
    sentence = letter.sentence_at(found.start)
    return sentence.start <= hour.start < sentence.end


def _hour(
    letter: CleanText, found: FoundDate, times: Sequence[FoundTime], dates: Sequence[FoundDate]
) -> FoundTime | None:
    """The hour that belongs to a date: close behind it, or before it in the same sentence."""
    sentence = letter.sentence_at(found.start)
    following = next((row.start for row in dates if row.start >= found.end), len(letter.text))
    for time in times:
        if found.end <= time.start < min(found.end + AHEAD, following + 1):
            return time
    for time in times:
        if max(sentence.start, found.start - BEHIND) <= time.start < found.start:
            return time
    return None


def _mode(sentence: str, context: str, text: str, *, court: bool) -> str | None:
    """What the words nearest to the appointment say; None when nothing says where it is.

    Somebody who is sent to an office while the visitor stands at the door loses an allowance: nothing is assumed.
    """
    modes = letter_language("fields")["appointment"]["modes"]
    if court:
        return "court"
    rules = letter_language("fields")["appointment"]
    sentence, context = (re.sub(rules["topic"], " ", part, flags=re.IGNORECASE) for part in (sentence, context))
    for where in (sentence, context):
        found = [(match.start(), row["mode"]) for row in modes if (match := _search(row["words"], where))]
        told = [mode for _, mode in sorted(found) if mode not in {"office", "event"}]
        if _search(rules["at_office"], where):
            told = [mode for mode in told if mode != "court"]
        if found:
            # "An information session, online": how to take part says more than what it is.
            return str(told[0] if told else "event" if "event" in dict((m, p) for p, m in found) else "office")
    whole = (row["mode"] for row in modes if row["mode"] in {"home", "phone"} and _search(row["words"], text))
    return next(whole, None)


def _is_open_to_all(before: str) -> bool:
    """Whether the sentence before the day names something for everybody: an information session, a feast."""
    return bool(_search(letter_language("fields")["appointment"]["for_all"], before))


def _search(words: str, text: str) -> re.Match[str] | None:
    return re.search(words, text, re.IGNORECASE)


def _place(letter: CleanText, sentence: Span, mode: str | None) -> str | None:
    rules = letter_language("fields")["appointment"]
    if mode in {"phone", "online", "home"}:
        return None
    near = letter.text[max(0, sentence.start - AROUND) :]
    label = re.search(rules["place_label"], near, re.IGNORECASE | re.MULTILINE)
    if label:
        return label["place"].strip(" .,")
    after = letter.text[sentence.start : sentence.end + 2 * AROUND]
    # A street without a postal code only in the sentence itself: further on it may be the heading of another office.
    address = re.search(rules["address"], after) or re.search(rules["street"], sentence.text)
    if address:
        return re.sub(r"\s+", " ", address[0]).strip(" .,")
    words = re.search(rules["place_words"], after, re.IGNORECASE)
    return re.sub(r"\s+", " ", words["place"]).strip() if words else None
