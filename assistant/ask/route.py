"""Which kind of question is this? A closed list of labels, danger first. The patterns are data."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from assistant.ask.normalise import MAX_CHARACTERS, Query, fold, spell_out
from assistant.models import Label
from ingest.corpus import CORPUS_DIR, load_yaml

LETTER_LINES = 6
LETTER_CHARACTERS = 600


class Rule(NamedTuple):
    """A label with the patterns that give it and those that take it away."""

    label: Label
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...] = ()

    def fits(self, text: str) -> bool:
        """Whether `text` (folded) carries the label."""
        return any(p.search(text) for p in self.patterns) and not any(p.search(text) for p in self.unless)


class Routes(NamedTuple):
    """All rules, loaded once."""

    idioms: tuple[re.Pattern[str], ...]
    crisis: tuple[Rule, ...]
    plain: tuple[Rule, ...]
    out_of_scope: Rule


def route(query: Query) -> Label:
    """The label of a question; `answer` when nothing special fits."""
    routes = load_routes()
    if danger := crisis(query.clean):
        return danger
    if not any(character.isalnum() for character in query.clean):
        return "unclear"
    if looks_like_letter(query.original):
        return "pasted-letter"
    if len(query.original) > MAX_CHARACTERS or len(query.plain) < 2:
        return "unclear"
    for rule in routes.plain:
        if rule.fits(query.plain):
            return rule.label
    return "out-of-scope" if routes.out_of_scope.fits(query.plain) else "answer"


def crisis(text: str) -> Label | None:
    """The kind of danger that `text` (any length, also a letter or a note) speaks of, or None."""
    routes = load_routes()
    plain = spell_out(fold(text))
    for idiom in routes.idioms:
        plain = idiom.sub(" ", plain)
    return next((rule.label for rule in routes.crisis if rule.fits(plain)), None)


def looks_like_letter(text: str) -> bool:
    """Whether somebody pasted a whole letter in the question box."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(text) > LETTER_CHARACTERS and len(lines) >= LETTER_LINES


@cache
def load_routes(root: Path = CORPUS_DIR) -> Routes:
    """The rules of `corpus/language/crisis.yaml` and `routes.yaml`."""
    danger = load_yaml(root / "language" / "crisis.yaml")
    other = load_yaml(root / "language" / "routes.yaml")
    return Routes(
        _compiled(danger["not"]),
        tuple(Rule(kind["label"], _compiled(kind["patterns"])) for kind in danger["kinds"]),
        tuple(Rule(r["label"], _compiled(r["patterns"]), _compiled(r.get("unless", []))) for r in other["routes"]),
        Rule("out-of-scope", _compiled(other["out_of_scope"]), _compiled(other["field"])),
    )


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)
