"""Which kind of letter is this? Evidence from data; below a set confidence the answer is: we do not know."""

import re
from functools import cache
from math import exp
from typing import NamedTuple

from assistant.letters.alike import sounds_like
from assistant.letters.catalogue import Kind, load_kinds
from assistant.letters.clean import CleanText
from assistant.letters.patterns import compiled, pattern
from assistant.models import SenderKind

CERTAIN_ENOUGH = 0.5
OWN = {"reclame": "reclame", "persoonlijk": "persoonlijk", "phishing": "oplichting"}
STRONG, STRONG_LATER, TITLE, SENDER, FOREIGN, MEETS_NEED, MISSES_NEED = 3.0, 1.5, 2.5, 2.5, -8.0, 1.5, -1.5
ALIKE, ALIKE_LOG = 8.0, 1.0
"""What the learned words count: the likelihood of a kind, and its logarithm, which tells unlikely kinds apart."""
ONLY = 2.5
"""A sender who writes one kind of letter."""
LACKS_MUST, HAS_AGAINST = -4.0, -4.0
HALFWAY, STEEP = 4.5, 0.9
TITLE_LINE = 90
NUMBERED = re.compile(r"\d{3}|@|\d{4} [A-Z]")
ASIDE = re.compile(r"\([^)]*\)|\b(?:19|20)\d\d\s*$")
"""What a title may hold beside its words: a part in brackets, a year at the end."""
HEADLINES = 2
"""A headline stands in the last two lines above the greeting, and has more than two words."""
OPENING = 600
"""Characters after the salutation in which a letter says what it is about; later it speaks of what may follow."""


class KindGuess(NamedTuple):
    """The kind, None when unsure; `confidence` from 0 to 1."""

    kind: Kind | None
    confidence: float


class Parts(NamedTuple):
    """The subject lines, the opening and the whole of a letter."""

    title: str
    opening: str
    text: str


class Found(NamedTuple):
    """What the fields of the letter say about its need."""

    appointment: bool
    deadline: bool
    appeal: bool


def find_kind(letter: CleanText, sender: SenderKind, found: Found) -> KindGuess:
    """The kind whose evidence is strongest for this sender.

    Confidence is a logistic curve over the score, lowered when the second kind comes close.
    """
    if sender in OWN:
        return KindGuess(next(kind for kind in load_kinds() if kind.id == OWN[sender]), 0.9)
    title = title_of(letter.text)
    parts = Parts(title, opening_of(letter.text, title), letter.text)
    own = [kind.id for kind in load_kinds() if sender in kind.senders]
    alike = {kind: ALIKE * exp(share) + ALIKE_LOG * share for kind, share in sounds_like(*parts[1:], own).items()}
    scores = sorted(
        ((_score(kind, parts, sender, found) + alike.get(kind.id, 0.0), kind.id) for kind in load_kinds()),
        reverse=True,
    )
    best, second = scores[0], scores[1]
    confidence = 1 / (1 + exp(-STEEP * (best[0] - HALFWAY)))
    confidence *= 1 if best[0] - second[0] >= 1 else 0.85
    kind = next(kind for kind in load_kinds() if kind.id == best[1])
    return KindGuess(kind if confidence >= CERTAIN_ENOUGH else None, round(confidence, 3))


def title_of(text: str) -> str:
    """The subject of the letter: its subject line, and short lines that stand alone above the salutation."""
    subjects = [match["subject"] for match in pattern("layout", "subject").finditer(text)][:3]
    salutation = pattern("layout", "salutation").search(text, 60)
    end = salutation.end() if salutation else len(text) // 3
    lines = [line.strip() for line in text[: end + TITLE_LINE].split("\n")]
    alone = [line for line in lines if 4 < len(line) < TITLE_LINE and not NUMBERED.search(ASIDE.sub("", line))]
    return "\n".join([*subjects, *alone[2:]])


def headline(text: str) -> str | None:
    """What the letter says it is about, in its own words: the subject line, else a line of words above the greeting."""
    subject = pattern("layout", "subject").search(text)
    if subject:
        return subject["subject"].strip()
    greeting = pattern("layout", "salutation").search(text, 60)
    above = [line.strip() for line in text[: greeting.start() if greeting else 0].split("\n") if line.strip()]
    words = pattern("layout", "words")
    alone = [line for line in above[-HEADLINES:] if len(line.split()) > HEADLINES and words.match(line)]
    return alone[-1] if alone else None


def opening_of(text: str, title: str) -> str:
    """The title and the first lines below the salutation; the first half of a letter that greets nobody."""
    salutation = pattern("layout", "salutation").search(text, 60)
    start = salutation.end() if salutation else 0
    end = start + OPENING if salutation else max(OPENING, len(text) // 2)
    return f"{title}\n{text[start:end]}"


def _score(kind: Kind, parts: Parts, sender: SenderKind, found: Found) -> float:
    text = parts.text
    hits = sum(_has(words, text) for words in kind.evidence)
    # Five signs are already much; more words must not beat a better title.
    score = min(1.3 * hits, 7.0)
    if kind.strong:
        score += STRONG if _has(kind.strong, parts.opening) else STRONG_LATER * _has(kind.strong, text)
    score += TITLE * _has(kind.title, parts.title)
    score += LACKS_MUST * bool(kind.must and not _has(kind.must, text))
    score += HAS_AGAINST * bool(kind.against and _has(kind.against, parts.opening))
    score += SENDER if sender in kind.senders else FOREIGN
    score += ONLY * (sender in kind.senders and kinds_of(sender) == 1)
    if kind.need == "appointment":
        score += MEETS_NEED if found.appointment else MISSES_NEED
    elif kind.need == "appeal":
        score += MEETS_NEED / 2 if found.appeal else 0
        score += MISSES_NEED if found.appointment else 0
    elif found.appointment:
        score += MISSES_NEED / 2
    return score


@cache
def kinds_of(sender: SenderKind) -> int:
    """How many kinds of letters this sender writes."""
    return sum(sender in kind.senders and not kind.extra for kind in load_kinds())


def _has(words: str, text: str) -> bool:
    return compiled(words).search(text) is not None
