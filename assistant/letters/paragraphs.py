"""The whole letter in plain words, paragraph by paragraph. No number, date or name is lost."""

import re
from collections import Counter

from assistant.letters.clean import CleanText
from assistant.letters.patterns import pattern
from assistant.plain import rewrite

HEADING = 60
"""Characters: a greeting stands below at least a name."""
NUMBER = re.compile(r"\d+")


def plain_paragraphs(letter: CleanText, *, dutch: bool = True) -> str:
    """The letter with its officialese replaced, an empty line between paragraphs.

    A letter in another language stays as it is, and so does the heading above the greeting: names, addresses
    and numbers are no sentences. Its subject line is one.
    """
    greeting = pattern("layout", "salutation").search(letter.text, HEADING)
    body = greeting.start() if greeting else 0
    parts = []
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", letter.text):
        heading = match.start() < body and not pattern("layout", "subject").search(match[0])
        parts.append(_plain(match[0].strip()) if dutch and not heading else match[0].strip())
    return "\n\n".join(parts)


def _plain(paragraph: str) -> str:
    """The paragraph line by line rewritten; a line that would lose or gain a number stays as it is."""
    return "\n".join(_line(line) for line in paragraph.split("\n"))


def _line(line: str) -> str:
    if not re.search(r"[a-zà-ÿ]{2,}[.!?;:,]|[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+", line):
        return line
    plain = rewrite(line)
    return plain if Counter(NUMBER.findall(plain)) == Counter(NUMBER.findall(line)) else line
