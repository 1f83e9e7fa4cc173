"""The numbers that a team entered itself, in place of 'the OCMW of your municipality'."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.models import Answer, Contact, Helper, Letter
from ingest.errors import WegwijsError
from ingest.models import Organisation

if TYPE_CHECKING:
    from assistant.dossier import Service

FILE = "diensten.yaml"
WITH_PEOPLE = ("answer", "abstain", "clarify")
"""Kinds of answer that end with the team's own outreachers; in a crisis nothing stands beside the numbers."""


class Local:
    """Fills in local services. A damaged file changes nothing: the door Mijn stappen says so."""

    def __init__(self, home: Path, organisations: Mapping[str, Organisation]) -> None:
        """`home` holds the file of the team; it is read again at each use, since a screen may change it."""
        self._home = home
        self._names = {body.name: body.id for body in organisations.values() if body.local}

    def contacts(self, general: Sequence[Contact]) -> tuple[Contact, ...]:
        """The contacts, with the team's own entry in place of a general one."""
        services = self._services()
        return tuple(self._mine(row, services) for row in general) if services else tuple(general)

    def in_answer(self, answer: Answer) -> Answer:
        """The answer with local contacts, and the outreachers of the team at the end."""
        services = self._services()
        if not services:
            return answer
        people = [row.contact() for row in services if row.kind == "outreacher" and row.phone]
        after = people if answer.kind in WITH_PEOPLE else []
        return answer.model_copy(update={"contacts": (*self.contacts(answer.contacts), *after)})

    def in_letter(self, letter: Letter) -> Letter:
        """The letter with local helpers."""
        services = self._services()
        if not services:
            return letter
        return letter.model_copy(update={"helpers": tuple(self._my_helper(row, services) for row in letter.helpers)})

    def _mine(self, general: Contact, services: "Sequence[Service]") -> Contact:
        found = self._of(general.name, services)
        return found.contact() if found else general

    def _my_helper(self, general: Helper, services: "Sequence[Service]") -> Helper:
        found = self._of(general.name, services)
        return Helper(name=found.name, phone=found.phone, url=general.url, local=True) if found else general

    def _of(self, name: str, services: "Sequence[Service]") -> "Service | None":
        kind = self._names.get(name)
        return next((row for row in services if kind and row.kind == kind), None)

    def _services(self) -> "Sequence[Service]":
        if not (self._home / FILE).exists():
            return ()
        from assistant.dossier import load_services

        try:
            return load_services(self._home).services
        except (WegwijsError, OSError):
            return ()

