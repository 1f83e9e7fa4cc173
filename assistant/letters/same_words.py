"""The letter with words of one meaning written in one way: "ge" and "jullie" as "je". No pattern need name them all."""

import re
from functools import cache, partial

from assistant.letters.clean import CleanText
from assistant.letters.patterns import letter_language
from assistant.plain import Span


def in_same_words(letter: CleanText) -> CleanText:
    """`letter` for searching only: every character keeps its place, so that it can be quoted as it stands."""
    text = letter.text
    for words, instead in _rows():
        text = words.sub(partial(_padded, instead), text)
    sentences = tuple(Span(span.start, span.end, text[span.start : span.end]) for span in letter.sentences)
    return letter._replace(text=text, sentences=sentences)


def _padded(instead: str, match: re.Match[str]) -> str:
    found = match[0]
    capital = found[:1].isupper() and found[1:2].islower()
    return (instead.capitalize() if capital else instead).ljust(len(found))


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The words and what stands for them, never longer; case matters where the words say so."""
    return tuple((re.compile(row["words"]), row["as"]) for row in letter_language("terms")["same_words"])
