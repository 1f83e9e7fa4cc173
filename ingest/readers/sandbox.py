"""Files from outside are opened in a warm child process with limits; a child that hangs or dies is replaced.

A file can crash the library that opens it, or make it run without end: that must cost one answer, never the program.
"""

import atexit
import json
import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore, Event, Lock, Thread
from time import monotonic
from typing import Any

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
PAGE_SECONDS = 45.0
"""Tesseract gives up after 25; a page that stands on its head is read twice."""
CHILDREN = 2
FILES_EACH = 200
"""Then a fresh child: what libraries leak does not grow."""
TICK = 0.1
"""Seconds in which a cancel is seen."""
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}
Progress = Callable[[int], None]


class Cancelled(Exception):
    """The person stopped the reading."""


class Child:
    """One reading process."""

    def __init__(self) -> None:
        """Start it; it is ready when `wait_ready` returns."""
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ingest.readers.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **ENVIRONMENT, "PYTHONPATH": path}, creationflags=NO_WINDOW, start_new_session=True,
        )  # fmt: skip
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._ready = False
        self.files = 0
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def wait_ready(self, cancel: Event | None = None) -> None:
        """Until its libraries are loaded: 1 to 3 seconds, once. Raises UnreadableFile (too-slow, damaged)."""
        if not self._ready:
            self._next(START_SECONDS, cancel)
            self._ready = True

    def ask(self, path: Path, kind: str, cancel: Event | None) -> Iterator[dict[str, Any]]:
        """The answers to one request, up to `done` or `error`. Raises UnreadableFile (too-slow, damaged), Cancelled."""
        self.files += 1
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"path": str(path), "kind": kind}).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise UnreadableFile("the reading process is gone", reason="damaged") from error
        while True:
            answer = self._next(PAGE_SECONDS, cancel)
            yield answer
            if "page" not in answer:
                return

    def is_alive(self) -> bool:
        """Whether it can take a file."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kill it and the Tesseract it may have started."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        self._listener.join(timeout=5)
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(b"")

    def _next(self, seconds: float, cancel: Event | None) -> dict[str, Any]:
        end = monotonic() + seconds
        while True:
            if cancel is not None and cancel.is_set():
                raise Cancelled
            try:
                line = self._lines.get(timeout=TICK)
            except queue.Empty:
                if monotonic() > end:
                    raise UnreadableFile("time limit", reason="too-slow") from None
                continue
            if not line:
                raise UnreadableFile("the reading process died", reason="damaged")
            answer: dict[str, Any] = json.loads(line)
            return answer


_idle: list[Child] = []
_lock = Lock()
_places = BoundedSemaphore(CHILDREN)


def read_in_child(path: Path, kind: str, cancel: Event | None = None, progress: Progress | None = None) -> ReadFile:
    """The file read by a child. `progress` hears the number of each page as it is done.

    Raises UnreadableFile with the file's name, Cancelled.
    """
    pages: list[PageText] = []
    warnings: list[str] = []
    try:
        with _child(cancel) as child:
            for answer in child.ask(path, kind, cancel):
                if "error" in answer:
                    raise UnreadableFile(answer["error"]["message"], reason=answer["error"]["reason"])
                if "page" in answer:
                    pages.append(PageText(**answer["page"]))
                    warnings += answer["warnings"]
                    if progress is not None:
                        progress(len(pages))
                else:
                    headings = bool(answer["done"]["headings"])
    except UnreadableFile as error:
        raise UnreadableFile(str(error), reason=error.reason, file=path.name) from error
    return ReadFile(name=path.name, pages=tuple(pages), headings=headings, warnings=tuple(dict.fromkeys(warnings)))


def warm_reader() -> None:
    """Start a child now, so that the first file does not wait for it (a second or two; returns at once)."""
    with _lock:
        if not _idle:
            _idle.append(Child())


def end_readers() -> None:
    """End every idle child. Called at exit; a later file starts a new one."""
    with _lock:
        children, _idle[:] = list(_idle), []
    for child in children:
        child.end()


@contextmanager
def _child(cancel: Event | None) -> Iterator[Child]:
    """A child that waits for a file. Kept when it answered to the end; ended when it did not."""
    with _places:
        child = _take()
        whole = False
        try:
            child.wait_ready(cancel)
            yield child
            whole = True
        except UnreadableFile as error:
            whole = error.reason != "too-slow" and child.is_alive()
            raise
        finally:
            if whole and child.files < FILES_EACH:
                with _lock:
                    _idle.append(child)
            else:
                child.end()


def _take() -> Child:
    while True:
        with _lock:
            child = _idle.pop() if _idle else None
        if child is None:
            return Child()
        if child.is_alive():
            return child
        child.end()


atexit.register(end_readers)
