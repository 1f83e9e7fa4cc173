"""A guided procedure and its steps."""

from typing import Literal

from pydantic import Field

from assistant.models.answer import Citation, Contact
from ingest.models import Model, Who


class ProcedureListing(Model):
    """A guided procedure in the list."""

    id: str
    title: str
    domain: str
    minutes: int


class OpenQuestion(Model):
    """A question of a procedure that has no answer yet."""

    id: str
    ask: str
    why: str
    kind: Literal["choice", "date", "many"] = "choice"
    options: tuple[str, ...]


class WalkStep(Model):
    """One step of a walked procedure, with all that is needed to do it."""

    id: str
    text: str
    bring: tuple[str, ...] = ()
    say: str | None = None
    channel: str | None = None
    without_pc: str | None = None
    without_itsme: str | None = None
    without_dutch: str | None = None
    without_bus: str | None = None
    who: Who = "client"
    outreacher: str | None = None
    minutes: int | None = None
    deadline: dict[str, str | None] | None = None
    if_it_fails: str | None = None
    citations: tuple[Citation, ...] = ()


class Walk(Model):
    """A procedure walked with the answers known so far."""

    id: str
    title: str
    intro: str
    answers: dict[str, str]
    open: tuple[OpenQuestion, ...]
    steps: tuple[WalkStep, ...]
    done_when: str
    next: str
    contacts: tuple[Contact, ...] = Field(default=(), description="who helps with this procedure")
