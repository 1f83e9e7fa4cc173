"""From pages as read to a text that can be searched: wraps joined, running heads and page numbers gone."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from assistant.letters.columns import with_bars
from assistant.plain import Span, split_sentences
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import ReadFile

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
SPACES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": "  ", "\ufb01": "fi", "\ufb02": "fl"}
)
LIST_ITEM = re.compile(r"\s*(?:[-–•*▪●>→➔►✓]\s|\[\s?[xX✓]?\s?\]|[☐☒☑□■]|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
LABEL = re.compile(r"\s*[A-ZÀ-Þ][^.!?:\d]{0,32}(?:nr\.?|n°)?\s*:")
BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-–•*▪●>→➔►✓]\s|\[\s?[xX✓]?\s?\]|[☐☒☑□■]|\(?\d{1,2}[.)]\s))")
"""Where a sentence without a full stop ends all the same."""
WRAP = 0.62
"""A line this long, as part of the widest one, runs on into the next."""
SHORTEST_WRAPPED, LONG_WRAPPED = 38, 52
SUM_ROW = re.compile(r"\S(?:\s{3,}|\s?(?:\.{3,}|…+|_{3,})).*\d,\d\d(?:\s*(?:EUR|euro|€))?\s*$")
"""A row of a bill: words, a gap, a sum."""
RUNNING = 3
"""Running heads stand in the first or last three lines of a page."""


class CleanText(NamedTuple):
    """The whole letter as one text; `starts[i]` is where page `numbers[i]` begins."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    sentences: tuple[Span, ...]

    def page_at(self, place: int) -> int:
        """The number of the page that holds this character."""
        return self.numbers[max(bisect_right(self.starts, place) - 1, 0)] if self.numbers else 1

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds this character, or the line when it stands between sentences."""
        index = bisect_right([span.start for span in self.sentences], place) - 1
        if index >= 0 and self.sentences[index].end > place:
            return self.sentences[index]
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return Span(start, end, self.text[start:end].strip())

    def line_at(self, place: int) -> Span:
        """The line that holds this character."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return Span(start, end, self.text[start:end])

    def pages(self) -> tuple[str, ...]:
        """The cleaned text of each page."""
        ends = (*self.starts[1:], len(self.text))
        return tuple(self.text[a:b].strip() for a, b in zip(self.starts, ends, strict=True))


def clean(read: ReadFile) -> CleanText:
    """The letter without running heads, page numbers, hyphens at line ends and hard wraps."""
    pages = [_lines(page.text) for page in read.pages]
    running = _running_lines(pages)
    text, starts = "", []
    for number, lines in enumerate(pages):
        starts.append(len(text))
        # The first page keeps its heading: it says who writes.
        repeated = running if number else set()
        kept = [line for line in lines if not _page_number(line) and _key(line) not in repeated]
        text += re.sub(r"\n{3,}", "\n\n", "\n".join(_join(kept))).strip("\n") + "\n\n"
    text = text.rstrip("\n")
    starts = [min(start, len(text)) for start in starts]
    return CleanText(text, tuple(starts), tuple(p.number for p in read.pages), tuple(_sentences(text)))


def _sentences(text: str) -> Iterator[Span]:
    """The sentences; one never runs on into the next paragraph or the next point of a list."""
    for span in split_sentences(text):
        start = span.start
        for match in BREAK.finditer(text, span.start, span.end):
            yield from _filled(text, start, match.start())
            start = match.end()
        yield from _filled(text, start, span.end)


def _filled(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()), words.strip())


def quoted(span: Span) -> str:
    """The literal words of a sentence on one line."""
    return re.sub(r"\s+", " ", span.text).strip()


@cache
def _words(root: Path = CORPUS_DIR) -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(root / "language" / "letters" / "layout.yaml")
    return data


def _lines(text: str) -> list[str]:
    text = INVISIBLE.sub("", text.translate(SPACES)).replace("\r\n", "\n").replace("\f", "\n")
    return [re.sub(r" {3,}", "   ", line.rstrip()) for line in with_bars(text.split("\n"))]


def _page_number(line: str) -> bool:
    return bool(re.fullmatch(_words()["page_number"], line.strip(), re.IGNORECASE))


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip().lower())


def _running_lines(pages: list[list[str]]) -> set[str]:
    """Lines that stand at the head or foot of a later page again."""
    counts: Counter[str] = Counter()
    for lines in pages:
        filled = [line for line in lines if line.strip()]
        counts.update({_key(line) for line in (*filled[:RUNNING], *filled[-RUNNING:])})
    return {key for key, count in counts.items() if count > 1 and count >= len(pages) - 1 and _is_head(key)}


def _is_head(key: str) -> bool:
    return bool(re.search(_words()["running"], key, re.IGNORECASE))


def _join(lines: list[str]) -> list[str]:
    widths = sorted(len(line) for line in lines if line.strip())
    widest = widths[int(0.9 * (len(widths) - 1))] if widths else 0
    joined: list[str] = []
    length = 0
    for line in lines:
        if joined and joined[-1].strip() and line.strip() and _runs_on(joined[-1], length, line, widest):
            joined[-1] = _glue(joined[-1], line.strip())
        else:
            joined.append(line)
        length = len(line)
    return joined


def _glue(before: str, after: str) -> str:
    compound = after.startswith(tuple(_words()["after_hyphen"]))
    if re.search(r"[a-zà-ÿ]{2}-$", before) and after[:1].islower() and not compound:
        return before[:-1] + after
    return f"{before.rstrip()} {after}"


def _is_table(line: str) -> bool:
    return line.count("|") > 1 or bool(re.fullmatch(r"[\s|+=_.-]{4,}", line))


def _runs_on(before: str, length: int, line: str, widest: int) -> bool:
    end = before.rstrip()
    if LIST_ITEM.match(line) or LABEL.match(line) or end.endswith((":", ";")):
        return False
    if _is_table(line) or _is_table(before) or SUM_ROW.search(before) or SUM_ROW.search(line):
        return False
    if re.search(r"[a-zà-ÿ]-$", end) and line.lstrip()[:1].islower():
        return True
    if re.search(rf"(?:^|[\s(])(?:{_words()['runs_on']})$", end, re.IGNORECASE):
        return True
    if re.search(_words()["own_line"], line, re.IGNORECASE):
        return False
    starts_small = line.lstrip()[:1].islower()
    # A heading of capitals is no running text: only a really long line runs on into a capital.
    long = length >= max(WRAP * widest, SHORTEST_WRAPPED if starts_small else LONG_WRAPPED)
    if end.endswith((".", "!", "?")):
        return length >= max(0.8 * widest, SHORTEST_WRAPPED) and bool(re.search(r"[a-zà-ÿ]", line))
    return long or (starts_small and length > SHORTEST_WRAPPED / 2)
