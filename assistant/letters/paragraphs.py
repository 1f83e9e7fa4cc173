"""The whole letter in plain words, paragraph by paragraph. No number, date or name is lost."""

import re
from collections import Counter

from assistant.letters.clean import CleanText
from assistant.plain import rewrite

NUMBER = re.compile(r"\d+")


def paragraphs(letter: CleanText) -> list[str]:
    """The paragraphs of the cleaned letter, in order."""
    return [part.strip() for part in re.split(r"\n\s*\n", letter.text) if part.strip()]


def plain_paragraphs(letter: CleanText, *, dutch: bool = True) -> str:
    """The letter with its officialese replaced, an empty line between paragraphs.

    A letter in another language stays as it is.
    """
    return "\n\n".join(_plain(part) if dutch else part for part in paragraphs(letter))


def _plain(paragraph: str) -> str:
    """The paragraph line by line rewritten; a line that would lose or gain a number stays as it is."""
    return "\n".join(_line(line) for line in paragraph.split("\n"))


def _line(line: str) -> str:
    if not re.search(r"[a-zà-ÿ]{2,}[.!?;:,]|[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+", line):
        return line
    plain = rewrite(line)
    return plain if Counter(NUMBER.findall(plain)) == Counter(NUMBER.findall(line)) else line
