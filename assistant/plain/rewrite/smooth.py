"""Small repairs of a sentence before and after its phrases are replaced: corpus/language/rewrite/smooth.yaml."""

import re
from functools import cache

from assistant.plain.rewrite.grammar import rules


def smooth(sentence: str) -> str:
    """The sentence with each repair made, in the order of the file."""
    return _repaired(sentence, "smooth")


def prepare(sentence: str) -> str:
    """Turns of more than one phrase, made plain before the phrases are looked at."""
    return _repaired(sentence, "first")


def _repaired(sentence: str, name: str) -> str:
    for pattern, said in _repairs(name):
        sentence = pattern.sub(said, sentence)
    return sentence


@cache
def _repairs(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["find"]), row["say"]) for row in rules("smooth")[name])
