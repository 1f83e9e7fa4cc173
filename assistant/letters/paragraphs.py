"""The whole letter, paragraph by paragraph. No number, date or name is changed."""

import re

from assistant.letters.clean import CleanText


def paragraphs(letter: CleanText) -> list[str]:
    """The paragraphs of the cleaned letter, in order."""
    return [part.strip() for part in re.split(r"\n\s*\n", letter.text) if part.strip()]


def plain_paragraphs(letter: CleanText) -> str:
    """The letter as running text, an empty line between paragraphs."""
    return "\n\n".join(paragraphs(letter))
