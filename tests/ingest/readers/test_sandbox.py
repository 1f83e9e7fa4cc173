"""The child process: limits, hostile files, a hang, a crash, a cancel; and that none of these breaks the next file."""

import json
import os
import signal
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from PIL import Image

from ingest.errors import UnreadableFile
from ingest.readers import Cancelled, end_readers, read_file, sandbox, warm_reader
from ingest.readers.kinds import OLE
from ingest.readers.limits import limit_memory


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    from assistant.evals import drawn

    file = tmp_path / "brief.pdf"
    drawn.write_pdf("Het buurthuis is open op maandag, dinsdag en vrijdag.", file)
    return file


def reason(path: Path) -> str | None:
    with pytest.raises(UnreadableFile) as error:
        read_file(path)
    assert error.value.values["file"] == path.name
    return error.value.reason


def png(width: int, height: int) -> bytes:
    """A PNG that says it is large, with next to no data."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_warm_child_reads_a_text_letter_fast(pdf: Path) -> None:
    warm_reader()
    read_file(pdf)
    seconds = []
    for _ in range(3):
        started = monotonic()
        assert "maandag" in read_file(pdf).pages[0].text
        seconds.append(monotonic() - started)
    assert min(seconds) < 0.5


def test_pictures_too_large_or_damaged(tmp_path: Path) -> None:
    (tmp_path / "groot.png").write_bytes(png(8000, 6000))
    assert reason(tmp_path / "groot.png") == "too-large"
    (tmp_path / "stuk.png").write_bytes(png(800, 600))
    assert reason(tmp_path / "stuk.png") == "damaged"
    (tmp_path / "stuk.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 300)
    assert reason(tmp_path / "stuk.jpg") == "damaged"
    Image.new("L", (30, 30), 255).save(tmp_path / "klein.png")
    assert reason(tmp_path / "klein.png") == "photo"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 130_000_000)
    assert (tmp_path / "bom.docx").stat().st_size < 200_000
    assert reason(tmp_path / "bom.docx") == "too-large"


def test_content_decides_not_the_name(pdf: Path, tmp_path: Path) -> None:
    for name in ("brief.docx", "brief", "brief.jpg"):
        (tmp_path / name).write_bytes(pdf.read_bytes())
        assert "maandag" in read_file(tmp_path / name).pages[0].text
    (tmp_path / "web.txt").write_text("<!DOCTYPE html><p>Open op <b>maandag</b>.</p>", encoding="utf-8")
    assert read_file(tmp_path / "web.txt").pages[0].text == "Open op maandag."


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("foto.jpg", b"\0\0\0\x18ftypheic" + bytes(40), "heic"), ("oud.doc", OLE, "kind"), ("slot.docx", OLE, "locked"),
        ("a.txt", b"MZ\x90", "kind"), ("a.rtf", b"{\\rtf1 a}", "kind"),
    ],
)  # fmt: skip
def test_kinds_that_are_not_read(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert reason(tmp_path / name) == expected


def test_a_hanging_child_is_killed_and_replaced(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_readers()
    child = sandbox.Child()
    child.wait_ready()
    os.kill(child._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(sandbox, "PAGE_SECONDS", 0.5)
    monkeypatch.setattr(sandbox, "_idle", [child])
    assert reason(pdf) == "too-slow"
    assert not child.is_alive()
    monkeypatch.setattr(sandbox, "PAGE_SECONDS", 30.0)
    assert read_file(pdf).pages
    end_readers()


def test_a_dead_child_is_replaced(pdf: Path) -> None:
    warm_reader()
    with sandbox._lock:
        child = sandbox._idle[-1]
    child.wait_ready()
    os.kill(child._process.pid, signal.SIGKILL)
    child._process.wait()
    assert read_file(pdf).pages


def test_cancel_stops_at_once(pdf: Path) -> None:
    read_file(pdf)
    cancel = Event()
    cancel.set()
    with pytest.raises(Cancelled):
        read_file(pdf, cancel=cancel)
    assert read_file(pdf).pages


def test_several_at_once(pdf: Path) -> None:
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(read_file(pdf).pages[0].text)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 5 and len(set(found)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is enforced on Linux")
def test_the_memory_limit_is_enforced(tmp_path: Path) -> None:
    code = "from ingest.readers.limits import limit_memory as limit; assert limit(300 * 2**20); bytearray(400 * 2**20)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=sandbox.ROOT, check=False)
    assert "MemoryError" in done.stderr


def test_without_the_module_there_is_no_memory_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    assert not limit_memory()


def test_the_child_ends_with_its_parent(pdf: Path) -> None:
    child = sandbox.Child()
    child.wait_ready()
    assert child._process.stdin is not None
    child._process.stdin.close()
    end = monotonic() + 5
    while child.is_alive() and monotonic() < end:
        sleep(0.05)
    assert not child.is_alive()
    child.end()


def test_answers_are_json(pdf: Path) -> None:
    child = sandbox.Child()
    child.wait_ready()
    answers = list(child.ask(pdf, "pdf", None))
    child.end()
    assert [next(iter(answer)) for answer in answers] == ["page", "done"]
    assert json.loads(json.dumps(answers)) == answers
