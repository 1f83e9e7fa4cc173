"""Undo: the last states of a dossier, in memory only."""

from typing import NamedTuple

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

    def undo(self) -> "History":
        """One state back; the first one stays."""
        return History(self.before[-1], self.before[:-1]) if self.before else self
