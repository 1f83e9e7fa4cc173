"""The language of a letter, from its small words. A letter of a few lines is enough."""

import re

from assistant.letters.patterns import letter_language

LEAST = 2


def find_language(text: str) -> str | None:
    """The code of the language (nl, fr, de, en) with the most small words; None when there are too few."""
    counts = {
        code: len(re.findall(words, text, re.IGNORECASE))
        for code, words in letter_language("layout")["languages"].items()
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= LEAST else None
