"""Markdown: its headings split the text, front matter is left out."""

import re
from pathlib import Path

from ingest.models import PageText, ReadFile
from ingest.readers.text import decode

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_markdown(path: Path) -> ReadFile:
    """The text as one page with its headings."""
    text = FRONT_MATTER.sub("", decode(path.read_bytes(), path.name))
    return ReadFile(name=path.name, pages=(PageText(number=1, text=text),), headings=True)
