"""Cut Dutch officialese into sentences and words.

Abbreviations, amounts, dates, article numbers, list items and hard-wrapped lines do not break a
sentence where a reader would not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.plain.data import words as word_lists
from assistant.plain.frequency import zipf

TERMINAL = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
OPENER = re.compile(r"[\s\"'“‘«(\[]*([A-ZÀ-Þ0-9€•*\-–])")
LIST_ITEM = re.compile(r"\s*(?:[-–•*▪●]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|[ivx]{1,4}[.)]\s)")
LAST_TOKEN = re.compile(r"([^\s(\[\"'“‘«]+)$")
WORD = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+"  # addresses
    r"|\d[\d.,/:-]*\d(?:(?: (?=\d))\d[\d.,/:-]*)*|\d"  # amounts, dates, phone numbers
    r"|[^\W\d_]+(?:[.'’\-][^\W\d_]+|\d+)*"  # words, also C4 and t.a.v
)
CODE = re.compile(r"(?:\d\s?u|\b(?:Ger|B|Sv|Sw)\.\s?W|\b(?:[a-z]\.){1,4}[a-z])\.$")
"""An hour, a code of law or letters with points, at the end of what is looked at: the sentence may end there."""
INITIALS = re.compile(r"\b(?:[A-Z]\.)+$")
NUMBER_ENDS = ("nr", "nrs")
ORDINARY = 3.9
"""Zipf from which a word with a capital opens a sentence rather than being a name."""
WRAPPED = 0.7


class Span(NamedTuple):
    """A piece of text with its place. `text` is the source from `start` to `end`."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space around them."""
    found = []
    for start, end in _blocks(text):
        found += [_trim(text, a, b) for a, b in _sentences_of_block(text, start, end)]
    return [span for span in found if span.text]


def split_words(text: str) -> list[Span]:
    """Words and numbers; an amount, a date, a phone number or a link is one word."""
    return [Span(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]


def is_number(word: str) -> bool:
    """True for amounts, dates, links and codes: not a word that can be hard."""
    return any(c.isdigit() for c in word) or "@" in word or "://" in word or word.startswith("www.")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: a hard-wrapped paragraph, or one line of a list."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    widest = max((b - a for a, b in lines), default=0)
    open_from: int | None = None
    previous: tuple[int, int] | None = None
    for a, b in lines:
        if not text[a:b].strip():
            continue
        if open_from is not None and previous and _line_breaks(text, previous, (a, b), widest):
            yield open_from, previous[1]
            open_from = None
        open_from = a if open_from is None else open_from
        previous = (a, b)
    if open_from is not None and previous is not None:
        yield open_from, previous[1]


def _line_breaks(text: str, before: tuple[int, int], after: tuple[int, int], widest: int) -> bool:
    line, following = text[before[0] : before[1]].rstrip(), text[after[0] : after[1]]
    if text[before[1] : after[0]].count("\n") > 1 or LIST_ITEM.match(following):
        return True
    starts_small = following.lstrip()[:1].islower()
    if starts_small and line.endswith(".") and (_is_abbreviation(line[:-1]) or CODE.search(line)):
        return False
    if line.endswith((":", ";")) or TERMINAL.search(line[-3:]):
        return True
    return not starts_small and len(line) < WRAPPED * widest


def _is_abbreviation(words: str) -> bool:
    """The text ends with a short form after which a sentence goes on; `dossiernr` counts too."""
    last = LAST_TOKEN.search(words)
    token = last[1].lower() if last else ""
    return token in word_lists().abbreviations or token.endswith(NUMBER_ENDS)


def _opens_sentence(text: str, start: int) -> bool:
    """`a.u.b. Bel ons` starts a sentence, `a.u.b. VDAB bellen` does not: an ordinary word with a capital."""
    word = WORD.match(text, start)
    return word is not None and not (word[0].isupper() and len(word[0]) > 1) and zipf(word[0]) >= ORDINARY


def _sentences_of_block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in TERMINAL.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, begin, match, end):
            yield begin, match.end()
            begin = match.end()
    if begin < end:
        yield begin, end


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    opener = OPENER.match(text, match.end(), end)
    if opener is None:
        return False
    if match[0][0] != ".":
        return True
    last = LAST_TOKEN.search(text, begin, match.start())
    token = last[1].lower() if last else ""
    if _is_abbreviation(text[begin : match.start()]):
        return False
    if token in word_lists().abbreviations_at_end or CODE.search(text, begin, match.end()):
        return opener[1].isalpha() and _opens_sentence(text, opener.start(1))
    if opener[1].isalpha() and ((len(token) == 1 and token.isalpha()) or INITIALS.search(text, begin, match.end())):
        return False
    # "1." or "a." at the head of a list item belongs to the item.
    return text[begin : match.end()].strip() != match.group().join([token, ""]) or not token.isdigit()


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(start + left, start + right, piece[left:right]) if right > left else Span(start, start, "")
