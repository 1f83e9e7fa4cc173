"""All that was found in one letter, before it is put in plain words."""

from datetime import date
from typing import NamedTuple

from assistant.letters.appointment import Meeting
from assistant.letters.catalogue import Kind
from assistant.letters.clean import CleanText
from assistant.letters.due import Due
from assistant.letters.keep import Numbers
from assistant.letters.scam import Suspicion
from assistant.models import LetterAmount, Sender


class Reading(NamedTuple):
    """The facts of a letter with their places. `due` is sorted: what asks for action first comes first."""

    text: CleanText
    language: str | None
    sender: Sender
    kind: Kind | None
    letter_date: date | None
    due: tuple[Due, ...]
    meeting: Meeting | None
    amounts: tuple[LetterAmount, ...]
    numbers: Numbers
    suspicion: Suspicion
    today: date
