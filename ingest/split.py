"""Split a read file into pieces of about a paragraph, each with its page and heading, as LangChain Documents."""

import re
from collections.abc import Iterator

from langchain_core.documents import Document

from ingest.models import ReadFile

VERSION = 1
"""Goes up when the same file gives other pieces."""
PIECE = 800
"""Characters: what is shown beside an answer, and short enough to be about one thing."""
OVERLAP = 100
SMALLEST = 20
"""Shorter pieces (page numbers, loose words) say nothing."""
HEADERS = [("#" * level, f"h{level}") for level in range(1, 5)]
BORDERS = ["\n\n", "\n", r"(?<=[.!?])\s+", " ", ""]
HYPHEN_AT_END = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def split_file(read: ReadFile) -> list[Document]:
    """The pieces of a file in order.

    `metadata`: `source` (file name), `page` (from 1), `heading` (`Chapter > Section`, may be empty).
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=PIECE, chunk_overlap=OVERLAP, separators=BORDERS, is_separator_regex=True, keep_separator="end"
    )
    pieces = splitter.split_documents(list(_parts(read)))
    return [piece for piece in pieces if len(piece.page_content.strip()) >= SMALLEST]


def _parts(read: ReadFile) -> Iterator[Document]:
    """The parts below one heading of one page."""
    for page in read.pages:
        text = HYPHEN_AT_END.sub("", page.text)
        where = {"source": read.name, "page": page.number}
        if not read.headings:
            yield Document(page_content=text, metadata={**where, "heading": ""})
            continue
        for part in _by_heading(text):
            path = [part.metadata[name] for _, name in HEADERS if name in part.metadata]
            yield Document(page_content=part.page_content, metadata={**where, "heading": " > ".join(path)})


def _by_heading(text: str) -> list[Document]:
    from langchain_text_splitters import MarkdownHeaderTextSplitter

    return MarkdownHeaderTextSplitter(HEADERS, strip_headers=True).split_text(text)
