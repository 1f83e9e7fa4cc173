"""The letter in a few plain sentences: who, what, what now. Dates and sums come from the letter or its reckoning."""

import re
from decimal import Decimal
from typing import get_args

from assistant.deadlines import say_day
from assistant.letters.catalogue import Urgency, load_senders
from assistant.letters.clean import quoted
from assistant.letters.due import Due
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.reading import Reading
from assistant.models import Appeal, Helper, LetterAction
from assistant.plain import Span, measure
from assistant.sentences import load_sentences
from ingest.models import Corpus

SOON, NEAR = 3, 10
"""Days: within three a letter is pressing, within ten its urgency is at least high."""
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
QUIET = {"reclame", "persoonlijk", "phishing"}
PAID = ("te betalen", "terug te betalen", "saldo", "boete")


def summary(reading: Reading) -> str:
    """Two to four short sentences: who, what, what now."""
    say = load_sentences()
    what = reading.kind.what if reading.kind else say["summary.unknown"]
    if reading.sender.kind in QUIET:
        return what
    rest = f"{what.split('. ')[0].rstrip('.')}. {_what_now(reading)}"
    named = f"{_who(reading)} {rest}"
    # A long name makes the sentence hard; the screen shows the name in its own place anyway.
    return named if measure(named).level == "A2" else f"{say['summary.from.office']} {rest}"


def actions(reading: Reading) -> tuple[LetterAction, ...]:
    """What the letter asks, each with the sentence that asks it; then what we advise for this kind of letter."""
    say, found = load_sentences(), []
    if reading.sender.kind in QUIET:
        return tuple(_advice(reading))
    if reading.meeting:
        text = _meeting_words(reading)
        page = reading.text.page_at(reading.meeting.place)
        found.append(LetterAction(text=text, who="client", quote=reading.meeting.quote, page=page))
    for due in reading.due:
        text = _due_words(due, reading)
        found.append(
            LetterAction(
                text=text, deadline=due.deadline.date, who="together" if due.optional else "client",
                quote=due.deadline.quote, page=reading.text.page_at(due.place),
            )  # fmt: skip
        )
    bring = pattern("layout", "bring").search(reading.text.text)
    if bring:
        sentence = reading.text.sentence_at(bring.start())
        quote = quoted(sentence)
        text = say.say("action.bring", what=quote)
        found.append(LetterAction(text=text, quote=quote, page=reading.text.page_at(sentence.start)))
    return (*found, *_advice(reading))


def consequence(reading: Reading) -> str | None:
    """What happens if nothing is done: what we know of this kind of letter, else the letter's own sentence."""
    if reading.kind:
        return reading.kind.if_nothing
    match = pattern("layout", "consequence").search(reading.text.text)
    if match is None:
        return None
    return load_sentences().say("consequence.letter", quote=quoted(reading.text.sentence_at(match.start())))


def appeal(reading: Reading) -> Appeal | None:
    """How to object, only where the letter says so."""
    due = next((due for due in reading.due if due.topic in {"appeal", "object"}), None)
    if due is None:
        return None
    where = pattern("layout", "where").search(due.sentence.text) or pattern("layout", "where").search(reading.text.text)
    place = re.sub(r"\s+", " ", where["where"]) if where else (reading.kind.appeal_where if reading.kind else None)
    return Appeal(term=due.deadline.rule, where=place, by=due.deadline.date)


def urgency(reading: Reading) -> Urgency:
    """How pressing the letter is: its kind, raised when a day is near or passed."""
    if reading.sender.kind in QUIET:
        return reading.kind.urgency if reading.kind else "laag"
    base: Urgency = reading.kind.urgency if reading.kind else "middel"
    days = [due.deadline.do_by for due in reading.due if due.deadline.do_by and not due.optional]
    if reading.meeting:
        days.append(reading.meeting.day)
    if not days:
        return base
    left = (min(days) - reading.today).days
    least: Urgency = "dringend" if left <= SOON else "hoog" if left <= NEAR else "laag"
    return max(base, least, key=URGENCIES.index)


def helpers(reading: Reading, corpus: Corpus) -> tuple[Helper, ...]:
    """Who helps with this letter; an organisation that the corpus does not know is left out."""
    ids = reading.kind.helpers if reading.kind else tuple(letter_language("layout")["helpers_unknown"])
    known = [corpus.organisations[name] for name in ids if name in corpus.organisations]
    return tuple(Helper(name=row.name, phone=row.phone, url=row.url) for row in known)


def say_amount(value: Decimal) -> str:
    """A sum as people write it: "1.234,56 euro", "85 euro"."""
    whole, cents = f"{value:,.2f}".split(".")
    number = whole.replace(",", ".") + ("" if cents == "00" else f",{cents}")
    return load_sentences().say("amount", number=number)


def _who(reading: Reading) -> str:
    say = load_sentences()
    entry = load_senders().get(reading.sender.kind)
    if entry:
        return say.say("summary.from", who=entry.say)
    return say.say("summary.from", who=reading.sender.name) if reading.sender.name else say["summary.from.unknown"]


def _what_now(reading: Reading) -> str:
    """The appointment or the first term, whichever the letter is about."""
    if reading.meeting and reading.meeting.day >= reading.today:
        return _meeting_words(reading)
    first = next((due for due in reading.due if due.deadline.date), reading.due[0] if reading.due else None)
    if first:
        return _due_words(first, reading)
    return _meeting_words(reading) if reading.meeting else load_sentences()["summary.no-date"]


def _meeting_words(reading: Reading) -> str:
    assert reading.meeting is not None
    start = reading.meeting.appointment.start
    assert start is not None
    key = f"meeting.{reading.meeting.appointment.mode or 'office'}"
    hour = f"{start.hour}.{start.minute:02d}" if start.minute else str(start.hour)
    return load_sentences().say(key, day=say_day(start.date()), hour=hour)


def _due_words(due: Due, reading: Reading) -> str:
    say = load_sentences()
    if due.deadline.do_by is None:
        return say[f"due.undated.{due.topic}" if f"due.undated.{due.topic}" in say else "due.undated"]
    amount = _amount_of(due, reading)
    key = f"due.{due.topic}" if f"due.{due.topic}" in say else "due.other"
    if due.topic == "pay" and amount is not None:
        what = say.say("due.pay.amount", amount=say_amount(amount))
    else:
        what = say[key]
    passed = due.deadline.date is not None and due.deadline.date < reading.today
    last = say.say("due.was" if passed else "due.last", day=say_day(due.deadline.do_by, weekday=False))
    return f"{what} {last}"


def _amount_of(due: Due, reading: Reading) -> Decimal | None:
    """The sum to pay: the only one in the same sentence or in the letter, or a total of the others; else none."""
    same = [row.value for row in reading.amounts if row.quote == due.deadline.quote and row.meaning in PAID]
    if len(same) == 1:
        return same[0]
    for meaning in PAID:
        values = [row.value for row in reading.amounts if row.meaning == meaning]
        if len(values) == 1 or (values and sum(values) == 2 * max(values)):
            return max(values)
        if values:
            return None
    return None


def _advice(reading: Reading) -> list[LetterAction]:
    """What we advise for this kind of letter, beside the sentence that shows the kind."""
    if reading.kind is None:
        return []
    place = _evidence(reading)
    if place is None:
        return []
    who = "client" if reading.sender.kind in QUIET else "together"
    quote, page = quoted(place), reading.text.page_at(place.start)
    return [LetterAction(text=text, who=who, quote=quote, page=page) for text in reading.kind.advice]


def _evidence(reading: Reading) -> Span | None:
    assert reading.kind is not None
    for words in (*reading.kind.evidence, reading.kind.title):
        match = re.search(words, reading.text.text, re.IGNORECASE)
        if match:
            return reading.text.sentence_at(match.start())
    return None
