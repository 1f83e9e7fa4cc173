"""What each page said at the last visit: one file for each source, in the folder of the person who asked.

    <home>/sources/<source id>.json
"""

import os
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from ingest.models import Model

Status = Literal["first", "unchanged", "changed", "gone", "not-reachable", "not-allowed", "not-readable"]
READ: frozenset[Status] = frozenset({"first", "unchanged", "changed"})
"""The statuses of a page that was read."""


class PageRecord(Model):
    """A page as it was. `fetched` = the last day it was read, `changed` = the last day it said something else."""

    id: str
    url: str
    status: Status = Field(description="of the last visit")
    visited: date
    fetched: date | None = None
    changed: date | None = None
    hash: str = ""
    etag: str = ""
    last_modified: str = ""
    text: str = ""


def read_records(home: Path) -> dict[str, PageRecord]:
    """The records by source id; one that cannot be read is left out, and its page counts as new."""
    found = {}
    for path in (home / "sources").glob("*.json"):
        try:
            record = PageRecord.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue
        found[record.id] = record
    return found


def keep(record: PageRecord, home: Path) -> None:
    """Write a record at once or not at all. Raises OSError."""
    folder = home / "sources"
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{record.id}.part"
    part.write_text(record.model_dump_json(), encoding="utf-8")
    os.replace(part, folder / f"{record.id}.json")
