"""The child process that opens files from outside: one request a line on its input, answers as lines of JSON.

    {"path": "…", "kind": "pdf"}
    {"page": {…PageText}, "warnings": []}     for each page
    {"done": {"headings": false}}             or {"error": {"reason": "…", "message": "…"}}

It knows no network and writes no file. It ends with its input.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2

from ingest.errors import UnreadableFile
from ingest.models import ReadFile
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.image import read_image
from ingest.readers.limits import limit_memory
from ingest.readers.mail import read_mail
from ingest.readers.odt import read_odt
from ingest.readers.pdf import read_pdf

Answer = dict[str, Any]

BY_PAGE = {"pdf": read_pdf, "image": read_image}
WHOLE = {"docx": read_docx, "odt": read_odt, "eml": read_mail, "html": read_html}


def answers(path: Path, kind: str) -> Iterator[Answer]:
    """All answers to one request; never raises for what is wrong with the file."""
    try:
        if kind in BY_PAGE:
            for page, warnings in BY_PAGE[kind](path):
                yield {"page": page.model_dump(), "warnings": warnings}
            yield {"done": {"headings": False}}
        else:
            yield from _whole(WHOLE[kind](path))
    except UnreadableFile as error:
        yield {"error": {"reason": error.reason, "message": str(error)}}
    except PermissionError:
        yield {"error": {"reason": "locked", "message": "no permission to read"}}
    except MemoryError:
        yield {"error": {"reason": "too-large", "message": "memory limit"}}
    except (cv2.error, OSError, RecursionError) as error:
        full = "nsufficient memory" in str(error)
        yield {"error": {"reason": "too-large" if full else "damaged", "message": type(error).__name__}}


def _whole(read: ReadFile) -> Iterator[Answer]:
    for page in read.pages:
        yield {"page": page.model_dump(), "warnings": read.warnings}
    yield {"done": {"headings": read.headings}}


def main() -> None:
    """Serve until the input ends. Whatever a library prints goes nowhere: only answers reach the parent."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        cv2.setNumThreads(1)
        limit_memory()
        _say(out, {"ready": True})
        for line in sys.stdin.buffer:
            request = json.loads(line)
            for answer in answers(Path(request["path"]), request["kind"]):
                _say(out, answer)


def _say(out: Any, answer: Answer) -> None:
    out.write(json.dumps(answer, ensure_ascii=True) + "\n")
    out.flush()


if __name__ == "__main__":
    main()
