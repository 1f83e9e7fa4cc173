"""The numbers that a team entered itself, in place of 'the OCMW of your municipality'."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ask.show import contact_lines
from assistant.models import Answer, AppointmentSheet, Contact, Helper, Letter, RightRow, Rights, Walk
from assistant.sentences import load_sentences
from ingest.errors import WegwijsError
from ingest.models import Organisation

if TYPE_CHECKING:
    from assistant.dossier import Service

FILE = "diensten.yaml"


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
        """The answer with local contacts and the whole team; in a crisis nothing stands beside the numbers.

        The text names the same bodies as the contacts.
        """
        rows = self.contacts(answer.contacts) if answer.kind == "crisis" else self._with_team(answer.contacts)
        parts = tuple(map(self.in_answer, answer.parts))
        return answer.model_copy(update={"contacts": rows, "parts": parts, "answer": self._in_text(answer)})

    def _in_text(self, answer: Answer) -> str:
        """The text with the team's own entries in its list of contacts."""
        say = load_sentences()
        pairs = zip(answer.contacts, self.contacts(answer.contacts), strict=True)
        mine = {
            f"- {old}": f"- {new}"
            for general, own in pairs
            for old, new in zip(contact_lines([general], say), contact_lines([own], say), strict=False)
        }
        return "\n".join(mine.get(line, line) for line in answer.answer.split("\n"))

    def in_letter(self, letter: Letter) -> Letter:
        """The letter with local helpers and the whole team."""
        services = self._services()
        rows = tuple(self._my_helper(row, services) for row in letter.helpers)
        known = {row.name for row in rows}
        team = tuple(
            Helper(name=row.name, phone=row.phone, local=True)
            for row in services
            if row.phone and row.name not in known
        )
        return letter.model_copy(update={"helpers": rows + team})

    def in_walk(self, walk: Walk, general: Sequence[Contact]) -> Walk:
        """The walk with who helps, and the whole team."""
        return walk.model_copy(update={"contacts": self._with_team(general)})

    def in_sheet(self, sheet: AppointmentSheet) -> AppointmentSheet:
        """The sheet with the whole team."""
        return sheet.model_copy(update={"contacts": self._with_team(())})

    def in_rights(self, rights: Rights) -> Rights:
        """The rights with local contacts, and the whole team at the end."""

        def own(rows: Sequence[RightRow]) -> tuple[RightRow, ...]:
            return tuple(row.model_copy(update={"contact": self.contacts([row.contact])[0]}) for row in rows)

        return rights.model_copy(
            update={
                "likely": own(rights.likely), "maybe": own(rights.maybe), "not_now": own(rights.not_now),
                "contacts": self._with_team(()),
            }
        )  # fmt: skip

    def _with_team(self, general: Sequence[Contact]) -> tuple[Contact, ...]:
        """The contacts with local ones in their place, then what the team entered besides."""
        rows = self.contacts(general)
        team = (service.contact() for service in self._services() if service.phone)
        return (*rows, *(row for row in team if row not in rows))

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

