"""A web site on this machine, with robots.txt, redirects and bad manners."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest


class Reply(NamedTuple):
    status: int = 200
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    location: str = ""
    etag: str = ""
    seconds: float = 0.0
    endless: bool = False


def html(text: str) -> Reply:
    return Reply(body=f"<html><body><nav>menu</nav><main><p>{text}</p></main></body></html>".encode())


class Site:
    """`pages` by path; `asked` = path and time of each request, `agents` who asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {}
        self.asked: list[tuple[str, float]] = []
        self.headers: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, time.monotonic()))
                site.headers.append({name.lower(): value for name, value in self.headers.items()})
                reply = site.pages.get(self.path, Reply(404, b"weg"))
                time.sleep(reply.seconds)
                if reply.etag and self.headers.get("If-None-Match") == reply.etag:
                    reply = Reply(304, etag=reply.etag)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.kind)
                for name, value in (("Location", reply.location), ("ETag", reply.etag)):
                    if value:
                        self.send_header(name, value)
                self.end_headers()
                try:
                    self.wfile.write(reply.body)
                    while reply.endless:
                        self.wfile.write(b"x" * 65_536)
                except OSError:
                    return

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    thread = threading.Thread(target=found.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    found.server.shutdown()
    found.server.server_close()
    thread.join(timeout=5)
