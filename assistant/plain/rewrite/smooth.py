"""Small repairs of a sentence after its phrases were replaced: corpus/language/rewrite/smooth.yaml."""

import re
from functools import cache

from assistant.plain.rewrite.grammar import rules


def smooth(sentence: str) -> str:
    """The sentence with each repair made, in the order of the file."""
    for pattern, said in _repairs():
        sentence = pattern.sub(said, sentence)
    return sentence


@cache
def _repairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["find"]), row["say"]) for row in rules("smooth")["smooth"])
