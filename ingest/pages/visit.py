"""A round along the pages: a few sites at a time, one page at a time on each, with a pause between."""

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import NamedTuple
from urllib.parse import urlsplit

from ingest.errors import UnreadableFile
from ingest.models import Source
from ingest.pages.fetch import Failure, Page, fetch, new_client
from ingest.pages.robots import Robots
from ingest.pages.store import PageRecord, keep, read_records
from ingest.readers import read_file

SITES_AT_A_TIME = 6
PAUSE = 2.0
"""Seconds between two requests to one site; more when the site asks for more."""


class Visit(NamedTuple):
    """What came of one page: the record as it is now, as it was (None = never visited), and why it failed."""

    record: PageRecord
    before: PageRecord | None
    why: str


def visit_pages(
    sources: Sequence[Source], home: Path, day: date, *, pause: float | None = None
) -> Iterator[Visit]:
    """Visit every page once, and give each as it is done; what was read is kept in `home` at once.

    `pause` = seconds between two requests to one site (None = PAUSE). Uses the network. Stops between two pages when
    the caller stops listening. Raises OSError when `home` is full.
    """
    pause = PAUSE if pause is None else pause
    known, robots, done, stop = read_records(home), Robots(), SimpleQueue[Visit | Exception](), Event()

    def walk(pages: Sequence[Source]) -> None:
        try:
            for found in _walk(pages, known, robots, day, pause, stop):
                keep(found.record, home)
                done.put(found)
        except Exception as error:  # noqa: BLE001  # carried to the caller, who waits for this site
            done.put(error)

    with ThreadPoolExecutor(SITES_AT_A_TIME) as threads:
        try:
            for pages in _by_site(sources).values():
                threads.submit(walk, pages)
            for _ in sources:
                found = done.get()
                if isinstance(found, Exception):
                    raise found
                yield found
        finally:
            stop.set()


def _by_site(sources: Sequence[Source]) -> dict[str, list[Source]]:
    sites: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        sites[urlsplit(source.url).netloc].append(source)
    return sites


def _walk(
    pages: Sequence[Source], known: dict[str, PageRecord], robots: Robots, day: date, pause: float, stop: Event
) -> Iterator[Visit]:
    """The pages of one site, one after the other."""
    wait = _waiter(robots, pause, stop)
    with new_client() as client:
        for source in pages:
            if stop.is_set():
                return
            before = known.get(source.id)
            conditions = {} if before is None or before.url != source.url else _conditions(before)
            yield _visited(source, before, fetch(source.url, client, robots, conditions, wait), day)


def _waiter(robots: Robots, pause: float, stop: Event) -> Callable[[str], None]:
    """Waits until the next request to a site is polite. A site that we were sent on to has its own clock."""
    last: dict[str, float] = {}

    def wait(url: str) -> None:
        site = urlsplit(url).netloc
        if site in last:
            stop.wait(max(0.0, last[site] + max(pause, robots.delay(url)) - time.monotonic()))
        last[site] = time.monotonic()

    return wait


def _conditions(before: PageRecord) -> dict[str, str]:
    return {"etag": before.etag, "last_modified": before.last_modified}


def _visited(source: Source, before: PageRecord | None, found: Page | Failure, day: date) -> Visit:
    """The record after a visit. What was read earlier is kept when this time there was nothing to read."""
    record = before or PageRecord(id=source.id, url=source.url, status="first", visited=day)
    record = record.model_copy(update={"url": source.url, "visited": day})
    if isinstance(found, Page) and found.body is not None:
        try:
            text = _text(found)
        except UnreadableFile as error:
            found = Failure("not-readable", error.reason or "")
        else:
            return Visit(_compared(record, before, found, text, day), before, "")
    if isinstance(found, Failure):
        return Visit(record.model_copy(update={"status": found.status}), before, found.why)
    return Visit(record.model_copy(update={"status": "unchanged", "fetched": day}), before, "")


def _compared(record: PageRecord, before: PageRecord | None, page: Page, text: str, day: date) -> PageRecord:
    """The record of a page that was read. Other white space is no other text."""
    digest = sha256(" ".join(text.split()).encode()).hexdigest()
    first = before is None or not before.hash
    same = before is not None and before.hash == digest
    return record.model_copy(
        update={
            "status": "first" if first else "unchanged" if same else "changed",
            "changed": record.changed if first or same else day,
            "fetched": day, "hash": digest, "etag": page.etag, "last_modified": page.last_modified, "text": text,
        }
    )  # fmt: skip


def _text(page: Page) -> str:
    """What a reader sees, without empty lines. Raises UnreadableFile."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"page{page.suffix}"
        file.write_bytes(page.body or b"")
        read = read_file(file)
    lines = (" ".join(line.split()) for found in read.pages for line in found.text.splitlines())
    return "\n".join(line for line in lines if line)
