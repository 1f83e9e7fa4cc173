"""Word documents: paragraphs, headings and tables in their order."""

import re
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

HEADING = re.compile(r"(?:heading|kop) (\d)", re.IGNORECASE)


def read_docx(path: Path) -> ReadFile:
    """The text as one page, headings as Markdown. Raises UnreadableFile (damaged)."""
    try:
        document = docx.Document(str(path))
        blocks = [_table(b) if isinstance(b, Table) else _paragraph(b) for b in document.iter_inner_content()]
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error
    text = "\n\n".join(block for block in blocks if block)
    return ReadFile(name=path.name, pages=(PageText(number=1, text=text),), headings=True)


def _paragraph(paragraph: docx.text.paragraph.Paragraph) -> str:
    text = str(paragraph.text).strip()
    level = HEADING.match(paragraph.style.name or "") if paragraph.style else None
    return f"{'#' * min(int(level[1]), 4)} {text}" if level and text else text


def _table(table: Table) -> str:
    rows = ([cell.text.strip() for cell in row.cells] for row in table.rows)
    return "\n".join(" | ".join(dict.fromkeys(filter(None, row))) for row in rows)
