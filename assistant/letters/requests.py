"""What the letter asks of the reader or lets the reader do, sentence by sentence, under a few topics."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from assistant.letters.clean import CleanText, quoted
from assistant.letters.duties import HEADING, is_of_another
from assistant.letters.lists import points_below
from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.letters.times import find_times
from assistant.plain import Span

SHORTEST = 3
"""Characters."""


class Request(NamedTuple):
    """A topic with the sentence that carries it; `what` = the literal things asked, where they are listed."""

    topic: str
    sentence: Span
    what: str | None


def find_requests(letter: CleanText, language: str | None, *, meeting: bool) -> list[Request]:
    """Each topic once, with its first sentence; topics whose things are listed as often as they are asked.

    `meeting` says whether the letter holds an appointment: without one nobody can be absent.
    """
    found: list[Request] = []
    for row in letter_language("requests")["requests"]:
        if row.get("meeting") and not meeting:
            continue
        rows = [Request(row["topic"], span, _what(letter, span, row)) for span in _sentences(letter, row)]
        if row.get("own"):
            rows = [request for request in rows if not is_of_another(quoted(request.sentence), language)]
        rows = [request for request in rows if request.what or not row.get("items")]
        found += rows if row.get("list") else rows[:1]
    # Papers are named last: a sentence that says what to do with them is clearer.
    clear = {row.sentence for row in found if row.what and row.topic != "papers"}
    found = [row for row in found if row.topic != "papers" or row.sentence not in clear]
    found = [row for row in found if not _within_another(row, found)]
    seen: dict[str, Request] = {}
    return [row for row in found if row.what is None or seen.setdefault(row.what, row) is row]


def _sentences(letter: CleanText, row: Mapping[str, Any]) -> Iterator[Span]:
    greeting = pattern("layout", "salutation").search(letter.text, HEADING)
    start = greeting.end() if greeting else 0
    before = ""
    for span in letter.sentences:
        answers, before = before.endswith("?"), span.text
        # "Al betaald? Je hoeft niets te doen." says nothing to somebody who did not pay.
        if span.start < start or (answers and row.get("alone")):
            continue
        text = re.sub(r"\s+", " ", span.text)
        never = row.get("never")
        if compiled(row["words"]).search(text) and not (never and compiled(never).search(text)):
            yield span


def _within_another(row: Request, rows: list[Request]) -> bool:
    """Whether the point of a list stands in the list of another request already."""
    point = row.sentence.text.strip(" -–•;.")
    return any(other is not row and other.what is not None and point in other.what for other in rows)


def _what(letter: CleanText, span: Span, row: Mapping[str, Any]) -> str | None:
    """The list below the sentence, else what stands behind its colon, else the sentence itself."""
    if not row.get("list"):
        return None
    items = list(points_below(letter.text[span.end :]).what) or list(points_below(span.text.partition("\n")[2]).what)
    if items:
        # The first point may stand on the line of the sentence itself.
        first = pattern("requests", "first_item").search(span.text.partition("\n")[0])
        return shortened("; ".join([first["what"].strip(" .;"), *items] if first else items))
    if row.get("items"):
        return None
    text = quoted(span)
    before, _, behind = text.rpartition(": ")
    if find_times(behind) and before:
        # "Bring everything to our appointment: Friday at 9" names no papers behind its colon.
        return shortened(before)
    return shortened(behind if len(behind) > SHORTEST else text)


def in_dutch(text: str, said: str = "", most: int | None = None) -> str | None:
    """The Dutch names of what a French sentence asks for, at most `most`, without those `said` already; else None."""
    rows = letter_language("requests")["papers_fr"]
    names = [row["say"] for row in rows if re.search(row["words"], text, re.IGNORECASE)]
    return ", ".join([name for name in names if name not in said][:most]) or None


def shortened(text: str) -> str:
    """Whole, or cut at the last comma or semicolon that fits."""
    most = letter_language("requests")["most_listed"]
    text = text.strip(" .")
    if len(text) <= most:
        return text
    cut = max(text.rfind(mark, 0, most) for mark in (";", ",", " "))
    return f"{text[:cut]} …"
