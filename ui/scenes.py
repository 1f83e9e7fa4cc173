"""What each browser tab last showed: kept in memory for ten minutes, so that a reload loses nothing."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

KEPT_SECONDS = 600
MAX_TABS = 200
"""The tab that was longest silent goes first: memory stays small on a busy server."""


class Corner(NamedTuple):
    """The part of the screen that one door restores."""

    door: str
    outputs: list[object]
    show: Callable[[object], tuple[object, ...]]
    """From what was kept to one value for each output."""


class Scenes:
    """Scenes by tab and door. A tab is known by a random token of its own; nothing is written to disk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._tabs: dict[str, str] = {}
        self._kept: dict[str, tuple[float, dict[str, object]]] = {}

    def bind(self, session: str, tab: str) -> None:
        """Say which tab a Gradio session belongs to; a reload gives a tab a new session."""
        with self._lock:
            self._drop_old()
            self._tabs = {known: name for known, name in self._tabs.items() if name != tab}
            self._tabs[session] = tab

    def keep(self, session: str | None, door: str, scene: object) -> None:
        """Remember what `door` shows; None forgets it. A session without a tab keeps nothing."""
        with self._lock:
            tab = self._tabs.get(session or "")
            if not tab:
                return
            _, doors = self._kept.pop(tab, (0.0, {}))
            self._kept[tab] = (self._clock(), {**doors, door: scene})
            self._drop_old()

    def find(self, tab: str, door: str) -> object:
        """What `door` showed in this tab within the last ten minutes, else None."""
        with self._lock:
            self._drop_old()
            return self._kept.get(tab, (0.0, {}))[1].get(door)

    def forget(self, session: str | None) -> None:
        """Forget all that one tab showed."""
        with self._lock:
            self._kept.pop(self._tabs.get(session or "", ""), None)

    def forget_all(self) -> None:
        """Forget what every tab showed."""
        with self._lock:
            self._kept.clear()

    def _drop_old(self) -> None:
        oldest = self._clock() - KEPT_SECONDS
        alive = [(tab, scene) for tab, scene in self._kept.items() if scene[0] >= oldest]
        self._kept = dict(alive[-MAX_TABS:])
        if len(self._tabs) > MAX_TABS:
            self._tabs = dict(list(self._tabs.items())[-MAX_TABS:])
