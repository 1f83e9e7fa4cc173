"""PDF with a text layer."""

from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile

MAX_PAGES = 100


def read_pdf(path: Path) -> ReadFile:
    """The text layer, page by page. Raises UnreadableFile: damaged, locked (password), too-large, no-text."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("password needed", reason="locked", file=path.name)
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise UnreadableFile(f"{count} pages", reason="too-large", file=path.name)
        texts = [page.extract_text() for page in reader.pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableFile("password needed", reason="locked", file=path.name) from error
    except UnreadableFile:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error
    if not any(text.strip() for text in texts):
        raise UnreadableFile("no text layer", reason="no-text", file=path.name)
    return ReadFile(name=path.name, pages=tuple(PageText(number=n, text=t) for n, t in enumerate(texts, start=1)))
