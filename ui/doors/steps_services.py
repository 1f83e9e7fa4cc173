"""'Onze diensten' and what is known: what their buttons and forms do."""

import base64
import binascii
from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError

from assistant.dossier import Service, parse_services
from ingest.errors import BadInput, DossierError
from ui.doors.steps_session import Session, Shelf

Fields = Mapping[str, str]
LONGEST_PLACE = 80


def add_service(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    """One more service. Raises DossierError (`missing`, `service`)."""
    try:
        row = Service.model_validate(
            {"kind": given.get("kind"), "name": must(given, "name", 120), "phone": given.get("phone") or None,
             "hours": given.get("hours") or None, "address": given.get("address") or None}
        )  # fmt: skip
    except ValidationError as error:
        raise DossierError("a service breaks its rules", reason="service") from error
    known = shelf.services()
    shelf.set_services(known.model_copy(update={"services": (*known.services, row)}))
    return session


def drop_service(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """Without the service with this number."""
    known = shelf.services()
    left = tuple(row for number, row in enumerate(known.services) if str(number) != value)
    shelf.set_services(known.model_copy(update={"services": left}))
    return session


def take_team_file(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    """The services of a shared file in place of ours. Raises BadInput, DossierError (`services`)."""
    shelf.set_services(parse_services(content(given)))
    return session._replace(message="my.services_taken")


def set_team_municipality(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    """Where the team works: the municipality of a dossier that names none."""
    place = given.get("place", "")[:LONGEST_PLACE]
    shelf.set_services(shelf.services().model_copy(update={"gemeente": place}))
    return session


def set_municipality(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    """Where this person lives; empty forgets it."""
    place = given.get("place", "")[:LONGEST_PLACE]
    return shelf.go_on(session, session.history.learn({"gemeente": (place,) if place else ()}))


def forget_fact(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """Forget one fact."""
    return shelf.go_on(session, session.history.learn({value: ()}))


def must(given: Fields, name: str, longest: int) -> str:
    """What stands in the box `name`. Raises DossierError (`missing`)."""
    words = given.get(name, "")[:longest]
    if not words:
        raise DossierError(f"the box {name} is empty", reason="missing")
    return words


def content(given: Fields) -> bytes:
    """The bytes of a file that the browser sent as a data URL. Raises BadInput, DossierError (`no-file`)."""
    if not given.get("file"):
        raise DossierError("no file was chosen", reason="no-file")
    try:
        return base64.b64decode(given.get("file", "").partition(",")[2], validate=True)
    except binascii.Error as error:
        raise BadInput("a file is no base64") from error
