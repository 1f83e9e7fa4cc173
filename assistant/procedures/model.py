"""The shape of corpus/procedures/*.yaml: a closed set of keys, no expressions."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from assistant.deadlines import Unit
from ingest.models import Domain, Model, Who

END = "einde"
"""The name of the end: `next: einde`."""


class Rule(Model):
    """A term that runs from the date given as answer to the question `after`."""

    text: str = Field(min_length=1, description="the rule in plain words, with its start")
    count: int | None = Field(default=None, ge=1)
    unit: Unit = "day"
    after: str | None = Field(default=None, description="id of a question of kind date")


class Node(Model):
    """One question (`ask`) or one step (`do`). The walk goes on with `next`, else with the node below."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    ask: str | None = None
    why: str | None = Field(default=None, description="why we ask this")
    kind: Literal["choice", "date"] = "choice"
    options: Mapping[str, str | None] = Field(
        default={},
        description="answer -> id of the next node, null = below; beside a date: answers such as `nog niet`",
    )

    do: str | None = None
    who: Who = "client"
    outreacher: str | None = Field(default=None, description="what the outreacher does meanwhile")
    bring: tuple[str, ...] = ()
    say: str | None = Field(default=None, description="a sentence to use, in the client's own words")
    channel: str | None = None
    without_pc: str | None = None
    without_itsme: str | None = None
    without_dutch: str | None = None
    without_bus: str | None = None
    minutes: int | None = Field(default=None, ge=1)
    deadline: Rule | None = None
    if_it_fails: str | None = None

    sources: tuple[str, ...] = ()
    next: str | None = None

    @property
    def is_question(self) -> bool:
        """Whether the node asks something."""
        return self.ask is not None


class Procedure(Model):
    """One guided application."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    domain: Domain
    minutes: int = Field(ge=1, description="about how long it takes at the table")
    intro: str = Field(min_length=1, description="what it is for, one or two sentences")
    stale_after: date
    nodes: tuple[Node, ...] = Field(min_length=1)
    done_when: str = Field(min_length=1, description="the proof that it was handed in")
    next: str = Field(min_length=1, description="when to expect an answer, and what if none comes")
    contacts: tuple[str, ...] = ()

    def node(self, name: str) -> Node:
        """The node with this id; KeyError when there is none."""
        for node in self.nodes:
            if node.id == name:
                return node
        raise KeyError(name)

    def below(self, node: Node) -> str:
        """The id of the node under `node`, or the end."""
        place = self.nodes.index(node) + 1
        return self.nodes[place].id if place < len(self.nodes) else END
