"""Undo: the last states of a dossier, in memory only."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.dossier.change import know
from assistant.dossier.model import Dossier

KEPT = 20
"""States to go back to."""


class History(NamedTuple):
    """A dossier with what it was before."""

    now: Dossier
    before: tuple[Dossier, ...] = ()

    def change(self, dossier: Dossier) -> "History":
        """Go on with `dossier`; a change that changes nothing is no state."""
        if dossier == self.now:
            return self
        return History(dossier, (*self.before, self.now)[-KEPT:])

    def learn(self, facts: Mapping[str, Sequence[str]]) -> "History":
        """What is known now was known all along: undo takes back a change, never an answer at another door."""
        return History(know(self.now, facts), tuple(know(dossier, facts) for dossier in self.before))

    def undo(self) -> "History":
        """One state back; the first one stays."""
        return History(self.before[-1], self.before[:-1]) if self.before else self
