"""Web pages: the text that a reader sees, with its headings as Markdown."""

import re
from pathlib import Path

from bs4 import BeautifulSoup

from ingest.models import PageText, ReadFile

NOT_SHOWN = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "svg", "iframe")
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "tr", "dt", "dd", "blockquote", "pre", "div", "section", "br")
SPACES = re.compile(r"[ \t\u00a0]+")
EMPTY_LINES = re.compile(r"\n\s*\n+")


def read_html(path: Path) -> ReadFile:
    """The text of the page as one page. The encoding is the one that the page names."""
    return ReadFile(name=path.name, pages=(PageText(number=1, text=html_text(path.read_bytes())),), headings=True)


def html_text(page: bytes, encoding: str | None = None) -> str:
    """What a reader of the web page sees; `encoding` when it is known from elsewhere."""
    soup = BeautifulSoup(page, "lxml", from_encoding=encoding)
    for element in soup(NOT_SHOWN):
        element.decompose()
    for level in range(1, 5):
        for heading in soup(f"h{level}"):
            heading.string = f"{'#' * level} {heading.get_text(' ', strip=True)}"
    for block in soup(BLOCKS):
        block.insert_before("\n\n")
        block.append("\n\n")
    root = soup.find("main") or soup.body or soup
    return EMPTY_LINES.sub("\n\n", SPACES.sub(" ", root.get_text())).strip()
