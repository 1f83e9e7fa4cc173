"""The outcome of the rights check."""

from typing import Literal

from pydantic import Field

from assistant.models.answer import Citation, Contact
from assistant.models.walk import OpenQuestion
from ingest.models import Model


class RightRow(Model):
    """One right: what it gives and how to get it. `where` is a name, `contact` how to reach it."""

    id: str
    title: str
    theme: str
    level: Literal["federal", "flemish", "local"]
    gives: str
    amount: str | None = None
    how: str
    bring: tuple[str, ...] = ()
    where: str
    contact: Contact
    automatic: bool = False
    missing: tuple[str, ...] = Field(default=(), description="what is still to be known")
    ask: tuple[str, ...] = Field(default=(), description="ids of skipped questions that would tell")
    change: tuple[str, ...] = Field(default=(), description="what would make it possible")
    advice: str | None = Field(default=None, description="whom to ask when it is not likely")
    procedure: str | None = None
    citations: tuple[Citation, ...] = ()


class Rights(Model):
    """The outcome of the rights check, with the questions that have no answer yet."""

    likely: tuple[RightRow, ...] = ()
    maybe: tuple[RightRow, ...] = ()
    not_now: tuple[RightRow, ...] = ()
    have: tuple[RightRow, ...] = Field(default=(), description="what the answers say is there already")
    open: tuple[OpenQuestion, ...] = ()
    answers: dict[str, str] = {}
    uncertain: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = Field(default=(), description="what the team entered itself")
