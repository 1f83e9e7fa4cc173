"""The letter in a few plain sentences: who, what, what now. Dates and sums come from the letter or its reckoning."""

import re
from typing import get_args

from assistant.deadlines import say_day
from assistant.letters.catalogue import Urgency, load_senders
from assistant.letters.clean import quoted
from assistant.letters.effect import Effect, find_effect
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.reading import Reading
from assistant.letters.say import QUIET, due_words, meeting_words
from assistant.models import Appeal, Helper
from assistant.plain import measure
from assistant.sentences import load_sentences
from ingest.models import Corpus

SOON, NEAR = 3, 10
"""Days: within three a letter is two steps more pressing, within ten one step."""
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)


def summary(reading: Reading) -> str:
    """Two to five short sentences: what the letter wants, who sent it, what now. The first one serves as heading."""
    what = _what(reading) if reading.kind else _unknown(reading)
    if reading.sender.kind in QUIET:
        return what
    effect = find_effect(reading.text, reading.letter_date) if reading.kind and reading.kind.need == "appeal" else None
    begins = _effect_words(effect) if effect else ""
    # A long name makes the text hard; the screen shows the name in its own place anyway.
    for who in (_who(reading), load_sentences()["summary.from.office"], ""):
        text = " ".join(part for part in (what, who, begins, _what_now(reading)) if part)
        if measure(text).level == "A2":
            return text
    return f"{what} {_what_now(reading)}"


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
    if left > NEAR:
        return base
    # A party of the school may be near, but it never presses as much as a debt.
    pressing = left <= SOON and URGENCIES.index(base) >= URGENCIES.index("hoog")
    steps, most = (2 if left <= SOON else 1, len(URGENCIES) - 1 if pressing else URGENCIES.index("hoog"))
    return URGENCIES[max(URGENCIES.index(base), min(URGENCIES.index(base) + steps, most))]


def helpers(reading: Reading, corpus: Corpus) -> tuple[Helper, ...]:
    """Who helps with this letter; an organisation that the corpus does not know is left out."""
    ids = reading.kind.helpers if reading.kind else tuple(letter_language("layout")["helpers_unknown"])
    known = [corpus.organisations[name] for name in ids if name in corpus.organisations]
    return tuple(Helper(name=row.name, phone=row.phone, url=row.url) for row in known)


def _who(reading: Reading) -> str:
    say = load_sentences()
    entry = load_senders().get(reading.sender.kind)
    if entry:
        return say.say("summary.from", who=entry.say)
    return say.say("summary.from", who=reading.sender.name) if reading.sender.name else say["summary.from.unknown"]


def _what_now(reading: Reading) -> str:
    """The appointment or the first term, whichever the letter is about."""
    if reading.meeting and reading.meeting.day >= reading.today:
        return meeting_words(reading)
    first = next((due for due in reading.due if due.deadline.date), reading.due[0] if reading.due else None)
    if first:
        return due_words(first, reading)
    return meeting_words(reading) if reading.meeting else load_sentences()["summary.no-date"]


def _what(reading: Reading) -> str:
    assert reading.kind is not None
    variant = reading.kind.variant(reading.text.text)
    return variant.what if variant else reading.kind.what


def _unknown(reading: Reading) -> str:
    """The heading of a letter whose kind is not known."""
    say = load_sentences()
    if reading.meeting:
        return say["summary.unknown.meeting"]
    return say["summary.unknown.due"] if reading.due else say["summary.unknown"]


def _effect_words(effect: Effect) -> str:
    key = "summary.last" if effect.last else "summary.begins"
    return load_sentences().say(key, day=say_day(effect.day, weekday=False))
