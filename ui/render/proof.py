"""The letter as it was written, with the words that prove a claim lit."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ui.render.markup import esc
from ui.text import Text

HARD_WRAP = re.compile(r"(?<=[^\n]{60})\n(?=[^\n])")
"""A line end after a long line was put there by a page, not by a writer."""


class Proofs:
    """Numbers the quotes of one letter: the same quote always gets the same id."""

    def __init__(self, stamp: str) -> None:
        """`stamp` keeps the ids of two letters apart."""
        self._stamp = stamp
        self._ids: dict[str, str] = {}

    def id_of(self, quote: str) -> str:
        """The id of `quote`; both sides of the screen carry it."""
        return self._ids.setdefault(_plain(quote), f"p-{self._stamp}-{len(self._ids) + 1}")

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Every quote, white space simplified, with its id."""
        return tuple(self._ids.items())


class Hit(NamedTuple):
    """Where a quote stands in a page, in characters."""

    start: int
    end: int
    id: str


def original(pages: Sequence[str], proofs: Proofs, text: Text) -> str:
    """Each page as a sheet; quotes become marks that can have the focus."""
    sheets = (
        f'<div class="sheet" role="group" aria-label="{esc(text.fill("letter.page", n=n))}">{_page(page, proofs)}</div>'
        for n, page in enumerate(pages, start=1)
    )
    return "".join(sheets)


def found_in(pages: Sequence[str], quote: str) -> bool:
    """Whether `quote` stands in one of the pages, line ends aside."""
    return any(_find(page, quote) for page in pages)


def _page(page: str, proofs: Proofs) -> str:
    page = HARD_WRAP.sub(" ", page)
    hits = [Hit(m.start(), m.end(), name) for quote, name in proofs.rows() if (m := _find(page, quote))]
    pieces, at = [], 0
    for hit in sorted(hits, key=lambda found: (found.start, -found.end)):
        if hit.start < at:
            continue  # inside a quote that is lit already
        pieces.append(esc(page[at : hit.start]))
        pieces.append(f'<mark tabindex="0" data-proof-id="{hit.id}">{esc(page[hit.start : hit.end])}</mark>')
        at = hit.end
    return "".join([*pieces, esc(page[at:])])


def _find(page: str, quote: str) -> re.Match[str] | None:
    words = _plain(quote).split(" ")
    return re.search(r"\s+".join(map(re.escape, words)), page) if words != [""] else None


def _plain(quote: str) -> str:
    return " ".join(quote.split())
