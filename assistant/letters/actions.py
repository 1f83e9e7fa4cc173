"""What to do with a letter: what it asks itself, each with its sentence, then what we advise for its kind."""

import re
from collections.abc import Iterator

from assistant.letters.advice import ARGUED, advise, wants_something
from assistant.letters.clean import quoted
from assistant.letters.due import Due
from assistant.letters.duties import Duty, find_duties, in_plain
from assistant.letters.kind import headline
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.reading import Reading
from assistant.letters.requests import (
    Request,
    find_requests,
    in_dutch,
    shortened,
)
from assistant.letters.say import QUIET, due_words, last_day, meeting_words
from assistant.models import LetterAction
from assistant.plain import Span
from assistant.sentences import load_sentences

MOST = 8
"""Actions of one letter: more is not read."""
GLOSSED = 4
"""Words of a French sentence that are named in Dutch; of a list of papers all are."""
STEM, SAME = 4, 0.8
"""Letters of a word that count, and the share of the words of a sentence that another must hold to say the same."""
ROW = re.compile(r"\|")


def find_actions(reading: Reading) -> tuple[LetterAction, ...]:
    """All actions, each once: the appointment, the terms, the other requests, our advice."""
    if reading.sender.kind in {"phishing", "reclame"}:
        return tuple(advise(reading, set()))
    duties = find_duties(reading.text, reading.language)
    requests = find_requests(reading.text, reading.language, meeting=reading.meeting is not None)
    requests = _with_its_term(reading, _without_loose_papers(requests, duties))
    found = [*_meeting(reading), *_terms(reading, requests, duties)]
    said = {due.topic for due in reading.due} | {request.topic for request in requests}
    said |= {"absent"} if "tell" in said else set()
    found += _requests(reading, requests, duties)
    found += _duties(reading, found, sorted(duties, key=lambda duty: duty.force == "may"))
    idle = "nothing" in said and not wants_something(reading, duties)
    found += [*_subject(reading), *advise(reading, said, idle=idle)]
    return tuple({action.text: action for action in reversed(found)}.values())[::-1][:MOST]


def _without_loose_papers(requests: list[Request], duties: list[Duty]) -> list[Request]:
    """A paper is only named for its own sake where no clause says what to do with it."""
    return [row for row in requests if row.topic != "papers" or not any(_holds(duty, row.sentence) for duty in duties)]


def _with_its_term(reading: Reading, requests: list[Request]) -> list[Request]:
    """The list of papers put with the one term for papers, where that stands in another sentence."""
    due = [due for due in reading.due if due.topic == "hand_in" and due.deadline.do_by]
    listed = [row for row in requests if row.topic == "hand_in" and row.what]
    if len(due) != 1 or len(listed) != 1 or any(row.sentence == due[0].sentence for row in requests if row.what):
        return requests
    return [row._replace(sentence=due[0].sentence) if row is listed[0] else row for row in requests]


def _meeting(reading: Reading) -> Iterator[LetterAction]:
    if reading.meeting:
        page = reading.text.page_at(reading.meeting.place)
        text = meeting_words(reading)
        if reading.meeting.appointment.mode in {"event", "online"}:
            text += f' {load_sentences().say("meeting.literal", what=reading.meeting.quote)}'
        yield LetterAction(text=text, quote=reading.meeting.quote, page=page)


def _terms(reading: Reading, requests: list[Request], duties: list[Duty]) -> Iterator[LetterAction]:
    for due in reading.due:
        listed = next((r.what for r in requests if r.what and r.sentence == due.sentence), None)
        argued = _argued(due, reading)
        text = _of_proof(due, reading) or argued
        literal = None if listed or text else _literal(due, reading)
        gloss = _translated(literal, reading, most=GLOSSED) if literal else ""
        text = text or (f"{literal}{gloss}" if literal else due_words(due, reading))
        duty = next((duty for duty in duties if _holds(duty, due.sentence)), None)
        if duty and not listed and not argued and '"' not in text:
            text = f"{text} {_own_words(duty, text, reading)}"
        if listed:
            text = f'{text} {load_sentences().say("request.listed", what=listed)}{_translated(listed, reading)}'
        yield LetterAction(
            text=text, deadline=due.deadline.date, who="together" if due.optional else "client",
            quote=due.deadline.quote, page=reading.text.page_at(due.place),
        )  # fmt: skip


def _of_proof(due: Due, reading: Reading) -> str | None:
    """A term behind the appointment is for the proof that the reader could not come, not for saying so."""
    if reading.meeting is None or due.deadline.date is None or due.deadline.date <= reading.meeting.day:
        return None
    if due.topic not in {"tell", "hand_in"} or not pattern("requests", "absence_proof").search(due.sentence.text):
        return None
    return load_sentences().say("due.proof", last=last_day(due, reading.today))


def _literal(due: Due, reading: Reading) -> str | None:
    """A row of a table, or a term whose subject we do not know, in the words of the letter."""
    row = ROW.search(due.sentence.text) is not None
    points_back = pattern("requests", "anaphora").match(due.deadline.quote) is not None
    if due.deadline.do_by is None or not (row or points_back or due.topic == "other"):
        return None
    cells = [cell.strip() for cell in due.deadline.quote.split("|")]
    what = max(cells, key=len) if row else due.deadline.quote.strip(" .")
    if points_back and due.sentence.start:
        what = f"{quoted(reading.text.sentence_at(max(due.sentence.start - 2, 0)))} {what}"
    return f'{load_sentences().say("due.literal", what=what)} {last_day(due, reading.today)}'


def _argued(due: Due, reading: Reading) -> str | None:
    """How to object to this kind of letter, with the last day."""
    if due.topic not in ARGUED or due.deadline.do_by is None:
        return None
    steps = reading.kind.steps if reading.kind else ()
    step = next((step for step in steps if step.topic in ARGUED), None)
    # The name of the way to object, as the letter gives it, helps whoever looks for help.
    named = [str(row["say"]) for row in letter_language("requests")["remedies"] if _names(row["words"], due)]
    how = step.say if step else load_sentences()[named[0]] if named else None
    return f"{how} {last_day(due, reading.today)}" if how else None


def _names(words: str, due: Due) -> bool:
    return re.search(words, due.sentence.text, re.IGNORECASE) is not None


def _requests(reading: Reading, requests: list[Request], duties: list[Duty]) -> Iterator[LetterAction]:
    """One action for each sentence: what we understood of it, then its own words where they say more."""
    taken = {due.sentence for due in reading.due}
    early = any(due.topic == "tell" and _of_proof(due, reading) is None for due in reading.due)
    by_place: dict[Span, list[Request]] = {}
    by_span = {duty.span: duty for duty in duties}
    for request in requests:
        if not ((request.what and request.sentence in taken) or (early and request.topic == "absent")):
            duty = next((duty for duty in duties if _holds(duty, request.sentence)), None)
            by_place.setdefault(duty.span if duty else request.sentence, []).append(request)
    for span, rows in by_place.items():
        duty = by_span.get(span)
        if duty and not duty.points:
            # What stands behind a colon, with what is said about it.
            rows = [_with_words_before(row, duty) for row in rows]
        text = " ".join(dict.fromkeys(_request_words(row, reading) for row in rows))
        if duty and not any(row.what for row in rows) and not any(_holds(duty, sentence) for sentence in taken):
            text = f"{text} {_own_words(duty, text, reading)}"
        yield LetterAction(text=text, who="client", quote=quoted(span), page=reading.text.page_at(span.start))


def _with_words_before(row: Request, duty: Duty) -> Request:
    return row._replace(what=shortened(duty.what)) if row.what and row.what in duty.what else row


def _own_words(duty: Duty, said: str, reading: Reading) -> str:
    """The words of the letter behind what we `said` of them: the other plain verbs first, then the papers in Dutch."""
    say = load_sentences()
    told = re.findall(r"\w+", said)
    plain = [say[row] for row in duty.plain if say[row].split()[0].strip(".") not in told]
    if say["request.plan"] in said:
        plain = [words for words in plain if words not in (say["lead.pay"], say["lead.plan"])]
    words = " ".join([*plain, say.say("request.listed", what=shortened(duty.what))])
    return f"{words}{_glossed(duty.what, said, reading)}"


def _request_words(request: Request, reading: Reading) -> str:
    say, key = load_sentences(), f"request.{request.topic}"
    return f"{say.say(key, what=request.what)}{_translated(request.what, reading)}" if request.what else say[key]


def _holds(duty: Duty, sentence: Span) -> bool:
    return duty.span.start <= sentence.start < duty.span.end


def _is_shown(duty: Duty, quotes: set[str], shown: str) -> bool:
    """Whether an action says this already: its points, its sentence, or nearly all of its words."""
    if duty.points:
        return duty.points.strip(" .;") in shown
    if quoted(duty.span) in quotes or duty.what.strip(" -.;") in shown:
        return True
    stems, there = _stems(duty.what), _stems(shown)
    return len(stems & there) >= SAME * len(stems)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w{3,}|\d+", text.lower())}


def _translated(what: str, reading: Reading, said: str = "", most: int | None = None) -> str:
    """What the words of a French letter mean in Dutch, behind its own words."""
    names = in_dutch(what, said, most) if reading.language == "fr" else None
    return f" {load_sentences().say('request.in-dutch', what=names)}" if names else ""


def _glossed(what: str, said: str, reading: Reading) -> str:
    """The same, or in plain Dutch what the hard names of people and things mean."""
    if reading.language == "fr":
        return _translated(what, reading, said, GLOSSED)
    names = in_plain(what)
    return f" {load_sentences().say('request.in-plain', what=names)}" if names else ""


def _duties(reading: Reading, found: list[LetterAction], duties: list[Duty]) -> Iterator[LetterAction]:
    """What the letter asks besides, in its own words with plain verbs before them."""
    shown, quotes = " ".join(action.text for action in found), {action.quote for action in found}
    for duty in duties:
        if _is_shown(duty, quotes, shown):
            continue
        text = f"{_duty_words(duty)}{_glossed(duty.what, shown, reading)}"
        shown = f"{shown} {duty.what}"
        yield LetterAction(text=text, quote=quoted(duty.span), page=reading.text.page_at(duty.span.start))


def _duty_words(duty: Duty) -> str:
    say, what = load_sentences(), shortened(duty.what)
    if not duty.plain:
        return say.say("request.asks" if duty.force == "must" and not duty.states else "request.says", what=what)
    key = "request.if" if duty.conditional else f"request.{duty.force}"
    return say.say(key, how=" ".join(say[row] for row in duty.plain), what=what)


def _subject(reading: Reading) -> Iterator[LetterAction]:
    """The subject of a letter whose kind is unknown."""
    unknown = reading.kind is None or reading.kind.extra or reading.sender.kind in QUIET
    subject = headline(reading.text.text) if unknown else None
    if subject:
        yield LetterAction(text=load_sentences().say("request.subject", what=subject), quote=subject)
