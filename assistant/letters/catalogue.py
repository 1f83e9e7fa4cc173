"""The kinds of letters (`corpus/letters.yaml`) and the senders (`senders.yaml`) as typed data."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from assistant.letters.patterns import letter_language, one_of, pattern
from assistant.models import SenderKind
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Model

Need = Literal["appointment", "deadline", "appeal"]
Urgency = Literal["laag", "middel", "hoog", "dringend"]


class FieldMeaning(Model):
    """A thing that stands in such a letter, and what it means."""

    field: str
    means: str


class Step(Model):
    """Something we advise. What the letter itself asks under the same topic takes its place."""

    topic: str
    say: str


class Variant(Model):
    """A letter of a kind that says something else: told by `words`, unless `never` stands there too."""

    words: str
    never: str | None = None
    what: str
    drop: tuple[str, ...] = Field(default=(), description="topics of steps that do not fit")


class Kind(Model):
    """One kind of letter. `title`, `strong`, `must`, `against` and `evidence` are patterns, case aside.

    `must` has to stand in the letter and `against` not. `event` is where an appointment of this kind leads to.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: str
    senders: tuple[SenderKind, ...]
    need: Need | None
    title: str
    evidence: tuple[str, ...]
    strong: str | None = None
    must: str | None = None
    against: str | None = None
    what: str
    variants: tuple[Variant, ...] = ()
    event: str | None = None
    steps: tuple[Step, ...]
    if_nothing: str
    appeal_where: str | None
    urgency: Urgency
    helpers: tuple[str, ...]
    procedures: tuple[str, ...]
    fields: tuple[FieldMeaning, ...]
    sources: tuple[str, ...]
    certain: bool
    pay_rule: str | None = None
    asks: str | None = Field(default=None, description="what a term is about that does not say so itself")
    amount: str | None = Field(default=None, description="what the sum of such a letter is, e.g. te betalen")
    extra: bool = Field(default=False, description="outside the shared list of kinds that the scored letters use")

    def variant(self, text: str) -> Variant | None:
        """The first variant that fits what the letter states, not what it threatens with or supposes."""
        stated = stated_only(text)
        return next((row for row in self.variants if _fits(row, stated)), None)

    @property
    def advice(self) -> tuple[str, ...]:
        """The sentences of the steps."""
        return tuple(step.say for step in self.steps)


class SenderEntry(Model):
    """How to recognise one kind of sender."""

    kind: SenderKind
    say: str
    names: str
    domains: str
    words: tuple[str, ...]
    strong: str
    appeal_rule: str | None
    named: bool = Field(default=False, description="wording alone does not point to this sender")
    company: bool = Field(default=False, description="is a company itself")


def stated_only(text: str) -> str:
    """The text without sentences about what may happen: "wie niet antwoordt, wordt geschrapt"."""
    parts = re.split(r"(?<=[.!?])\s+|\n(?=\s*\S)(?=\s*[A-Z\u2022-])|\n\n", text)
    return "\n".join(part for part in parts if not pattern("layout", "supposed").search(part))


def _fits(variant: Variant, text: str) -> bool:
    never = variant.never is not None and re.search(variant.never, text, re.IGNORECASE)
    return not never and re.search(variant.words, text, re.IGNORECASE) is not None


@cache
def load_kinds(root: Path = CORPUS_DIR) -> tuple[Kind, ...]:
    """All kinds in order of the file. Raises ValidationError when a row breaks its form."""
    return tuple(Kind(**row) for row in load_yaml(root / "letters.yaml")["letters"])


@cache
def load_senders() -> Mapping[str, SenderEntry]:
    """All institutional senders by kind."""
    rows = letter_language("senders")["senders"]
    return {row["kind"]: SenderEntry(**row | {key: one_of(row[key]) for key in ("names", "strong")}) for row in rows}
