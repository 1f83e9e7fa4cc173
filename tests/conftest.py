"""For all tests: nothing leaves this machine, an own home folder, a fixed day, one shared Wegwijs."""

import os
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

for name, value in {
    "GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false",
    "OMP_THREAD_LIMIT": "1", "LANGSMITH_TRACING": "false",
}.items():  # fmt: skip
    os.environ.setdefault(name, value)

TODAY = date(2026, 11, 25)
HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "", None}  # noqa: S104


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A look-up of, or a connection to, any other machine fails the test that makes it."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def only_here(host: object, *rest: object, **more: object) -> object:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in HERE:
            raise AssertionError("a test looked up another machine")
        return look_up(host, *rest, **more)  # type: ignore[arg-type]

    def only_loopback(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in HERE:
            raise AssertionError("a test connected to another machine")
        connect(self, address)  # type: ignore[arg-type]

    patch = pytest.MonkeyPatch()
    patch.setattr(socket, "getaddrinfo", only_here)
    patch.setattr(socket.socket, "connect", only_loopback)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for index and settings, shared by the tests of a worker."""
    folder = tmp_path_factory.mktemp("home")
    os.environ["WEGWIJS_HOME"] = str(folder)
    os.environ["WEGWIJS_TODAY"] = TODAY.isoformat()
    return folder


@pytest.fixture(scope="session")
def wegwijs(home: Path):  # noqa: ANN201  # typed where it is used
    """The real assistant on the real corpus, built once."""
    from assistant.build import build_wegwijs

    return build_wegwijs()
