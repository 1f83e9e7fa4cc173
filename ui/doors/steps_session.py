"""Mijn stappen in one browser session: the dossier, whether it is kept, and which page of the door is shown."""

import time
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from assistant.dossier import Dossier, History, Keeper, Opened, Services, load_services, save_services
from assistant.settings import Settings
from ingest.errors import WegwijsError
from ui.render.files import File

IDLE_SECONDS = 600
"""A kept dossier locks itself when nobody touches it for ten minutes."""
Page = Literal["plan", "keep", "open", "work", "services", "wipe", "locked"]


class Session(NamedTuple):
    """Everything of one browser tab. Nothing of it is on the disk but what `opened` sealed."""

    history: History = History(Dossier())
    opened: Opened | None = None
    page: Page = "plan"
    message: str = ""
    """Key of a sentence to show once."""
    fault: WegwijsError | None = None
    """What went wrong with the last click."""
    paper: File | None = None
    """What was just made."""
    typed: Mapping[str, str] = {}
    """What was typed in a form that failed; never a passphrase."""
    touched: float = 0.0

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.history.now

    @property
    def at_risk(self) -> bool:
        """Whether opening another one would lose something."""
        return self.opened is None and not self.dossier.empty


class Shelf:
    """What the door needs of this machine: kept dossiers, and the services of the team."""

    def __init__(
        self, keeper: Keeper, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`clock` gives seconds."""
        self.keeper = keeper
        self.home = settings.home
        self.clock = clock

    def services(self) -> Services:
        """What the team filled in. Raises DossierError, StoreFailed."""
        return load_services(self.home)

    def set_services(self, services: Services) -> None:
        """Keep what the team filled in. Raises StoreFailed."""
        save_services(self.home, services)

    def go_on(self, session: Session, history: History, **more: object) -> Session:
        """The session with a changed dossier, written through at once when it is kept.

        A failed save keeps the change on the screen; the next change tries again.
        """
        session = session._replace(history=history, **more)  # type: ignore[arg-type]  # fields of Session
        if session.opened is None:
            return session
        try:
            return session._replace(opened=self.keeper.save(session.opened, history.now))
        except WegwijsError as error:
            return session._replace(fault=error)

    def locked_when_idle(self, session: Session) -> Session:
        """The session, or a locked one when nobody touched a kept dossier for ten minutes."""
        if session.opened and self.clock() - session.touched > IDLE_SECONDS:
            return lock(session)
        return session


def lock(session: Session) -> Session:
    """Forget the dossier and its key; only the nickname stays, to open it again."""
    nickname = session.opened.dossier.nickname if session.opened else ""
    return Session(page="locked", message="my.locked", typed={"nickname": nickname})
