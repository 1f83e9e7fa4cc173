"""Small closed word classes of corpus/language/rewrite/ and the forms of a verb."""

import re
from functools import cache
from typing import Any

from assistant.plain.data import table
from assistant.plain.frequency import zipf
from ingest.models import Model

VOWELS = "aeiouyäëïöüáéíóú"
INFINITIVE_ENDS = ("en", "aan", "oen", "ien", "ijn", "eën")
OPEN_SYLLABLE = re.compile(r"(?P<head>.*[^aeiou])(?P<vowel>[aeou])(?P<tail>[bcdfghjklmnprstvz])$")
KNOWN = 1.3
"""Zipf from which a joined verb counts as one."""
HARDER = {"v": "f", "z": "s"}


class Grammar(Model):
    """The lists of grammar.yaml."""

    prefixes: tuple[str, ...]
    no_infinitive: frozenset[str]
    imperatives: dict[str, str]
    fronting: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    modals: frozenset[str]
    plural_subjects: frozenset[str]
    to_het: dict[str, str]
    to_de: dict[str, str]
    finite: frozenset[str]
    subject_pronouns: frozenset[str]
    number_words: frozenset[str]
    months: frozenset[str]
    small_words: frozenset[str]
    uncountable: frozenset[str]
    plural_finite: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    inseparable: tuple[str, ...]
    reflexive: dict[str, str]
    foreign: frozenset[str]


@cache
def grammar() -> Grammar:
    """The closed word classes."""
    return Grammar(**table("rewrite/grammar"))


@cache
def rules(name: str) -> dict[str, Any]:
    """One file of corpus/language/rewrite/."""
    return dict(table(f"rewrite/{name}"))


@cache
def te_infinitive() -> re.Pattern[str]:
    """`aan te melden`, `te betalen`: groups `prefix` (may be None) and `verb`."""
    prefixes = "|".join(sorted(grammar().prefixes, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?P<prefix>{prefixes})\s+)?te\s+(?P<verb>[a-zëéèïö]+n)(?![\w-])")


def is_infinitive(word: str) -> bool:
    """A guess by shape, for the word after `te`."""
    return word.endswith(INFINITIVE_ENDS) and word not in grammar().no_infinitive


def joined(match: re.Match[str]) -> str:
    """`aan te melden` -> `aanmelden`; `mee te houden` stays two words, for there is no such verb."""
    verb = (match["prefix"] or "") + match["verb"]
    if match["prefix"] is None or zipf(verb) >= KNOWN or zipf(match["prefix"] + imperative(match["verb"])) >= KNOWN:
        return verb
    return f"{match['prefix']} {match['verb']}"


def imperative(infinitive: str) -> str:
    """`sturen` -> `stuur`, `invullen` -> `invul`; a separable prefix is the caller's business."""
    for ending, stem in grammar().imperatives.items():
        if infinitive.endswith(ending) and _is_prefix(infinitive.removesuffix(ending)):
            return infinitive.removesuffix(ending) + stem
    return _stem(infinitive)


def _is_prefix(head: str) -> bool:
    return head in ("", "be", "ver", "ont", "her", "ge")


def _stem(infinitive: str) -> str:
    if not infinitive.endswith("en"):
        return infinitive.removesuffix("n")
    bare = infinitive[:-2]
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in VOWELS:
        return bare[:-1]
    match = OPEN_SYLLABLE.match(bare)
    if match:
        longer = f"{match['head']}{match['vowel'] * 2}{match['tail']}"
        # "teken" and not "tekeen": an unstressed e stays short.
        unstressed = match["vowel"] == "e" and any(c in VOWELS for c in match["head"])
        if not unstressed or zipf(_end(longer)) >= zipf(_end(bare)):
            bare = longer
    return _end(bare)


def _end(bare: str) -> str:
    return bare[:-1] + HARDER.get(bare[-1], bare[-1]) if bare else bare
