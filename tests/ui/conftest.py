"""One server for all tests of the screen, in a child process: Gradio leaves event loops open in ours."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server makes its private folder, and its log."""
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture(scope="session")
def address(uploads: Path) -> Iterator[str]:
    """The address of the running screen."""
    with running("tests.ui.fake_server", uploads) as found:
        yield found
    assert not list(uploads.glob("wegwijs-*")), "uploads are wiped when the server stops"


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A plain HTTP client on the running screen."""
    with httpx.Client(base_url=address, trust_env=False) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium; the tests that need it are marked `browser`."""
    from playwright.sync_api import sync_playwright  # only where a browser is wanted

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield found
        found.close()


@contextmanager
def running(module: str, folder: Path) -> Iterator[str]:
    """The address of `python -m module PORT`, with its home and uploads under `folder`; stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = {**os.environ, "TMPDIR": str(folder), "WEGWIJS_HOME": str(folder / "home")}
    command = [sys.executable, "-m", module, str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=home, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}"
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)
        finally:
            server.kill()  # a page that a failed test left open would hold it


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server stopped"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start in 30 seconds")
