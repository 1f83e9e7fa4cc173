"""The budgets of docs/architecture.md, measured on this machine in one run. About ten minutes, most of it building.

Each size is a real index on disk: the corpus, and own documents mixed from its words. It is asked in a process of its
own (`assistant.evals.desk`).
"""

import json
import random
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.evals.desk import milliseconds
from assistant.evals.pages import markdown
from assistant.evals.plain import two_pages
from assistant.models import EvalFailure, EvalResult
from assistant.plain import report
from assistant.wegwijs import Wegwijs
from ingest import Chunk, build_index, corpus_chunks, load_embedder, ready_index

SIZES = {"": 5_000, "large_": 100_000}
"""Chunks; figures of the second carry its name in front."""
AGAIN = 10_000
DESK = "from assistant.evals.desk import main; main()"
LEG = {"words_over_library": 1.2, "grams_over_library": 1.2, "dense_over_library": 1.2}
BUDGETS = {
    "ask_p50_ms": 50.0, "ask_p95_ms": 150.0, "people_p95_ms": 2_000.0, "memory_mb": 1_000.0, **LEG,
    "large_ask_p50_ms": 100.0, "large_ask_p95_ms": 300.0, "large_people_p95_ms": 2_000.0, "large_memory_mb": 2_000.0,
    **{f"large_{name}": limit for name, limit in LEG.items()},
    "unchanged_10000_s": 2.0, "page_s": 5.0, "help_s": 0.5, "plain_two_pages_ms": 100.0,
}  # fmt: skip
"""Upper limits; the other figures are shown without one."""


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Measure each budget once; a figure over its budget is a failure."""
    scores = {name: round(value, 2) for name, value in _scores(wegwijs, cases)}
    failures = tuple(
        EvalFailure(case=name, why=f"{scores[name]} > {limit}")
        for name, limit in BUDGETS.items()
        if scores[name] > limit
    )
    return EvalResult(suite="speed", cases=len(scores), scores=scores, failures=failures)


def mixed(chunks: Sequence[Chunk], count: int) -> list[Chunk]:
    """`count` chunks of own documents: mixtures of the words of `chunks`, so that the vocabulary stays real."""
    rng = random.Random(7)
    words = [word for chunk in chunks for word in chunk.text.split()]
    return [
        rng.choice(chunks)._replace(
            id=f"own:{n:06}#1", document_id=f"own:{n:06}", text=" ".join(rng.choices(words, k=90)), questions=()
        )
        for n in range(count)
    ]


def _scores(wegwijs: Wegwijs, cases: Path) -> Iterator[tuple[str, float]]:
    chunks = list(corpus_chunks(wegwijs.corpus))
    for name, count in SIZES.items():
        with TemporaryDirectory(ignore_cleanup_errors=True) as home:
            own = mixed(chunks, count - len(chunks))
            started = time.perf_counter()
            build_index(wegwijs.corpus, own, load_embedder(), Path(home))
            yield f"{name}build_s", time.perf_counter() - started
            for key, value in _desk(wegwijs, Path(home), cases).items():
                yield f"{name}{key}", value
    yield f"unchanged_{AGAIN}_s", _unchanged_seconds(wegwijs, mixed(chunks, AGAIN - len(chunks)))
    yield "help_s", milliseconds(lambda: _wegwijs("--help")) / 1000
    wegwijs.warm()  # its index must be there before the page is timed
    yield "page_s", _page_seconds()
    yield "plain_two_pages_ms", _plain_ms(two_pages(cases))


def _desk(wegwijs: Wegwijs, home: Path, cases: Path) -> dict[str, float]:
    command = [sys.executable, "-c", DESK, str(home), str(wegwijs.settings.day()), str(cases)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def _unchanged_seconds(wegwijs: Wegwijs, own: Sequence[Chunk]) -> float:
    """Indexing again what did not change."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        build_index(wegwijs.corpus, own, load_embedder(), Path(home))
        return milliseconds(lambda: ready_index(wegwijs.corpus, own, load_embedder(), Path(home))) / 1000


def table(scores: Mapping[str, float]) -> str:
    """The figures of both sizes side by side, with their budgets."""
    small = {name: value for name, value in scores.items() if f"large_{name}" in scores and name != "chunks"}
    head = ["what", *(f"{scores[f'{name}chunks']:,.0f} chunks (budget)" for name in SIZES)]
    rows = [[name, *(_with_budget(scores, f"{size}{name}") for size in SIZES)] for name in small]
    alone = [name for name in BUDGETS if name not in small and not name.startswith("large_")]
    return markdown(head, [*rows, *([name, _with_budget(scores, name), ""] for name in alone)])


def _with_budget(scores: Mapping[str, float], name: str) -> str:
    return f"{scores[name]:g} ({BUDGETS[name]:g})" if name in BUDGETS else f"{scores[name]:g}"


def _plain_ms(pages: str) -> float:
    """Two pages measured, with what makes them hard, and rewritten; the middle of nine, word list loaded."""
    report(pages, rewritten=True)
    return statistics.median(milliseconds(lambda: report(pages, rewritten=True)) for _ in range(9))


def _wegwijs(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "ui.cli", *arguments], capture_output=True, check=True)


def _page_seconds() -> float:
    """From `wegwijs serve` to the first page, index present."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "ui.cli", "serve", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - started < 60:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        return time.perf_counter() - started
    finally:
        server.terminate()
        server.wait(timeout=20)
