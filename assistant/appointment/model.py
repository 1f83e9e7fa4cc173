"""The shape of corpus/barriers.yaml and corpus/appointments.yaml: a closed set of keys, no expressions."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from assistant.models import FormQuestion, Practice, Strength
from ingest.models import Model

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
BodyId = Literal["vdab", "ocmw", "rva", "dienst", "ziekenfonds", "ander"]
"""`dienst` = the office that the talk is with, whichever that is; `ander` = any office but that one."""


class Line(Model):
    """One line of the sheet with the pages that carry it; none = our own advice.

    `kinds`, `body` and `barriers` say where the line belongs; empty = everywhere.
    """

    text: str = Field(min_length=1)
    sources: tuple[str, ...] = ()
    kinds: tuple[Id, ...] = ()
    body: BodyId | None = None
    barriers: tuple[Id, ...] = ()


def _as_line(value: Any) -> Any:
    """A bare string in the data is a line of our own advice."""
    return {"text": value} if isinstance(value, str) else value


Lines = tuple[Annotated[Line, BeforeValidator(_as_line)], ...]


class Request(Model):
    """What a barrier lets one ask, of whom, and how strong that is."""

    to: BodyId
    request: str = Field(min_length=1)
    because: str | None = Field(default=None, description="what the pages say, in our words; none = own advice")
    strength: Strength
    sources: tuple[str, ...] = ()
    kinds: tuple[Id, ...] = ()


class Barrier(Model):
    """Something that is hard now: how to say it, what to ask, what to bring."""

    id: Id
    name: str
    say: str
    practice: Practice | None = None
    bring: Lines = ()
    requests: tuple[Request, ...] = Field(min_length=1)
    notes: Lines = ()


class Kind(Model):
    """One kind of talk."""

    id: Id
    name: str
    title: str
    body: Literal["vdab", "ocmw", "rva", "dienst"]
    own_first: bool = Field(
        default=False, description="what this talk asks for goes before barriers and wishes; questions on work stay out"
    )
    bring: Lines = ()
    expect: Lines = ()
    say: Lines = ()
    ask: Lines = ()
    duties: Lines = ()
    before_signing: Lines = ()
    practice: tuple[Practice, ...] = ()


class Want(Model):
    """What the client wants: a sentence to say, and what to ask for it."""

    id: Id
    say: str
    ask: str | None = None
    small_steps: bool = False


class Effect(Model):
    """What a small step does to one income, and who must know first."""

    effect: str
    tell: str
    sources: tuple[str, ...] = ()


class Step(Model):
    """A small step towards work; `barriers` = what it fits best."""

    id: Id
    step: str
    say: str
    barriers: tuple[Id, ...] = ()
    effects: Mapping[str, Effect] = Field(min_length=1, description="id of an income, or `alle` -> effect")


class Forms(Model):
    """Everything that a sheet is made of."""

    bodies: Mapping[str, str]
    barriers: tuple[Barrier, ...]
    questions: tuple[FormQuestion, ...]
    kinds: tuple[Kind, ...]
    bring: Lines
    expect: Lines
    ask: Lines
    duties: Lines
    before_signing: Lines
    afterwards: Lines
    practice: tuple[Practice, ...]
    wants: tuple[Want, ...]
    strengths: Mapping[str, str] = Field(description="option of the question -> the words that count at VDAB")
    modes: Mapping[str, str] = Field(description="option of the question -> where, in words")
    ways: Mapping[str, str] = Field(description="option of the question -> how I get there")
    mode_ways: Mapping[str, str] = Field(description="way for a mode without a journey")
    cannot: Mapping[str, str] = Field(description="body -> what I do when I cannot go")
    steps: tuple[Step, ...]
