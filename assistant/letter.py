"""Explain one letter. The flow: clean -> language -> sender -> fields -> kind -> deadlines -> explain -> plain."""

from collections.abc import Sequence
from datetime import date
from time import perf_counter
from typing import Literal

from assistant.letters import explain
from assistant.letters.actions import find_actions
from assistant.letters.amounts import find_amounts
from assistant.letters.appointment import Meeting, find_meeting
from assistant.letters.catalogue import Kind, load_senders
from assistant.letters.clean import CleanText, clean
from assistant.letters.due import Due, find_due
from assistant.letters.keep import find_numbers
from assistant.letters.kind import Found, find_kind
from assistant.letters.language import find_language
from assistant.letters.letter_date import find_letter_date
from assistant.letters.paragraphs import plain_paragraphs
from assistant.letters.reading import Reading
from assistant.letters.scam import find_suspicion
from assistant.letters.sender import find_sender
from assistant.letters.term_days import Setting
from assistant.letters.warn import find_warnings
from assistant.models import Letter, Sender
from assistant.plain import hard_words, measure
from assistant.sentences import load_sentences
from ingest.models import Corpus, ReadFile

COURTS = {"vrederechter", "arbeidsrechtbank"}
ACTS = {"deurwaarder"}
WITHOUT_TERMS = {"reclame", "persoonlijk", "phishing"}
SURE_SENDER = 12.0


def explain_letter(read: ReadFile, corpus: Corpus, today: date) -> Letter:
    """The letter explained: what it wants, by when, what otherwise. The text of the letter is data, never an order.

    What could not be found is None or empty. Sentences of the letter are quoted as they stand.
    """
    started = perf_counter()
    text = clean(read)
    language = find_language(text.text)
    guess = find_sender(text)
    numbers = find_numbers(text)
    suspicion = find_suspicion(text, guess.sender.kind, numbers)
    sender = Sender(name=None, kind="phishing") if suspicion.false else guess.sender
    letter_date = find_letter_date(text, today)
    quiet = sender.kind in {"phishing", "reclame"}
    meeting = None if quiet else find_meeting(text, letter_date or today, court=sender.kind in COURTS)
    first = _due(text, sender, None, letter_date, meeting, today)
    found = Found(meeting is not None, bool(first), any(due.topic == "appeal" for due in first))
    kind, kind_confidence = find_kind(text, sender.kind, found)
    due = _due(text, sender, kind, letter_date, meeting, today)
    amounts = tuple(find_amounts(text, kind.amount if kind else None))
    reading = Reading(
        text, language, sender, kind, letter_date, due, meeting, amounts, numbers, suspicion, today
    )
    confidence = round(min(guess.score / SURE_SENDER, 1.0) * max(kind_confidence, 0.05), 3)
    return _letter(read, reading, corpus, confidence, perf_counter() - started)


def order_letters(letters: Sequence[Letter]) -> list[tuple[Letter, str | None]]:
    """The most pressing first, with the file of an earlier letter that this one repeats or reminds of, else None.

    The same text twice is a copy. The same sender and reference with another date is a reminder.
    """
    ordered = sorted(letters, key=_pressing)
    by_date = sorted(letters, key=lambda letter: letter.letter_date or date.min)
    found = []
    for letter in ordered:
        earlier = [other for other in by_date[: by_date.index(letter)] if _same_matter(other, letter)]
        found.append((letter, earlier[0].file if earlier else None))
    return found


def _due(
    text: CleanText, sender: Sender, kind: Kind | None, letter_date: date | None, meeting: Meeting | None, today: date
) -> tuple[Due, ...]:
    if sender.kind in WITHOUT_TERMS:
        return ()
    entry = load_senders().get(sender.kind)
    act = kind is not None and kind.id in {"betekening-vonnis", "beslag", "dagvaarding"}
    appeal_rule = entry.appeal_rule if entry else None
    pay_rule = kind.pay_rule if kind else None
    variant = kind.variant(text.text) if kind else None
    # Money back instead of a bill: then the usual subject of such a letter says nothing.
    asks = kind.asks if kind and not (variant and variant.drop) else None
    setting = Setting(today, letter_date, meeting.day if meeting else None, act, appeal_rule, pay_rule, asks)
    return tuple(find_due(text, setting))


def _letter(read: ReadFile, reading: Reading, corpus: Corpus, confidence: float, seconds: float) -> Letter:
    summary, actions = explain.summary(reading), find_actions(reading)
    plain_text = plain_paragraphs(reading.text, dutch=_is_official_dutch(reading))
    # The words of the explanation first, then those of the letter itself.
    shown = "\n".join([summary, *(action.text for action in actions), plain_text, reading.text.text])
    sure = [page.confidence for page in read.pages if page.confidence is not None]
    scanned = min(sure) if sure else None
    first = next((due for due in reading.due if due.deadline.date), reading.due[0] if reading.due else None)
    return Letter(
        file=read.name, language=reading.language, pages=len(read.pages), text_source=_source(read),
        ocr_confidence=scanned, sender=reading.sender, kind=reading.kind.kind if reading.kind else None,
        kind_id=reading.kind.id if reading.kind else None,
        letter_date=reading.letter_date, confidence=confidence, summary=summary,
        actions=actions, deadline=first.deadline if first else None,
        deadlines=tuple(due.deadline for due in reading.due),
        appointment=reading.meeting.appointment if reading.meeting else None,
        amounts=reading.amounts, references=reading.numbers.references, phones=reading.numbers.phones,
        accounts=reading.numbers.accounts, emails=reading.numbers.emails, appeal=explain.appeal(reading),
        consequence=explain.consequence(reading), urgency=explain.urgency(reading),
        warnings=tuple(dict.fromkeys([*find_warnings(reading, scanned), *_of_the_reader(read)])),
        plain_text=plain_text, difficult_words=hard_words(shown, corpus.glossary),
        helpers=explain.helpers(reading, corpus),
        procedures=reading.kind.procedures if reading.kind else (), readability=measure(summary), seconds=seconds,
        original=reading.text.pages(),
    )  # fmt: skip


def _is_official_dutch(reading: Reading) -> bool:
    """Only an official letter needs other words; a private one stays as it was written."""
    return reading.language in {"nl", None} and reading.sender.kind not in WITHOUT_TERMS


def _of_the_reader(read: ReadFile) -> list[str]:
    """What the reader of the file warns of, such as a photo that is not quite sharp."""
    say = load_sentences()
    return [say[key] for key in read.warnings]


def _source(read: ReadFile) -> Literal["text-layer", "ocr", "mixed"]:
    kinds = {page.source for page in read.pages}
    return "mixed" if len(kinds) > 1 else next(iter(kinds), "text-layer")


def _pressing(letter: Letter) -> tuple[int, date, str]:
    rank = ("dringend", "hoog", "middel", "laag", None).index(letter.urgency)
    days = [letter.deadline.do_by] if letter.deadline and letter.deadline.do_by else []
    if letter.appointment and letter.appointment.start:
        days.append(letter.appointment.start.date())
    return rank, min(days, default=date.max), letter.file


def _same_matter(earlier: Letter, later: Letter) -> bool:
    if earlier.original == later.original:
        return True
    shared = {row.value for row in earlier.references} & {row.value for row in later.references}
    return bool(shared) and earlier.sender.kind == later.sender.kind and earlier.letter_date != later.letter_date
