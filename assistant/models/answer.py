"""The answer to a question, with its proof."""

from datetime import date as Day
from typing import Literal

from pydantic import Field

from assistant.models.text import HardWord, Readability
from ingest.models import Model, Who

AnswerKind = Literal["answer", "abstain", "out_of_scope", "crisis", "clarify"]
Label = Literal[
    "answer", "needs-personal-file", "opinion", "greeting", "thanks", "crisis-danger", "crisis-suicide",
    "crisis-child", "crisis-violence", "crisis-food-roof", "out-of-scope", "other-country", "medical",
    "legal-strategy", "deceit", "other-people-data", "injection", "unclear", "pasted-letter", "not-found",
]  # fmt: skip


class Citation(Model):
    """The sentence that carries a claim and the page it was checked against."""

    document_id: str
    section: str
    title: str
    publisher: str
    url: str | None
    page_date: str | None = None
    checked: Day | None = None
    page: int | None = None
    quote: str
    quote_from: Literal["own-summary", "source", "own-document"] = "own-summary"


class Step(Model):
    """One thing to do, and who does it."""

    text: str
    deadline: str | None = None
    who: Who = "client"


class Term(Model):
    """A term that a rule sets, in words."""

    text: str
    rule: str


class Contact(Model):
    """Who to call. `local` = entered by the outreacher or different in each municipality."""

    name: str
    phone: str | None = None
    url: str | None = None
    hours: str | None = None
    local: bool = False


class Near(Model):
    """A near question, as a person may ask it, with its direct answer."""

    question: str
    answer: str


class Answer(Model):
    """The answer to one question, or to two: then `parts` holds the two answers and the rest both together."""

    id: str | None = None
    question: str
    kind: AnswerKind
    label: Label
    abstained: bool = False
    confidence: float = Field(default=0.0, ge=0, le=1)
    summary: str
    answer: str
    steps: tuple[Step, ...] = ()
    bring: tuple[str, ...] = ()
    deadlines: tuple[Term, ...] = ()
    contacts: tuple[Contact, ...] = ()
    care: str | None = Field(default=None, description="one sentence for who may be in need, with a number")
    difficult_words: tuple[HardWord, ...] = ()
    citations: tuple[Citation, ...] = ()
    uncertain: tuple[str, ...] = ()
    more: tuple[Near, ...] = ()
    options: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    parts: "tuple[Answer, ...]" = Field(default=(), description="the two answers to two questions in one message")
    readability: Readability = Readability()
    engine: str = "builtin"
    seconds: float = 0.0
