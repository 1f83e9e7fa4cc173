"""`wegwijs model fetch` really downloads: from a hub on this machine, in a process of its own, then it is used."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from ingest.embed import MODEL_DIR

NAME, COMMIT = "voorbeeld/klein", "a" * 40


class Hub(BaseHTTPRequestHandler):
    """The two questions that are asked of a model hub: which files, and the files. The model is our own."""

    protocol_version = "HTTP/1.1"
    files = {path.relative_to(MODEL_DIR).as_posix(): path for path in MODEL_DIR.rglob("*") if path.is_file()}

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path.startswith(f"/api/models/{NAME}/tree/"):
            rows = [
                {"type": "file", "path": name, "size": path.stat().st_size, "oid": "0" * 40}
                for name, path in self.files.items()
            ]
            self._send(json.dumps(rows).encode())
        elif self.path.startswith(f"/api/models/{NAME}/"):
            rows = [{"rfilename": name} for name in self.files]
            self._send(json.dumps({"id": NAME, "sha": COMMIT, "siblings": rows}).encode())
        else:
            self._file()

    def do_HEAD(self) -> None:
        self._file()

    def _file(self) -> None:
        name = self.path.partition(f"/{NAME}/resolve/{COMMIT}/")[2]
        if name in self.files:
            self._send(self.files[name].read_bytes())
        else:
            self._send(b"", 404)

    def _send(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", f'"{hashlib.sha256(body).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def hub() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def wegwijs(home: Path, hub: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WEGWIJS_HOME": str(home), "HF_ENDPOINT": hub, "HF_HOME": str(home / "hf")}
    command = [sys.executable, "-m", "ui.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_a_model_is_fetched_chosen_and_used(hub: str, tmp_path: Path) -> None:
    done = wegwijs(tmp_path, hub, "model", "fetch", NAME)
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "models" / "voorbeeld--klein"
    for name, path in Hub.files.items():
        assert (folder / name).read_bytes() == path.read_bytes()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name], "no half download is left"
    assert all(NAME in path for path in Hub.asked), "the hub is asked for the model and for nothing else"
    assert wegwijs(tmp_path, hub, "model", "use", NAME).returncode == 0
    assert f"* {NAME}" in wegwijs(tmp_path, hub, "model").stdout
    asked = wegwijs(tmp_path, "http://127.0.0.1:9", "ask", "hoe vraag ik een leefloon aan", "--json")
    assert json.loads(asked.stdout)["kind"] == "answer"


def test_what_is_no_model_is_not_kept(hub: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only = next(iter(MODEL_DIR.rglob("tokenizer.json")))
    monkeypatch.setattr(Hub, "files", {"tokenizer.json": only})
    done = wegwijs(tmp_path, hub, "model", "fetch", NAME)
    assert (done.returncode, done.stdout) == (2, "")
    assert "geen model" in done.stderr
    assert not list((tmp_path / "models").iterdir())


@pytest.mark.parametrize("name", ["voorbeeld/bestaat-niet", "../../etc", "a b c", "/etc"])
def test_a_model_that_is_not_there_is_one_sentence(name: str, hub: str, tmp_path: Path) -> None:
    done = wegwijs(tmp_path, hub, "model", "fetch", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert name in done.stderr
    assert not list((tmp_path / "models").iterdir())


def test_a_hub_that_is_away_is_one_sentence(tmp_path: Path) -> None:
    done = wegwijs(tmp_path, "http://127.0.0.1:9", "model", "fetch", NAME)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
