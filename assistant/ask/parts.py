"""Two questions in one message: where the second begins, and whether both ask something."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ingest.corpus import CORPUS_DIR, load_yaml

SHORTEST = 3
"""A question has at least this many words."""


class Parting(NamedTuple):
    """Where a message is cut, and what a question looks like."""

    between: re.Pattern[str]
    asks: re.Pattern[str]


def parts(text: str) -> tuple[str, ...]:
    """The two questions of a message, each as typed; the message itself when it holds one question or more than two."""
    found = load_parting()
    pieces = [piece.strip() for piece in found.between.split(text) if piece.strip()]
    asking = [n for n, piece in enumerate(pieces) if len(piece.split()) >= SHORTEST and found.asks.search(piece)]
    if len(asking) != 2:
        return (text,)
    second = asking[1]
    return " ".join(pieces[:second]), " ".join(pieces[second:])


@cache
def load_parting(root: Path = CORPUS_DIR) -> Parting:
    """The patterns under `two_questions` in `corpus/language/intents.yaml`."""
    data = load_yaml(root / "language" / "intents.yaml")["two_questions"]
    return Parting(re.compile(data["between"], re.IGNORECASE), re.compile(data["asks"], re.IGNORECASE))
