"""The budgets of docs/speed.md: seconds and ratios against the bare library, in one run on this machine."""

import random
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bm25s

from assistant.answer import Answerer
from assistant.evals.plain import two_pages
from assistant.evals.questions import Case, load_cases
from assistant.models import EvalFailure, EvalResult
from assistant.plain import report
from assistant.wegwijs import Wegwijs
from ingest import Chunk, Index, corpus_chunks

CHUNKS = 5_000
PEOPLE = 20
ASKED = 120
BUDGETS = {
    "ask_p50_ms": 50.0, "ask_p95_ms": 150.0, "people_p95_ms": 2_000.0, "page_s": 5.0,
    "memory_mb": 1_000.0, "help_s": 0.5, "plain_two_pages_ms": 100.0,
}  # fmt: skip
"""Upper limits; the other figures are shown without one."""


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Measure each budget once; a figure over its budget is a failure."""
    asked = random.Random(1).sample(load_cases(cases), k=ASKED)
    scores = dict(_scores(wegwijs, asked)) | {"plain_two_pages_ms": _round(_plain_ms(two_pages(cases)))}
    failures = tuple(
        EvalFailure(case=name, why=f"{scores[name]} > {limit}")
        for name, limit in BUDGETS.items()
        if scores[name] > limit
    )
    return EvalResult(suite="speed", cases=len(scores), scores=scores, failures=failures)


def grown(chunks: Sequence[Chunk], count: int) -> list[Chunk]:
    """`count` chunks: those of the corpus, then mixtures of their words, so that the vocabulary stays real."""
    rng = random.Random(7)
    words = [word for chunk in chunks for word in chunk.text.split()]
    more = [
        rng.choice(chunks)._replace(
            id=f"mix-{n}#m", document_id=f"mix-{n}", text=" ".join(rng.choices(words, k=90)), questions=()
        )
        for n in range(count - len(chunks))
    ]
    return [*chunks, *more]


def _scores(wegwijs: Wegwijs, asked: Sequence[Case]) -> Iterator[tuple[str, float]]:
    chunks = grown(list(corpus_chunks(wegwijs.corpus)), CHUNKS)
    answerer = Answerer(wegwijs.corpus, Index.of(chunks), wegwijs.sentences)
    today = wegwijs.settings.day()
    answerer.answer(asked[0].text, today=today)

    def ask(case: Case) -> float:
        return _ms(lambda: answerer.answer(case.text, case.history, today=today))

    times = [ask(case) for case in asked]
    bare = _bare_bm25(chunks, asked)
    yield "chunks", float(len(chunks))
    yield "ask_p50_ms", _round(statistics.median(times))
    yield "ask_p95_ms", _round(statistics.quantiles(times, n=20)[-1])
    yield "ask_p50_over_bare_bm25s", _round(statistics.median(times) / statistics.median(bare))
    with ThreadPoolExecutor(PEOPLE) as people:
        waits = list(people.map(ask, asked))
    yield "people_p95_ms", _round(statistics.quantiles(waits, n=20)[-1])
    yield "memory_mb", _round(_memory_mb())
    yield "help_s", _round(_ms(lambda: _wegwijs("--help")) / 1000)
    yield "page_s", _round(_page_seconds())


def _plain_ms(pages: str) -> float:
    """Two pages measured, with what makes them hard, and rewritten; the middle of nine, word list loaded."""
    report(pages, rewritten=True)
    return statistics.median(_ms(lambda: report(pages, rewritten=True)) for _ in range(9))


def _bare_bm25(chunks: Sequence[Chunk], asked: Sequence[Case]) -> list[float]:
    """The same questions to bm25s alone, with its own tokenizer."""
    library = bm25s.BM25()
    library.index(bm25s.tokenize([chunk.search_text for chunk in chunks], show_progress=False), show_progress=False)

    def ask(case: Case) -> float:
        return _ms(lambda: search(case))

    def search(case: Case) -> None:
        tokens = bm25s.tokenize(case.text, show_progress=False, return_ids=False)
        library.retrieve(tokens, k=10, show_progress=False)

    return [ask(case) for case in asked]


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


def _memory_mb() -> float:
    """Resident memory of this process; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(row for row in status.read_text(encoding="ascii").splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _round(value: float) -> float:
    return round(value, 2)
