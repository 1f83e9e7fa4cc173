"""From a sheet to PDF bytes. The one door of weasyprint, which needs Pango: without it, print through the browser."""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.paper.page import HERE, Head, page
from assistant.paper.sheet import Part, Picture
from ingest.errors import PaperMissing

FONTS = (HERE / "fonts").as_uri()


def sheet_pdf(
    title: str,
    parts: Sequence[Part],
    *,
    over: str = "",
    lead: str = "",
    foot: str = "",
    picture: Picture | None = None,
    columns: int = 1,
) -> bytes:
    """A tagged A4 PDF (PDF/UA-1, nl-BE, at least 14 points) with `title` as its heading.

    `over` = a small line above the title, `lead` = a large line below it, `foot` = the line at the foot of each
    page, `columns` = 1 or 2. Empty parts are left out. Nothing is fetched: letters come from the package.
    Raises PaperMissing where Pango is not installed.
    """
    return _bytes(_printed(Head(title, over, lead, foot, picture), parts, columns))


def fitting_pdf(title: str, drafts: Iterable[Sequence[Part]], most: int, *, over: str, lead: str, foot: str,
                picture: Picture) -> bytes:  # fmt: skip
    """As `sheet_pdf`, of the first draft that takes at most so many pages; of the last one when none does.

    Raises PaperMissing; ValueError when there is no draft.
    """
    head = Head(title, over, lead, foot, picture)
    printed = None
    for parts in drafts:
        printed = _printed(head, parts, columns=1)
        if len(printed.pages) <= most:
            break
    if printed is None:
        raise ValueError("a sheet needs a draft")
    return _bytes(printed)


def _printed(head: Head, parts: Sequence[Part], columns: int) -> Any:
    html = page(head, [part for part in parts if part.rows or part.cells], columns)
    return _press().HTML(string=html, url_fetcher=_fetcher()).render(pdf_variant="pdf/ua-1")


def _bytes(printed: Any) -> bytes:
    pdf: bytes = printed.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def _press() -> Any:
    try:
        import weasyprint
    except OSError as error:  # Pango's library is not on this machine
        raise PaperMissing("weasyprint cannot load Pango; install libpango or print through the browser") from error
    for name in ("weasyprint", "fontTools"):  # they log font names and, at debug level, pieces of the text
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return weasyprint


def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetchingError

    class OwnFontsOnly(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
        """Opens our own letters and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """The font at `url`; anything else is refused."""
            if not url.startswith(FONTS):
                raise URLFetchingError("a sheet fetches nothing")
            return super().fetch(url, headers)

    return OwnFontsOnly(allowed_protocols={"file"})

