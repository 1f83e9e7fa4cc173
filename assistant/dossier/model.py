"""What stands in 'Mijn stappen'. Plain frozen data; every change gives a new dossier (see `change`)."""

from datetime import date as Day
from datetime import datetime
from secrets import token_hex
from typing import Literal

from pydantic import Field

from ingest.models import Model, Who

VERSION: Literal[3] = 3
"""Of the model as it is written; `migrate` lifts older ones."""

Origin = Literal["procedure", "letter", "appointment", "right", "own"]
Urgency = Literal["laag", "middel", "hoog", "dringend"]
BARRIERS, SEPARATOR = "drempels", "; "
"""The fact that a dossier keeps apart, and what stands between the values of the others."""
Short = Field(min_length=1, max_length=300)
Id = Field(default_factory=lambda: token_hex(6), pattern=r"^[0-9a-f]{12}$")


class SmallStep(Model):
    """One small thing to do within a task."""

    text: str = Field(min_length=1, max_length=1000)
    who: Who = "client"
    due: Day | None = None
    done_on: Day | None = None
    hint: str = Field(default="", max_length=1000, description="what to bring or say, shown below the step")


class Task(Model):
    """Something to get done. `source` names what it came from: adding the same again renews it."""

    id: str = Id
    title: str = Short
    origin: Origin = "own"
    source: str = Field(default="", max_length=200)
    due: Day | None = None
    urgency: Urgency | None = None
    steps: tuple[SmallStep, ...] = ()
    added_on: Day
    done_on: Day | None = None


class Note(Model):
    """A remark in somebody's own words."""

    id: str = Id
    text: str = Field(min_length=1, max_length=4000)
    written_on: Day


class Meeting(Model):
    """An appointment. Midnight means that no hour is known."""

    id: str = Id
    title: str = Short
    start: datetime
    place: str = Field(default="", max_length=300)
    sheet: dict[str, str] = Field(default={}, max_length=20, description="answers that open its preparation sheet")


class Application(Model):
    """One row of 'Wat ik deed': a proof of looking for work. The stamp is put on the printed sheet."""

    id: str = Id
    day: Day
    company: str = Short
    person: str = Field(default="", max_length=200)
    answer: str = Field(default="", max_length=300)


class Draft(Model):
    """What a procedure, letter or appointment brings along; nothing is kept yet."""

    tasks: tuple[Task, ...] = Field(default=(), max_length=20)
    meetings: tuple[Meeting, ...] = Field(default=(), max_length=20)


class Dossier(Model):
    """All of one person. `facts` = what is known and asked once (see corpus/known.yaml), but for the barriers."""

    version: Literal[3] = VERSION
    nickname: str = Field(default="", max_length=40)
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    applications: tuple[Application, ...] = ()
    facts: dict[str, str] = Field(default_factory=dict)
    barriers: tuple[str, ...] = ()

    @property
    def known(self) -> dict[str, tuple[str, ...]]:
        """Fact id -> its values, the barriers too."""
        found = {name: tuple(words.split(SEPARATOR)) for name, words in self.facts.items()}
        return {**found, BARRIERS: self.barriers} if self.barriers else found

    @property
    def empty(self) -> bool:
        """Whether there is nothing to lose."""
        return not (self.tasks or self.notes or self.meetings or self.applications or self.facts or self.barriers)
