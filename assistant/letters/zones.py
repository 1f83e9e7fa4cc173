"""The parts of a letter in which its sender shows: heading, signature, foot of the paper."""

import re
from typing import NamedTuple

from assistant.letters.patterns import pattern

FIRST_LINES, HEAD_LINES, LAST_LINES = 3, 16, 9
LONGEST_LINE = 95
LABEL = 40
"""Characters before the colon of a message that begins with the name of its sender; so many at least come after it."""
TOP = 250
"""Characters at the top of a letter without a heading in which its sender shows."""


class Zones(NamedTuple):
    """Where a sender shows: first lines, heading, signature, the whole; `top` of a form; the first line alone."""

    first: str
    head: str
    signature: str
    text: str
    top: str = ""
    first_line: str = ""


def split_zones(text: str) -> Zones:
    """The zones of a letter; lines about the addressee or the subject are left out of the heading."""
    salutation = pattern("layout", "salutation").search(text, 60)
    top = text[: salutation.start()] if salutation else text
    lines = _short(_unpacked(top))[:HEAD_LINES]
    head = [_own_part(line) for line in lines if not _about_others(line)]
    form_top = "" if salutation else text[:TOP]
    first_line = next(iter(head), "")
    return Zones("\n".join(head[:FIRST_LINES]), "\n".join(head), _signature(text, lines), text, form_top, first_line)


def _signature(text: str, above: list[str]) -> str:
    """The lines below the last closing words; without these the last lines that do not stand in the heading."""
    closings = list(pattern("layout", "closing").finditer(text))
    short = [match for match in pattern("senders", "short_closing").finditer(text) if match.start() > len(text) / 2]
    start = max((rows[-1].start() for rows in (closings, short) if rows), default=None)
    below = _short(_unpacked_foot(text[start or 0 :]))[-LAST_LINES:]
    return "\n".join(below if start is not None else [line for line in below if line not in above][-FIRST_LINES:])


def _unpacked(top: str) -> str:
    """The heading with a long first or second line, where a whole letterhead stands on it, cut into its parts.

    Of a message, what stands before the colon or the first stop is a line of its own: "VDAB: je afspraak ...".
    """
    lines = top.split("\n")
    cut = [n for n, line in enumerate(lines) if line.strip()][:2]
    for n in cut:
        if _long(lines[n]):
            lines[n] = _cut(lines[n])
    for n in cut[:1]:
        lines[n] = re.sub(rf"^(.{{2,{LABEL}}}?)[:.!]\s+(?=.{{{LABEL}}})", r"\1\n", lines[n])
    return "\n".join(lines)


def _unpacked_foot(text: str) -> str:
    """The end of a letter with a long last line, the foot of the paper, cut into its parts."""
    above, _, last = text.rstrip().rpartition("\n")
    return f"{above}\n{_cut(last) if _long(last) else last}"


def _cut(line: str) -> str:
    """One line of a letterhead as several; commas part them only where an address or a number stands in it."""
    parts = r"\s+[-*\u2013|\u00b7]\s+|\s{3,}"
    if pattern("senders", "letterhead").search(line):
        parts += r"|,\s+|\s\((?=\d)"
    return re.sub(parts, "\n", line)


def _long(line: str) -> bool:
    return len(re.sub(r"\s+", " ", line)) > LONGEST_LINE


def _short(text: str) -> list[str]:
    """Lines that can be a name or an address; running text names many others."""
    return [line for line in text.split("\n") if line.strip() and not _long(line)]


def _own_part(line: str) -> str:
    """A line of the heading without whose letter box it is ("p/a OCMW") and for whom somebody acts."""
    return pattern("senders", "on_behalf").sub("", pattern("layout", "care_of").sub("", line))


def _about_others(line: str) -> bool:
    rules = (("layout", "not_sender"), ("layout", "addressee"), ("senders", "title_of_others"))
    return any(pattern(file, key).match(line) for file, key in rules)
