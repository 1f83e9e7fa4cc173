"""One server for all tests of the screen, in a child process: Gradio leaves event loops open in ours."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server makes its private folder, and its log."""
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture(scope="session")
def address(uploads: Path) -> Iterator[str]:
    """The address of the running screen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = {**os.environ, "TMPDIR": str(uploads), "WEGWIJS_HOME": str(uploads / "home")}
    command = [sys.executable, "-m", "tests.ui.fake_server", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=home, stdout=subprocess.DEVNULL) as server:
        _wait(server, port)
        yield f"http://127.0.0.1:{port}"
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            raise
    assert not list(uploads.glob("wegwijs-*")), "uploads are wiped when the server stops"


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A plain HTTP client on the running screen."""
    with httpx.Client(base_url=address, trust_env=False) as found:
        yield found


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server stopped"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start in 30 seconds")
