"""Mijn stappen in one browser session: the dossier, whether it is kept, and which page of the door is shown."""

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from assistant.dossier import Dossier, History, Keeper, Opened, Services, load_services, save_services
from assistant.settings import Settings
from assistant.wipe import Holdings, holdings, wipe_everything
from ingest.errors import WegwijsError
from ui.render.files import File

IDLE_SECONDS = 600
"""A kept dossier locks itself when nobody touches it for ten minutes."""
Page = Literal["plan", "keep", "open", "work", "services", "wipe", "wipe-all", "done", "locked"]


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
    fresh: bool = False
    """All that this tab showed is to be forgotten: the page loads anew."""

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
        self,
        keeper: Keeper,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """`clock` gives seconds; `forget` lets go of what is in memory once everything is wiped."""
        self.keeper = keeper
        self.home = settings.home
        self.clock = clock
        self._settings, self._forget = settings, forget

    def holdings(self) -> Holdings:
        """What wiping everything would remove. Raises StoreFailed."""
        return holdings(self._settings)

    def wipe_everything(self) -> None:
        """Remove all that this machine holds of people and of the team, letters too. Raises StoreFailed, IndexBusy."""
        self.keeper.close()
        wipe_everything(self._settings)
        _empty_uploads()
        self._forget()

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


def _empty_uploads() -> None:
    """The letters that lie in the private folder of this server."""
    folder = os.environ.get("GRADIO_TEMP_DIR")
    for path in Path(folder).iterdir() if folder and Path(folder).is_dir() else ():
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def lock(session: Session) -> Session:
    """Forget the dossier and its key; only the nickname stays, to open it again."""
    nickname = session.opened.dossier.nickname if session.opened else ""
    return Session(page="locked", message="my.locked", typed={"nickname": nickname})
