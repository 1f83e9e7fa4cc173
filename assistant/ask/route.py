"""Which kind of question is this? A closed list of labels, danger first. Patterns and examples are data."""

import math
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from assistant.ask.learned import ROUTES_FILE, load_learned
from assistant.ask.normalise import MAX_CHARACTERS, Query, fold, spell_out
from assistant.models import Label
from ingest.corpus import CORPUS_DIR, load_yaml

LETTER_LINES = 6
LETTER_CHARACTERS = 600
LETTER_MARKS, LETTER_WORDS = 2, 20
"""A short letter shows in its forms of address and closing, and has more words than a question."""
SURE_OF_CRISIS, SURE_OF_ROUTE = 0.4, 0.6
"""From this probability on the learned router decides."""
ORDINARY = 0.1
"""A short text whose danger the learned router finds less likely than this is no crisis, whatever a pattern says."""
SURELY_ORDINARY = 0.95
"""From this probability on a question is ordinary, whatever a pattern says."""
WORRY = 0.2
"""From this probability of danger on, an ordinary answer says whom to call, just in case."""
SURE_IN_TALK = 0.8
"""In a talk the words may hang on an earlier question: the router must be surer."""
SURE_OF_PIECE = 0.9
"""One sentence of a long text says less: it must be surer."""
FEW_WORDS, LONG = 3, 60
PIECE = re.compile(r"(?<=[.!?\n])\s+")
MANY_PIECES = 40
"""A long text is looked at sentence by sentence, so that one sentence among many is seen."""


class Rule(NamedTuple):
    """A label with the patterns that give it and those that take it away."""

    label: Label
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...] = ()
    clear: tuple[re.Pattern[str], ...] = ()
    """Words so plain that the learned router is not asked."""

    def is_clear(self, text: str) -> bool:
        """Whether `text` (folded) says it in plain words."""
        return any(p.search(text) for p in self.clear)

    def fits(self, text: str) -> bool:
        """Whether `text` (folded) carries the label."""
        return any(p.search(text) for p in self.patterns) and not any(p.search(text) for p in self.unless)


class Routes(NamedTuple):
    """All rules, loaded once."""

    idioms: tuple[re.Pattern[str], ...]
    crisis: tuple[Rule, ...]
    plain: tuple[Rule, ...]
    out_of_scope: Rule
    letter: tuple[re.Pattern[str], ...]
    """What only stands in a letter: how it begins, its subject, how it ends."""


def route(query: Query, *, in_talk: bool = False) -> Label:
    """The label of a question; `answer` when nothing special fits.

    `in_talk` = it may hang on an earlier question: then the patterns decide, and the learned router sees danger only.
    """
    routes = load_routes()
    if danger := crisis(query.clean, in_talk=in_talk):
        return danger
    if not any(character.isalnum() for character in query.clean):
        return "unclear"
    if looks_like_letter(query.original):
        return "pasted-letter"
    if len(query.original) > MAX_CHARACTERS or len(query.plain) < 2:
        return "unclear"
    if ordinary(query.plain) >= SURELY_ORDINARY:
        return "answer"
    for rule in (*routes.plain, routes.out_of_scope):
        if rule.fits(query.plain):
            return rule.label
    guess = None if in_talk else _guessed(query.plain)
    return guess if guess and not is_crisis(guess) else "answer"  # danger was looked for already


def crisis(text: str, *, in_talk: bool = False) -> Label | None:
    """The kind of danger that `text` (any length, also a letter or a note) speaks of, or None.

    Patterns first; the learned router then sees what no pattern says, in a long text piece by piece.
    """
    routes = load_routes()
    plain, whole = without_idioms(text), spell_out(fold(text))
    if clear := next((rule.label for rule in routes.crisis if rule.is_clear(plain)), None):
        return clear
    is_long = len(plain.split()) > LONG
    found = next((rule.label for rule in routes.crisis if rule.fits(plain)), None)
    # A figure of speech beside real danger must not make the danger look ordinary: the whole text counts as well.
    if found and (is_long or danger(plain) >= ORDINARY or danger(whole) >= ORDINARY):
        return found
    pieces = [spell_out(fold(piece)) for piece in PIECE.split(text)[:MANY_PIECES]] if is_long else [plain]
    sure = SURE_OF_PIECE if is_long else SURE_IN_TALK if in_talk else SURE_OF_CRISIS
    if not is_long and plain != whole:
        sure = max(sure, SURE_IN_TALK)  # what a figure of speech leaves behind may look like danger by itself
    guesses = (_guessed(piece, sure) for piece in pieces)
    return next((label for label in guesses if label and is_crisis(label)), None)


def without_idioms(text: str) -> str:
    """The folded text without figures of speech that only sound like danger."""
    plain = spell_out(fold(text))
    for idiom in load_routes().idioms:
        plain = " ".join(idiom.sub(" ", plain).split())  # one space: the patterns of danger reach across the gap
    return plain


def worry(text: str) -> Label | None:
    """The kind of danger that an ordinary question may hide: likely enough for a word of care, too little for more."""
    plain = without_idioms(text)
    if not WORRY <= danger(plain) < SURE_OF_CRISIS:
        return None
    shares = _shares(plain)
    return cast(Label, max(filter(is_crisis, shares), key=lambda name: shares[name]))


def danger(plain: str) -> float:
    """How likely (0 to 1) the text speaks of danger of any kind, by the learned router."""
    return sum(share for name, share in _shares(plain).items() if is_crisis(name))


def _guessed(plain: str, sure_of_crisis: float = SURE_OF_CRISIS) -> Label | None:
    """The label that the learned router is sure of, None when it is not, or when it is an ordinary question.

    The kinds of danger share their probability: together they must be likely, and the likeliest names it.
    """
    if len(plain.split()) < FEW_WORDS:
        return None
    shares = _shares(plain)
    best = cast(Label, max(shares, key=lambda name: shares[name]))
    if danger(plain) >= sure_of_crisis:
        return cast(Label, max(filter(is_crisis, shares), key=lambda name: shares[name]))
    return best if best != "answer" and shares[best] >= SURE_OF_ROUTE else None


def ordinary(plain: str) -> float:
    """How likely (0 to 1) the text is an ordinary question about our field, by the learned router."""
    return _shares(plain)["answer"]


def _shares(plain: str) -> dict[str, float]:
    """How likely each kind of message is; they sum to 1."""
    model = load_learned(ROUTES_FILE)
    return {hit.chunk_id: math.exp(hit.score) for hit in model.likely(plain, len(model.names))}


def is_crisis(label: str) -> bool:
    """Whether the label is a kind of danger."""
    return label.startswith("crisis")


def looks_like_letter(text: str) -> bool:
    """Whether somebody pasted a whole letter in the question box."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(text) > LETTER_CHARACTERS and len(lines) >= LETTER_LINES:
        return True
    marks = sum(bool(pattern.search(text.lower())) for pattern in load_routes().letter)
    return marks >= LETTER_MARKS and len(text.split()) >= LETTER_WORDS


@cache
def load_routes(root: Path = CORPUS_DIR) -> Routes:
    """The rules of `crisis.yaml`, `idioms.yaml` and `routes.yaml` in `corpus/language/`."""
    danger = load_yaml(root / "language" / "crisis.yaml")
    other = load_yaml(root / "language" / "routes.yaml")
    return Routes(
        (*_compiled(danger["not"]), _joined(load_yaml(root / "language" / "idioms.yaml"))),
        tuple(
            Rule(kind["label"], _compiled(kind["patterns"]), clear=_compiled(kind.get("clear", [])))
            for kind in danger["kinds"]
        ),
        tuple(Rule(r["label"], _compiled(r["patterns"]), _compiled(r.get("unless", []))) for r in other["routes"]),
        Rule("out-of-scope", _compiled(other["out_of_scope"]), _compiled(other["field"])),
        _compiled(other["letter"]),
    )


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _joined(data: dict[str, Any]) -> re.Pattern[str]:
    """All patterns of `not` as one, between word boundaries, with `<name>` replaced by what `words` says.

    One pass over the text takes a quarter of the time of hundreds of small ones; `(?=\\w)` skips the ends of words.
    """
    joined = "|".join(data["not"])
    for name, words in data["words"].items():
        joined = joined.replace(f"<{name}>", words)
    return re.compile(rf"\b(?=\w)(?:{joined})\b")
