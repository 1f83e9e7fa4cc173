"""What we advise for a kind of letter, beside what the letter itself asks."""

import re
from collections.abc import Iterator

from assistant.letters.catalogue import Step
from assistant.letters.clean import quoted
from assistant.letters.duties import HEADING, Duty
from assistant.letters.patterns import letter_language, pattern
from assistant.letters.reading import Reading
from assistant.letters.say import QUIET
from assistant.models import LetterAction
from assistant.plain import Span

ARGUED = {"appeal", "object"}
"""Topics of a right to say no."""


def wants_something(reading: Reading, duties: list[Duty]) -> bool:
    """Whether a letter that says that nothing is needed wants something all the same."""
    asked = any(duty.force == "must" and not duty.conditional and not duty.states for duty in duties)
    return asked or reading.meeting is not None or any(not due.optional for due in reading.due)


def advise(reading: Reading, said: set[str], *, idle: bool = False) -> Iterator[LetterAction]:
    """What we advise for this kind of letter, beside the sentence that shows the kind; `idle`: nothing is needed."""
    place = _evidence(reading)
    if reading.kind is None or place is None:
        return
    who = "client" if reading.sender.kind in QUIET else "together"
    variant = reading.kind.variant(reading.text.text)
    for step in reading.kind.steps:
        needless = idle and step.topic not in letter_language("requests")["keep_idle"]
        if needless or (variant and step.topic in variant.drop):
            continue
        if _is_wanted(step, reading, said):
            yield LetterAction(text=step.say, who=who, quote=quoted(place), page=reading.text.page_at(place.start))


def _is_wanted(step: Step, reading: Reading, said: set[str]) -> bool:
    if step.topic in ARGUED:
        # A right to object is only named where the letter names it; its term says it already.
        named = pattern("requests", "objection").search(reading.text.text)
        return named is not None and not any(due.topic in ARGUED and due.deadline.do_by for due in reading.due)
    if step.topic == "absent" and reading.meeting is None:
        return False
    return step.topic not in said or step.topic in letter_language("requests")["keep_both"]


def _evidence(reading: Reading) -> Span | None:
    """The sentence that shows what kind of letter this is; the first one when none does."""
    if reading.kind is None:
        return None
    greeting = pattern("layout", "salutation").search(reading.text.text, HEADING)
    for start in {greeting.end() if greeting else 0: None, 0: None}:
        for words in (reading.kind.strong, *reading.kind.evidence, reading.kind.title):
            match = re.compile(words or "(?!)", re.IGNORECASE).search(reading.text.text, start)
            if match:
                return reading.text.sentence_at(match.start())
    return reading.text.sentences[0] if reading.text.sentences else None
