"""What is known already: asked once, used at every door. The links stand in corpus/known.yaml."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, ValidationError

from assistant.models import Letter
from assistant.procedures import DO_NOT_KNOW, SKIP
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.errors import CorpusError
from ingest.models import Model

Facts = Mapping[str, tuple[str, ...]]
"""Fact id -> its values."""


def _values(value: Any) -> Any:
    """A single value in the data is a list of one."""
    return (value,) if isinstance(value, str) else value


class Fact(Model):
    """Something that is known of a person. `of` = the question that it is the answer to, as `form/question`."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    name: str = Field(min_length=1)
    of: str | None = None
    values: Mapping[str, str] = Field(default={}, description="value -> how it is said; empty = said as it is")
    ask: bool = Field(default=False, description="changes often: asked again, with the old answer marked")
    kept: bool = Field(default=True, description="false = belongs to one letter and goes with its buttons only")


class Link(Model):
    """A question elsewhere that the fact answers. Without `pairs` the answer is the value itself."""

    at: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    fact: str
    pairs: Mapping[str, Annotated[tuple[str, ...], BeforeValidator(_values)]] = {}
    otherwise: str | None = None
    ask: bool = False
    tells: bool = True
    day: bool = Field(default=False, description="the question asks a day: any other answer to it is no fact")

    def answers(self, values: Sequence[str]) -> tuple[str, ...]:
        """The answers that fit these values of the fact."""
        if not self.pairs:
            return tuple(values)
        spoken = {value.casefold() for value in values}
        found = tuple(a for a, wanted in self.pairs.items() if spoken & {value.casefold() for value in wanted})
        return found or ((self.otherwise,) if self.otherwise else ())


class KnownBook(Model):
    """All of corpus/known.yaml, the question of each fact itself first."""

    facts: tuple[Fact, ...]
    links: tuple[Link, ...]


class Filled(NamedTuple):
    """Answers of one form by question id. `sure` need not be asked; `marked` are asked with the answer marked."""

    sure: dict[str, tuple[str, ...]]
    marked: dict[str, tuple[str, ...]]


@cache
def load_known(root: Path = CORPUS_DIR) -> KnownBook:
    """Facts and links. Raises CorpusError that names the first fault."""
    try:
        book = KnownBook(**load_yaml(root / "known.yaml"))
    except ValidationError as error:
        message = f"known.yaml: {error.errors()[0]['msg']}"
        raise CorpusError(message, reason="file", file="known.yaml", line=1) from error
    ids = {fact.id for fact in book.facts}
    for link in book.links:
        if link.fact not in ids:
            raise CorpusError(f"known.yaml: no fact {link.fact}", reason="file", file="known.yaml", line=1)
    own = tuple(Link(at=fact.of, fact=fact.id, ask=fact.ask) for fact in book.facts if fact.of)
    return KnownBook(facts=book.facts, links=(*own, *book.links))


def told(form: str, question: str, answer: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What an answer says of the person. A question left open forgets the fact that it is the question of.

    `form` = `rights`, `appointment`, `messages` or the id of a procedure.
    """
    if not answer or set(answer) & {DO_NOT_KNOW, SKIP}:
        return {name: () for name, fact in kept_facts().items() if fact.of == f"{form}/{question}"}
    found: dict[str, tuple[str, ...]] = {}
    for link in _at(form, question):
        said = [word for word in answer if not link.day or _is_day(word)]
        values = _one_value(link, answer) if link.pairs else tuple(said)
        if link.tells and values and link.fact in kept_facts():
            found[link.fact] = values
    return found


def fill(form: str, facts: Facts) -> Filled:
    """The answers of a form that the facts give."""
    sure: dict[str, tuple[str, ...]] = {}
    marked: dict[str, tuple[str, ...]] = {}
    for link in load_known().links:
        where, question = link.at.split("/")
        answers = link.answers(facts.get(link.fact, ())) if facts.get(link.fact) else ()
        if where == form and answers:
            place = marked if link.ask else sure
            place[question] = tuple(dict.fromkeys((*place.get(question, ()), *answers)))
    return Filled(sure, {name: answers for name, answers in marked.items() if name not in sure})


def facts_of_letter(letter: Letter) -> dict[str, tuple[str, ...]]:
    """What an explained letter says that a procedure asks: its date, the day of the appointment, the sender."""
    found: dict[str, tuple[str, ...]] = {"brief-van": (letter.sender.kind,)}
    if letter.letter_date:
        found["brief-datum"] = (letter.letter_date.isoformat(),)
    if letter.appointment and letter.appointment.start:
        found["brief-afspraak"] = (letter.appointment.start.date().isoformat(),)
    return found


@cache
def kept_facts() -> Mapping[str, Fact]:
    """The facts that a dossier may know, by id."""
    return {fact.id: fact for fact in load_known().facts if fact.kept}


def _at(form: str, question: str) -> Iterator[Link]:
    return (link for link in load_known().links if link.at == f"{form}/{question}")


def _one_value(link: Link, answer: Sequence[str]) -> tuple[str, ...]:
    """The values of the answers; an answer that fits several values says none of them for sure."""
    wanted = [link.pairs[word] for word in answer if word in link.pairs]
    return tuple(values[0] for values in wanted if len(values) == 1)


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
