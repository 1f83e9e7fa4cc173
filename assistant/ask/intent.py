"""What does somebody want to know (intent), what stands in the way (barrier), is it a follow-up?"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from assistant.ask.normalise import Query
from ingest.corpus import CORPUS_DIR, load_yaml

SHORT = 8
"""Follow-up questions are short: at most this many words."""


class Patterns(NamedTuple):
    """Patterns by name, compiled once."""

    intents: dict[str, tuple[re.Pattern[str], ...]]
    barriers: dict[str, tuple[re.Pattern[str], ...]]
    follow_up: tuple[re.Pattern[str], ...]


def intents(query: Query) -> tuple[str, ...]:
    """The intents that the words of the question point at, in the order of the data."""
    return tuple(name for name, found in load_patterns().intents.items() if _any(found, query.plain))


def barriers(query: Query) -> tuple[str, ...]:
    """The obstacles that the question names."""
    return tuple(name for name, found in load_patterns().barriers.items() if _any(found, query.plain))


def hangs(query: Query) -> bool:
    """Whether the question is short and refers to an earlier one."""
    return len(query.plain.split()) <= SHORT and _any(load_patterns().follow_up, query.plain)


def _any(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@cache
def load_patterns(root: Path = CORPUS_DIR) -> Patterns:
    """The patterns of `corpus/language/intents.yaml`."""
    data = load_yaml(root / "language" / "intents.yaml")

    def compiled(table: dict[str, list[str]]) -> dict[str, tuple[re.Pattern[str], ...]]:
        return {name: tuple(re.compile(p) for p in found) for name, found in table.items()}

    return Patterns(
        compiled(data["intents"]), compiled(data["barriers"]), tuple(re.compile(p) for p in data["follow_up"])
    )
