"""Wordings that blame, pity or frighten: corpus/language/tone.yaml."""

import re
from functools import cache
from typing import NamedTuple

from assistant.plain.data import table


class ToneHit(NamedTuple):
    """A wording that hurts, its kind (blame, pity, fear) and a better one."""

    start: int
    end: int
    kind: str
    better: str


def tone_hits(text: str) -> list[ToneHit]:
    """Every wording of tone.yaml that stands in the text, in order."""
    found = []
    for kind, better, pattern in _patterns():
        found += [ToneHit(m.start(), m.end(), kind, better) for m in pattern.finditer(text)]
    return sorted(found)


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (row["kind"], row["better"], _pattern(row["say"])) for row in table("tone").get("wordings", [])
    )


def _pattern(wording: str) -> re.Pattern[str]:
    """`…` in a wording stands for up to three words."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in wording.split("…")]
    joined = r"(?:\s+\S+){0,3}?\s+".join(part for part in parts if part)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
