"""An explained letter: sender, days, amounts, what to do."""

from datetime import date as Day
from datetime import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field, field_serializer

from assistant.models.text import HardWord, Readability
from ingest.models import Model, Who

SenderKind = Literal[
    "vdab", "rva", "hvw", "vakbond", "ocmw", "deurwaarder", "incasso", "fod-financien", "mutualiteit",
    "groeipakket", "woonmaatschappij", "vrederechter", "arbeidsrechtbank", "fluvius", "school", "opleiding",
    "inburgering", "reclame", "phishing", "persoonlijk", "andere",
]  # fmt: skip


class Deadline(Model):
    """A term in a letter. `date` = the safe day, `do_by` the working day for it, `latest` the last legal day.

    `date` is None where the letter fixes none ("onverwijld"); `latest` only where a sourced rule gives it.
    """

    date: Day | None
    do_by: Day | None = None
    latest: Day | None = None
    rule: str
    computed_from: str | None = None
    assumption: str | None = None
    sum: str | None = None
    quote: str


class Sender(Model):
    """Who sent the letter."""

    name: str | None
    kind: SenderKind


class LetterAction(Model):
    """One thing the letter asks, with the sentence that asks it."""

    text: str
    deadline: Day | None = None
    who: Who = "client"
    quote: str
    page: int = 1


class Appointment(Model):
    """When and where somebody expects the client. Not a deadline."""

    start: datetime | None
    end: datetime | None = None
    place: str | None = None
    mode: Literal["office", "phone", "home", "online", "court", "event"] | None = None

    @field_serializer("start", "end", when_used="json")
    def _to_the_minute(self, moment: datetime | None) -> str | None:
        return moment.strftime("%Y-%m-%dT%H:%M") if moment else None


class LetterAmount(Model):
    """A sum in the letter with its meaning."""

    value: Decimal
    currency: str = "EUR"
    meaning: str
    quote: str


class Reference(Model):
    """A number to keep ready when calling."""

    label: str
    value: str


class Appeal(Model):
    """How to object, if the letter says so."""

    term: str | None
    where: str | None
    by: Day | None = None


class Helper(Model):
    """Somebody who helps with this letter. `local` = entered by the team itself."""

    name: str
    phone: str | None = None
    url: str | None = None
    local: bool = False


class Letter(Model):
    """One explained letter."""

    file: str
    language: str | None
    pages: int
    text_source: Literal["text-layer", "ocr", "mixed"]
    ocr_confidence: float | None = None
    sender: Sender
    kind: str | None
    kind_id: str | None = Field(default=None, description="id of the kind in the catalogue")
    letter_date: Day | None
    confidence: float = Field(ge=0, le=1)
    summary: str
    actions: tuple[LetterAction, ...] = ()
    deadline: Deadline | None = None
    deadlines: tuple[Deadline, ...] = ()
    appointment: Appointment | None = None
    amounts: tuple[LetterAmount, ...] = ()
    references: tuple[Reference, ...] = ()
    phones: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    appeal: Appeal | None = None
    consequence: str | None = None
    urgency: Literal["laag", "middel", "hoog", "dringend"] | None = None
    warnings: tuple[str, ...] = ()
    plain_text: str = ""
    difficult_words: tuple[HardWord, ...] = ()
    helpers: tuple[Helper, ...] = ()
    procedures: tuple[str, ...] = ()
    readability: Readability = Readability()
    engine: str = "builtin"
    seconds: float = 0.0
    original: tuple[str, ...] = Field(default=(), description="the cleaned text of each page, for the screen")
