"""One page from the web: within a time and a size, after asking robots.txt, redirects followed by hand."""

import time
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx

from ingest.pages.robots import AGENT, Robots
from ingest.pages.store import Status

CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 10.0, 20.0, 45.0
MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
CHUNK = 65_536
GONE = {404, 410}
SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


class Page(NamedTuple):
    """A page as it came. `body` is None when the server says that nothing changed."""

    url: str
    body: bytes | None
    suffix: str
    etag: str
    last_modified: str


class Failure(NamedTuple):
    """Why there is no page: a status and a word for the log and the JSON."""

    status: Status
    why: str


class _Stop(Exception):
    """Ends the reading of a page with a failure."""

    def __init__(self, status: Status, why: str) -> None:
        super().__init__(why)
        self.failure = Failure(status, why)


def new_client() -> httpx.Client:
    """A client for one host: its cookies go nowhere else. It says who it is and follows no redirect by itself."""
    return httpx.Client(
        headers={"User-Agent": AGENT, "Accept-Language": "nl-BE,nl;q=0.9"},
        timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        follow_redirects=False,
    )


def fetch(
    url: str, client: httpx.Client, robots: Robots, known: Mapping[str, str], wait: Callable[[str], None]
) -> Page | Failure:
    """The page behind `url`. `known` = etag and last_modified of the last visit; `wait` is called before each request.

    Never raises on what a site does.
    """
    until = time.monotonic() + TOTAL_SECONDS
    start, target = url, url
    try:
        for _ in range(MAX_REDIRECTS + 1):
            _check_target(start, target)
            if not robots.allows(target, client, wait):
                raise _Stop("not-allowed", "robots.txt")
            wait(target)
            found = _read(target, client, _conditions(known), until)
            if isinstance(found, Page):
                if _is_home(target) and not _is_home(start):
                    raise _Stop("gone", "redirected to the front page")
                return found
            target = found
        raise _Stop("not-reachable", "too many redirects")
    except _Stop as stop:
        return stop.failure
    except httpx.TimeoutException:
        return Failure("not-reachable", "timeout")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Failure("not-reachable", type(error).__name__)


def _read(url: str, client: httpx.Client, headers: Mapping[str, str], until: float) -> Page | str:
    """The page, or where it has gone to."""
    with client.stream("GET", url, headers=dict(headers)) as reply:
        if reply.is_redirect and reply.headers.get("location"):
            return urljoin(url, reply.headers["location"])
        if reply.status_code in GONE:
            raise _Stop("gone", str(reply.status_code))
        if reply.status_code not in {200, 304}:
            raise _Stop("not-reachable", str(reply.status_code))
        body = None if reply.status_code == 304 else _body(reply, until)
        return Page(
            url, body, _suffix(url, reply.headers.get("content-type", "")),
            reply.headers.get("etag", ""), reply.headers.get("last-modified", ""),
        )  # fmt: skip


def _body(reply: httpx.Response, until: float) -> bytes:
    """All bytes, unpacked. The limits hold for what is unpacked and for the whole time, so nothing can trickle on."""
    parts, size = [], 0
    for part in reply.iter_bytes(CHUNK):
        size += len(part)
        if size > MAX_BYTES:
            raise _Stop("not-readable", "too large")
        if time.monotonic() > until:
            raise _Stop("not-reachable", "timeout")
        parts.append(part)
    return b"".join(parts)


def _conditions(known: Mapping[str, str]) -> dict[str, str]:
    names = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
    return {names[key]: value for key, value in known.items() if value}


def _suffix(url: str, content_type: str) -> str:
    """The kind of file, by what the server says, else by the address."""
    kind = content_type.partition(";")[0].strip().lower()
    return SUFFIXES.get(kind) or PurePosixPath(urlsplit(url).path).suffix.lower() or ".html"


def _check_target(start: str, target: str) -> None:
    """A page on the web may not send us to a machine in this house."""
    if urlsplit(target).scheme not in {"http", "https"}:
        raise _Stop("not-reachable", "not a web address")
    if target != start and _is_private(target) and not _is_private(start):
        raise _Stop("not-reachable", "redirected to a private address")


def _is_private(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".local", ".localhost", ".internal"))


def _is_home(url: str) -> bool:
    return urlsplit(url).path.strip("/") in {"", "nl", "home", "index.html"}
