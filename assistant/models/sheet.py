"""The sheet for a talk: the questions that fill it, requests, small steps."""

from datetime import date as Day
from datetime import datetime
from typing import Literal

from pydantic import Field

from assistant.models.answer import Citation, Contact
from assistant.models.text import Readability
from ingest.models import Model

Strength = Literal["recht", "kan", "raad"]
"""How strong a request is: a right, something the office decides, or our own advice."""


class FormQuestion(Model):
    """A question of a short form. `options` = value -> words; empty for a day, an hour and free text."""

    id: str
    ask: str
    why: str
    kind: Literal["choice", "many", "date", "time", "text"] = "choice"
    options: dict[str, str] = {}
    screen: int = Field(default=1, ge=1, description="questions with the same number stand on one screen")
    only_if: dict[str, str] = Field(default={}, description="question id -> value without which it is not asked")


class Practice(Model):
    """A likely question, with an example answer that the client changes."""

    question: str
    example: str


class BarrierRequest(Model):
    """What is hard, what to ask for it and of whom, and how strong that request is."""

    barrier: str
    barrier_id: str
    request: str
    because: str | None = Field(default=None, description="what stands behind it, as the cited page says it")
    to: str
    own: bool = Field(description="a request to the office of this talk")
    strength: Strength
    citations: tuple[Citation, ...] = ()


class StepEffect(Model):
    """What a small step does to an income, and who must know first."""

    income: str
    effect: str
    tell: str
    citations: tuple[Citation, ...] = ()


class SmallStep(Model):
    """A step for who finds work still too far away, with a sentence that explains it."""

    id: str
    step: str
    say: str
    effects: tuple[StepEffect, ...]


class AppointmentSheet(Model):
    """The preparation of one talk, in the client's own words. `citations` quote the lines that they carry."""

    kind: str
    title: str
    body: str
    phone: str | None
    when: str | None
    start: datetime | None = None
    day: Day | None = None
    where: str | None
    way: str | None
    if_i_cannot: str
    bring: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    barriers: tuple[BarrierRequest, ...] = ()
    strengths: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    before_signing: tuple[str, ...] = ()
    small_steps: tuple[SmallStep, ...] = ()
    practice: tuple[Practice, ...] = ()
    afterwards: tuple[str, ...] = ()
    missing: tuple[str, ...] = Field(default=(), description="questions without an answer")
    contacts: tuple[Contact, ...] = Field(default=(), description="what the team entered itself")
    citations: tuple[Citation, ...] = ()
    readability: Readability = Readability()
