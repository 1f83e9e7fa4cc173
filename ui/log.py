"""The log of faults: kinds and places in the code, never what a person wrote."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from assistant.settings import Settings

FRAMES = 12
"""Innermost places kept of a fault."""


def record(error: BaseException) -> Path:
    """Write the kind of the error and where it arose; returns the log file.

    The message of an unexpected error is left out: it may hold words of a person.
    """
    path = Settings().home / "wegwijs.log"
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    _logger(path).warning("%s at %s", type(error).__name__, " > ".join(places[-FRAMES:]))
    return path


def _logger(path: Path) -> logging.Logger:
    log = logging.getLogger("wegwijs.faults")
    if not log.handlers:
        log.propagate = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                path, maxBytes=500_000, backupCount=1, delay=True, encoding="utf-8"
            )
        except OSError:
            handler = logging.NullHandler()  # a full or read-only disk must not hide the Dutch sentence
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        log.addHandler(handler)
    return log
