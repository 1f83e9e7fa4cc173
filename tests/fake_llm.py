"""A language model to play with: a server on this machine that speaks the OpenAI and the Ollama way."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Reply = str | int | Callable[[dict[str, Any]], str]
"""What the model says; a number is the status of a refusal; a function sees the request."""


class Stub:
    """`reply` may be changed between calls; `heard` holds every request that came in, path and body."""

    def __init__(self) -> None:
        self.reply: Reply = "{}"
        self.seconds = 0.0
        self.trickle = False
        self.no_schema = False
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.keys: list[str] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                stub.heard.append((self.path, {}))
                self._send(200, {"data": [], "models": []})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                stub.heard.append((self.path, body))
                stub.keys.append(self.headers.get("Authorization", ""))
                time.sleep(stub.seconds)
                if stub.no_schema and "response_format" in body:
                    self._send(400, {"error": {"message": "response_format is not supported"}})
                elif isinstance(stub.reply, int):
                    self._send(stub.reply, {"error": {"message": "no"}})
                else:
                    self._send(200, said(self.path, stub.reply if isinstance(stub.reply, str) else stub.reply(body)))

            def _send(self, status: int, body: dict[str, Any]) -> None:
                raw = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                if status in {301, 307}:
                    self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.end_headers()
                step = 1 if stub.trickle else len(raw)
                for start in range(0, len(raw), step):
                    try:
                        self.wfile.write(raw[start : start + step])
                        self.wfile.flush()
                    except OSError:
                        return
                    if stub.trickle:
                        time.sleep(0.1)

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port: int = self.server.server_address[1]

    @property
    def here(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def away(self) -> str:
        """The same server at an address that does not count as this machine."""
        return f"http://0.0.0.0:{self.port}/v1"

    def prompt(self, call: int = -1) -> str:
        """All that the model was told in one call."""
        return "\n".join(str(message["content"]) for message in self.heard[call][1]["messages"])


def said(path: str, text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    if path.startswith("/api/"):
        made = {"model": "klein", "created_at": "2026-11-25T10:00:00Z"}
        return {**made, "message": message, "done": True, "done_reason": "stop"}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "klein", "choices": [choice], "usage": usage}


@pytest.fixture
def stub() -> Iterator[Stub]:
    found = Stub()
    thread = threading.Thread(target=found.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    found.server.shutdown()
    found.server.server_close()
    thread.join(timeout=5)


def reply(*rows: tuple[str, list[str]]) -> str:
    return json.dumps({"sentences": [{"text": text, "passages": ids} for text, ids in rows]})


def passages_in(body: dict[str, Any]) -> list[tuple[str, str]]:
    return re.findall(r"^\[(p\d+)\] (.+)$", body["messages"][-1]["content"], re.MULTILINE)


def echo(*more: tuple[str, list[str]], change: Callable[[str], str] = str) -> Callable[[dict[str, Any]], str]:
    """A model that says every passage again, changed a little, and then something more."""
    return lambda body: reply(*[(change(text), [name]) for name, text in passages_in(body)], *more)


def without_commas(text: str) -> str:
    return text.replace(",", "")
