"""An appointment or a term of a letter in one or two plain sentences."""

from datetime import date
from decimal import Decimal

from assistant.deadlines import say_day
from assistant.letters.due import Due
from assistant.letters.patterns import pattern
from assistant.letters.reading import Reading
from assistant.sentences import load_sentences

QUIET = {"reclame", "persoonlijk", "phishing"}
PAID = ("te betalen", "terug te betalen", "saldo", "boete")


def meeting_words(reading: Reading) -> str:
    """Where to go, or who comes or calls, and when. Only for a letter with an appointment."""
    assert reading.meeting is not None
    start = reading.meeting.appointment.start
    assert start is not None
    say = load_sentences()
    hour = f"{start.hour}.{start.minute:02d}" if start.minute else str(start.hour)
    event = reading.kind.event if reading.kind and reading.kind.event else say["meeting.event-unknown"]
    key = f"meeting.{reading.meeting.appointment.mode or 'unknown'}"
    return say.say(key, day=say_day(start.date()), hour=hour, event=event)


def due_words(due: Due, reading: Reading) -> str:
    """What a term asks, and its last day."""
    say = load_sentences()
    if due.deadline.do_by is None:
        return say[f"due.undated.{due.topic}" if f"due.undated.{due.topic}" in say else "due.undated"]
    amount = _amount_of(due, reading)
    if due.topic == "pay" and amount is not None:
        what = say.say("due.pay.amount", amount=say_amount(amount))
    elif due.topic == "hand_in" and not pattern("requests", "paper").search(due.sentence.text):
        what = say["due.send"]
    else:
        what = say[f"due.{due.topic}" if f"due.{due.topic}" in say else "due.other"]
    return f"{what} {last_day(due, reading.today)}"


def last_day(due: Due, today: date) -> str:
    """The last day, or that it has passed. Only for a term with a day."""
    assert due.deadline.do_by is not None
    passed = due.deadline.date is not None and due.deadline.date < today
    return load_sentences().say("due.was" if passed else "due.last", day=say_day(due.deadline.do_by, weekday=False))


def say_amount(value: Decimal) -> str:
    """A sum as people write it: "1.234,56 euro", "85 euro"."""
    whole, cents = f"{value:,.2f}".split(".")
    number = whole.replace(",", ".") + ("" if cents == "00" else f",{cents}")
    return load_sentences().say("amount", number=number)


def _amount_of(due: Due, reading: Reading) -> Decimal | None:
    """The sum to pay: the only one in the same sentence or in the letter, or a total of the others; else none."""
    same = [row.value for row in reading.amounts if row.quote == due.deadline.quote and row.meaning in PAID]
    if len(same) == 1:
        return same[0]
    found = {row.meaning for row in reading.amounts} & {"te betalen", "terug te betalen"}
    if len(found) > 1 and reading.kind and reading.kind.amount == "terug te betalen":
        # The whole debt and a monthly part of it: which of them is due, the letter must say itself.
        return None
    for meaning in PAID:
        values = [row.value for row in reading.amounts if row.meaning == meaning]
        if len(values) == 1 or (values and sum(values) == 2 * max(values)):
            return max(values)
        if values:
            return None
    return None
