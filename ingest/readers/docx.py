"""Word documents: paragraphs, headings and tables in their order."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOX, LINE, WORDS = f"{NAMESPACE}txbxContent", f"{NAMESPACE}p", f"{NAMESPACE}t"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
HEADING = re.compile(r"(?:heading|kop) (\d)", re.IGNORECASE)


def read_docx(path: Path) -> ReadFile:
    """The text as one page, headings as Markdown. Raises UnreadableFile (damaged)."""
    try:
        document = docx.Document(str(path))
        section = document.sections[0] if document.sections else None
        parts = [section.header, document, section.footer] if section else [document]
        blocks = [block for part in parts for block in _blocks(part)]
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error
    text = "\n\n".join(block for block in blocks if block)
    return ReadFile(name=path.name, pages=(PageText(number=1, text=text),), headings=True)


def _blocks(part: Any) -> Iterator[str]:
    """Paragraphs, tables and boxes of the document, its letterhead or its foot."""
    for block in part.iter_inner_content():
        if isinstance(block, Table):
            yield _table(block)
            continue
        for box in block._p.iter(BOX):
            # Word keeps each box twice: for itself and, inside a fallback, for older versions.
            if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
                yield "\n".join("".join(text.text or "" for text in line.iter(WORDS)) for line in box.iter(LINE))
        yield _paragraph(block)


def _paragraph(paragraph: docx.text.paragraph.Paragraph) -> str:
    text = str(paragraph.text).strip()
    level = HEADING.match(paragraph.style.name or "") if paragraph.style else None
    return f"{'#' * min(int(level[1]), 4)} {text}" if level and text else text


def _table(table: Table) -> str:
    rows = ([cell.text.strip() for cell in row.cells] for row in table.rows)
    return "\n".join(" | ".join(dict.fromkeys(filter(None, row))) for row in rows)
