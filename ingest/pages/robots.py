"""robots.txt of each site: what a program may read there, and how long it waits between two pages.

A missing file allows all; a site whose file cannot be had now is left alone. Source: RFC 9309, section 2.3.1.
"""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

NAME = "wegwijs"
LONGEST = 500 * 1024
"""Bytes that are read, as the RFC asks for at least."""
LONGEST_DELAY = 30.0
REDIRECTS = 5


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "0"


AGENT = f"{NAME}/{_version()} (checks whether cited pages changed)"


class Robots:
    """The rules of every site that was asked, kept for one round of visits."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[str, RobotFileParser] = {}

    def allows(self, url: str, client: httpx.Client, wait: Callable[[str], None]) -> bool:
        """Whether we may read `url`. Asks its site for the rules the first time. Raises httpx.HTTPError."""
        return self._rules(url, client, wait).can_fetch(NAME, url)

    def delay(self, url: str) -> float:
        """Seconds that the site wants between two requests; 0 when it does not say, or is not known yet."""
        rules = self._known.get(_origin(url))
        asked = rules.crawl_delay(NAME) if rules else None
        return min(float(asked or 0), LONGEST_DELAY)

    def _rules(self, url: str, client: httpx.Client, wait: Callable[[str], None]) -> RobotFileParser:
        origin = _origin(url)
        if origin not in self._known:
            rules = RobotFileParser()
            rules.parse(_lines(f"{origin}/robots.txt", client, wait))
            self._known[origin] = rules
        return self._known[origin]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _lines(url: str, client: httpx.Client, wait: Callable[[str], None]) -> list[str]:
    """The lines of the file; none when there is no such file."""
    for _ in range(REDIRECTS + 1):
        wait(url)
        with client.stream("GET", url) as reply:
            if reply.is_redirect and reply.headers.get("location"):
                url = str(httpx.URL(url).join(reply.headers["location"]))
                continue
            if reply.status_code >= 500 or reply.status_code == 429:
                raise httpx.HTTPError(f"robots.txt: {reply.status_code}")
            if reply.status_code != 200:
                return []
            return _start(reply).decode("utf-8-sig", errors="replace").splitlines()
    return []


def _start(reply: httpx.Response) -> bytes:
    found = b""
    for part in reply.iter_bytes():
        found += part
        if len(found) >= LONGEST:
            break
    return found[:LONGEST]
