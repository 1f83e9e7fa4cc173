"""Messages and phone scripts."""

from typing import Literal

from pydantic import Field

from assistant.models.answer import Citation
from assistant.models.text import Readability
from ingest.models import Model


class MessageHole(Model):
    """A place to fill in a message."""

    id: str
    ask: str
    kind: Literal["text", "date", "time", "choice"] = "text"
    options: dict[str, str] = {}
    optional: bool = False


class MessageListing(Model):
    """A message or phone script in the list."""

    id: str
    title: str
    when: str
    holes: tuple[MessageHole, ...]


class Message(Model):
    """A message ready to send and, where it fits, a script to call with. A hole without an answer shows as '…'."""

    id: str
    title: str
    text: str
    script: str | None = None
    missing: tuple[str, ...] = ()
    watch: tuple[str, ...] = Field(default=(), description="what to know or add before it goes out")
    citations: tuple[Citation, ...] = ()
    readability: Readability = Readability()
