"""OpenDocument texts: headings, paragraphs, lists and tables in their order."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "META-INF/manifest.xml"
ENCRYPTED = b"encryption-data"
SPACES = {f"{TEXT}tab": "   ", f"{TEXT}line-break": "\n"}
UNSEEN = {f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation"}


def read_odt(path: Path) -> ReadFile:
    """The text as one page, headings as Markdown. Raises UnreadableFile: damaged, locked."""
    try:
        with ZipFile(path) as archive:
            locked = MANIFEST in archive.namelist() and ENCRYPTED in archive.read(MANIFEST)
            content = b"" if locked else archive.read("content.xml")
        if locked:
            raise UnreadableFile("password needed", reason="locked", file=path.name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        body = etree.fromstring(content, parser).find(f"{OFFICE}body")
    except (BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, OSError) as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error
    blocks = [] if body is None else [block for block in _blocks(body) if block.strip()]
    return ReadFile(name=path.name, pages=(PageText(number=1, text="\n\n".join(blocks)),), headings=True)


def _blocks(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in UNSEEN:
            continue
        if child.tag == f"{TEXT}h":
            level = min(int(child.get(f"{TEXT}outline-level", "1")), 4)
            yield f"{'#' * level} {_words(child).strip()}"
        elif child.tag == f"{TEXT}p":
            yield _words(child)
        elif child.tag == f"{TABLE}table":
            yield "\n".join(" | ".join(filter(None, _cells(row))) for row in child.iter(f"{TABLE}table-row"))
        else:
            yield from _blocks(child)


def _cells(row: etree._Element) -> Iterator[str]:
    for cell in row.iter(f"{TABLE}table-cell"):
        yield " ".join(" ".join(_blocks(cell)).split())


def _words(element: etree._Element) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            text += " " * min(int(child.get(f"{TEXT}c", "1")), 80)
        elif child.tag in SPACES:
            text += SPACES[child.tag]
        elif child.tag not in UNSEEN and isinstance(child.tag, str):
            text += _words(child)
        text += child.tail or ""
    return text
