"""What the letter asks of the reader or lets the reader do, sentence by sentence, under a few topics."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assistant.letters.clean import CleanText, quoted
from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.letters.times import find_times
from assistant.plain import Span

HEADING, SHORTEST = 60, 3
"""Characters: a greeting stands below at least a name."""


class Request(NamedTuple):
    """A topic with the sentence that carries it; `what` = the literal things asked, where they are listed."""

    topic: str
    sentence: Span
    what: str | None


def find_requests(letter: CleanText, *, meeting: bool) -> list[Request]:
    """Each topic once, with its first sentence; topics whose things are listed as often as they are asked.

    `meeting` says whether the letter holds an appointment: without one nobody can be absent.
    """
    found: list[Request] = []
    for row in letter_language("requests")["requests"]:
        if row.get("meeting") and not meeting:
            continue
        rows = [Request(row["topic"], span, _what(letter, span, row)) for span in _sentences(letter, row)]
        rows = [request for request in rows if request.what or not row.get("items")]
        found += rows if row.get("list") else rows[:1]
    # Papers are named last: a sentence that says what to do with them is clearer.
    clear = {row.sentence for row in found if row.what and row.topic != "papers"}
    found = [row for row in found if row.topic != "papers" or row.sentence not in clear]
    found = [row for row in found if not _within_another(row, found)]
    seen: dict[str, Request] = {}
    return [row for row in found if row.what is None or seen.setdefault(row.what, row) is row]


def find_questions(letter: CleanText) -> list[Span]:
    """The sentences that ask something of the reader, below the greeting; then those that allow something."""
    greeting = pattern("layout", "salutation").search(letter.text, HEADING)
    start = greeting.end() if greeting else 0
    spans = [span for span in letter.sentences if span.start >= start]
    whole = list(_with_answers(letter.text, spans))
    asked = [span for span in whole if asks_something(quoted(span))]
    return asked + [span for span in whole if span not in asked and _allows(quoted(span))]


def _with_answers(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """A question together with what to do then: "Gaf je de kaart al af? Bel ons dan even."."""
    index = 0
    while index < len(spans):
        span, following = spans[index], spans[index + 1] if index + 1 < len(spans) else None
        index += 1
        if following and span.text.endswith("?") and "\n" not in text[span.end : following.start]:
            yield Span(span.start, following.end, text[span.start : following.end])
            index += 1
        else:
            yield span


def asks_something(text: str) -> bool:
    """Whether a sentence asks something of its reader; a question together with its answer counts as one."""
    answer = text.rpartition("? ")[2]
    asks = pattern("requests", "asks").search(text) or pattern("requests", "imperative").search(answer)
    return asks is not None and not pattern("requests", "never_asks").search(text)


def _allows(text: str) -> bool:
    return pattern("requests", "may").search(text) is not None and not pattern("requests", "never_asks").search(text)


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
    items = list(_items(letter.text[span.end :])) or list(_items(span.text.partition("\n")[2]))
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


def _items(text: str) -> Iterator[str]:
    """The points of a list that starts here; boxes that are not ticked are left out."""
    lines = [line for line in text.lstrip("\n .:").split("\n")]
    for line in lines:
        if pattern("requests", "empty_box").match(line) or not line.strip():
            continue
        item = pattern("requests", "item").match(line)
        if item is None:
            return
        yield item["what"].strip(" .;")


def in_dutch(text: str) -> str | None:
    """The Dutch names of the papers that a French sentence asks for; None when it names none that we know."""
    rows = letter_language("requests")["papers_fr"]
    names = [row["say"] for row in rows if re.search(row["words"], text, re.IGNORECASE)]
    return ", ".join(names) or None


def shortened(text: str) -> str:
    """Whole, or cut at the last comma or semicolon that fits."""
    most = letter_language("requests")["most_listed"]
    text = text.strip(" .")
    if len(text) <= most:
        return text
    cut = max(text.rfind(mark, 0, most) for mark in (";", ",", " "))
    return f"{text[:cut]} …"
