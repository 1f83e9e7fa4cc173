"""'Onze diensten': local numbers that a team enters once. A plain file without anything about a client, to share."""

from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import Field, ValidationError

from assistant.dossier.keeper import BIGGEST, write_file
from assistant.local import FILE
from assistant.models import Contact
from ingest.errors import DossierError
from ingest.models import Model

ServiceKind = Literal["ocmw", "sociaal-huis", "digipunt", "outreacher", "andere"]
SERVICE_KINDS: tuple[ServiceKind, ...] = get_args(ServiceKind)


class Service(Model):
    """One local body or person. `kind` says which general entry it stands in for."""

    kind: ServiceKind
    name: str = Field(min_length=1, max_length=120)
    phone: str | None = Field(default=None, max_length=40, pattern=r"^[+0-9][0-9 ./()-]*$")
    hours: str | None = Field(default=None, max_length=200)
    address: str | None = Field(default=None, max_length=200)

    def contact(self) -> Contact:
        """The service as somebody to call, marked as filled in by the team itself."""
        hours = " · ".join(filter(None, (self.hours, self.address))) or None
        return Contact(name=self.name, phone=self.phone, hours=hours, local=True)


class Services(Model):
    """What a team filled in itself."""

    version: Literal[1] = 1
    gemeente: str = Field(default="", max_length=80)
    services: tuple[Service, ...] = Field(default=(), max_length=40)

    def contacts(self) -> tuple[Contact, ...]:
        """The services as contacts, marked as filled in by the team itself."""
        return tuple(row.contact() for row in self.services)


def load_services(home: Path) -> Services:
    """The services of this machine; none when nothing was entered. Raises DossierError (`services`)."""
    path = home / FILE
    return parse_services(path.read_bytes()) if path.exists() else Services()


def save_services(home: Path, services: Services) -> None:
    """Write the file, whole or not at all."""
    home.mkdir(parents=True, exist_ok=True)
    write_file(home / FILE, services_file(services))


def services_file(services: Services) -> bytes:
    """The file that a team shares, as YAML."""
    return yaml.safe_dump(services.model_dump(mode="json"), allow_unicode=True, sort_keys=False).encode("utf-8")


def parse_services(content: bytes) -> Services:
    """The services in a shared file. Raises DossierError (`services`)."""
    try:
        if len(content) > BIGGEST:
            raise ValueError("too large")
        return Services.model_validate(yaml.safe_load(content.decode("utf-8")))
    except (ValueError, yaml.YAMLError, ValidationError, RecursionError) as error:
        raise DossierError("the file with services breaks its rules", reason="services") from error
