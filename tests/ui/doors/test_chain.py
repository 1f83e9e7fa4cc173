"""What one door hears is saved at once when the dossier is kept, and never after it locked."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from assistant.dossier import Dossier, History, Keeper, Store
from assistant.settings import Settings
from ui.doors.chain import MY_STEPS, Chain
from ui.doors.steps_session import IDLE_SECONDS, Session, Shelf
from ui.scenes import Scenes

WORDS = "drie gewone woorden"
REQUEST = cast(Any, SimpleNamespace(session_hash="s"))


def test_a_kept_dossier_learns_at_once_and_locks_when_idle(tmp_path: Path) -> None:
    now = [1000.0]
    shelf = Shelf(Keeper(Store(tmp_path), 10), Settings(home=tmp_path), lambda: now[0])
    scenes = Scenes()
    scenes.bind("s", "tab")
    chain = Chain(shelf, cast(Any, None), scenes)
    opened = shelf.keeper.keep(Dossier(), "Zon", WORDS)
    session = chain.awake(Session(History(opened.dossier), opened, touched=now[0]))
    session = chain.learn(session, {"kinderen": ("2",)}, REQUEST)
    assert shelf.keeper.open("Zon", WORDS).dossier.known == {"kinderen": ("2",)}
    assert scenes.find("tab", MY_STEPS) == session
    assert chain.learn(session, {"kinderen": ("2",)}, REQUEST) is session
    now[0] += IDLE_SECONDS - 1
    session = chain.awake(session)
    now[0] += IDLE_SECONDS - 1
    assert chain.awake(session).opened, "work at another door keeps it open"
    now[0] += IDLE_SECONDS + 1
    locked = chain.awake(session)
    assert (locked.page, locked.opened, chain.known(locked)) == ("locked", None, {})
    chain.learn(locked, {"kinderen": ("3",)}, REQUEST)
    assert shelf.keeper.open("Zon", WORDS).dossier.known == {"kinderen": ("2",)}
