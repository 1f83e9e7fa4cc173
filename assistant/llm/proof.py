"""Is a sentence carried by the passages it names? Facts literally, strong words never added, most words shared.

The rules look at words, not at meaning: they are strict, and a good sentence that falls costs nothing, for the
built-in wording then stays. Word lists: `corpus/language/told.yaml`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.ask.check import NUMBER
from assistant.ask.normalise import fold
from assistant.letters.language import find_language
from assistant.llm.material import LINK
from assistant.models import Level
from assistant.plain import harder_than, measure, tone_hits
from ingest.corpus import CORPUS_DIR, load_yaml

SHARED = 0.6
"""The share of the content words of a sentence that its passages must hold."""
HALF = 0.5
"""A passage that holds this share of them may not be turned round."""
SHORTEST = 4
"""Letters of a content word."""
DIGITS = re.compile(r"\d(?:[ ./,:-]?\d)*")
"""A number, amount, date or telephone as one run."""
NAME = re.compile(r"\b([A-Z]{2,}\w*)\b|(?<=[^\s.?!:\"'“”‘’(] )\b(?=[A-ZÀ-Þ])([\w-]+)")
PLAIN: Level = "B1"


def is_fit(text: str) -> bool:
    """Whether a sentence may be shown at all: Dutch, at most B1, no link, no blame, `je`."""
    words = set(fold(text).split())
    return (
        not LINK.search(text)
        and "!" not in text
        and find_language(text) in {None, "nl"}
        and not words & set(_words()["never"])
        and not tone_hits(text)
        and not harder_than(measure(text).level, PLAIN)
    )


def is_carried(text: str, passages: Sequence[str]) -> bool:
    """Whether `passages` together hold every fact of `text`, and `text` adds no duty, right or certainty to them.

    A negation, a condition or a doubt in the passage that is nearest must stand in `text` too, and a negation in any
    passage that shares half of its words. Words are counted, so that one "2" cannot carry two of them.
    """
    if not passages:
        return False
    whole = "\n".join(passages)
    nearest = max(passages, key=lambda passage: (shared(passage, text), shared(text, passage)))
    near = [nearest, *(passage for passage in passages if shared(text, passage) >= HALF)]
    return (
        facts(text) <= facts(whole)
        and names(text) <= names(whole)
        and strong(text, "added") <= strong(whole, "added")
        and strong(nearest, "lost") <= strong(text, "lost")
        and all(strong(passage, "negation") <= strong(text, "negation") for passage in near)
        and strong(text, "negation") <= strong(whole, "negation")
        and shared(text, whole) >= SHARED
    )


def is_told(passage: str, lines: Iterable[str]) -> bool:
    """Whether `lines` together say all of a passage, so that its own wording can go."""
    whole = "\n".join(lines)
    kinds = ("added", "lost", "negation")
    return (
        facts(passage) <= facts(whole)
        and names(passage) <= names(whole)
        and all(strong(passage, kind) <= strong(whole, kind) for kind in kinds)
        and shared(passage, whole) >= SHARED
    )


def facts(text: str) -> Counter[str]:
    """What must be literally the same: numbers as written and as one run, number words, days, months, units, bodies."""
    numbers = _words()["numbers"]
    words = fold(text).split()
    written = [match[0].strip(".,/") for match in NUMBER.finditer(text)]
    runs = [f"run:{re.sub(r'[^0-9]', '', match[0])}" for match in DIGITS.finditer(text)]
    said = [str(numbers[word]) for word in words if word in numbers]
    listed = [word for word in words if word in _facts()]
    return Counter([*written, *runs, *said, *(f"run:{number}" for number in said), *listed])


def names(text: str) -> Counter[str]:
    """Words in capitals (VDAB), and words with a capital inside a sentence (Groeipakket): bodies, papers, places."""
    found = (fold(match[1] or match[2]) for match in NAME.finditer(text))
    return Counter(name for name in found if name not in _small())


def strong(text: str, kind: str) -> Counter[int]:
    """How often `text` holds a word of each group of strong words (by number)."""
    padded = f" {fold(text)} ".replace(" ", "  ")
    groups: Sequence[Sequence[str]] = _words()[kind]
    held = ((n, sum(padded.count(f" {word.replace(' ', '  ')} ") for word in group)) for n, group in enumerate(groups))
    return Counter(dict(held))


def shared(text: str, whole: str) -> float:
    """The share (0 to 1) of the content words of `text` that `whole` holds; 0 when it has none."""
    wanted, held = _content(text), _content(whole)
    return sum(any(_alike(word, other) for other in held) for word in wanted) / len(wanted) if wanted else 0.0


def _content(text: str) -> frozenset[str]:
    words = (word for word in fold(text).split() if len(word) >= SHORTEST and word.isalpha())
    return frozenset(_lemma(word) for word in words if word not in _small())


def _alike(word: str, other: str) -> bool:
    """The same lemma, or one is a part of the other: brief and uitnodigingsbrief."""
    return word == other or (len(word) > SHORTEST and word in other) or (len(other) > SHORTEST and other in word)


@cache
def _lemma(word: str) -> str:
    import simplemma  # loads its lists: only once a model has answered

    return fold(simplemma.lemmatize(word, lang="nl"))


@cache
def _small() -> frozenset[str]:
    rows: Mapping[str, list[str]] = load_yaml(CORPUS_DIR / "language" / "stop_words.yaml")
    return frozenset(map(str, rows["stop_words"]))


@cache
def _facts() -> frozenset[str]:
    return frozenset(map(str, _words()["facts"]))


@cache
def _words(root: Path = CORPUS_DIR) -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(root / "language" / "told.yaml")
    return data
