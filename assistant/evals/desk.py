"""A desk with a big index, in a process of its own so that its memory can be read (`assistant.evals.speed` starts it).

Takes the folder of the index, the day and the folder of the cases; prints its figures as one JSON object.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import bm25s

from assistant.answer import Answerer
from assistant.evals.questions import Case, load_cases
from assistant.sentences import load_sentences
from ingest import Index, grams, load_embedder, open_index, warm
from ingest.corpus import load_corpus

PEOPLE, ASKED, DEPTH = 20, 120, 40
Work = Callable[[], object]
Search = Callable[[str, int], object]


def figures(home: Path, today: date, cases: Path) -> Iterator[tuple[str, float]]:
    """Opening, a question alone, twenty people at once, memory, each leg beside its library."""
    asked = random.Random(1).sample(load_cases(cases), k=ASKED)
    corpus = load_corpus(today=today)
    started = time.perf_counter()
    index = open_index(home, load_embedder())
    yield "open_s", time.perf_counter() - started
    index = warm(index, lambda: index)
    yield "chunks", float(len(index.chunks))
    answerer = Answerer(corpus, index, load_sentences())

    def ask(case: Case) -> float:
        return milliseconds(lambda: answerer.answer(case.text, case.history, today=today))

    ask(asked[0])  # what is loaded at the first question is not the time of a question
    yield from percentiles("ask", list(map(ask, asked)))
    with ThreadPoolExecutor(PEOPLE) as people:
        yield from percentiles("people", list(people.map(ask, asked)))
    yield "memory_mb", memory_mb()
    queries = [answerer.ranker.read(case.text).repaired for case in asked]
    yield from legs(index, [query for query in queries if query.split()])


def legs(index: Index, queries: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The time of each leg, and how many times that of its library alone it takes, asked in turn."""
    lexical = index.lexical
    words = {query: index.analyser.all_terms(query) for query in queries}
    for name, ours, bare in (
        ("words", index.words, _bm25s(lexical.words.bare, words)),
        ("grams", index.grams, _bm25s(lexical.grams.bare, {query: grams(query) for query in queries})),
        ("dense", index.dense, _chroma(index.vectors)),
    ):
        pairs = [_both(ours, bare, query, bare_first=bool(at % 2)) for at, query in enumerate(queries)]
        ours_ms, bare_ms = (statistics.median(column) for column in zip(*pairs, strict=True))
        yield f"{name}_ms", ours_ms
        yield f"{name}_over_library", ours_ms / bare_ms


def _bm25s(library: Any, terms: Mapping[str, list[str]]) -> Search:
    """bm25s as its documentation shows it: its own tokenizer, then the best. Looked up are the same terms as ours."""

    def search(query: str, k: int) -> object:
        bm25s.tokenize(query, return_ids=False, show_progress=False)
        return library.retrieve([terms[query]], k=k, show_progress=False)

    return search


def _chroma(vectors: Any) -> Search:
    """Chroma through LangChain, with the same embedder."""
    return lambda query, k: vectors.store.similarity_search_with_score(query, k=k)


def _both(ours: Search, bare: Search, query: str, *, bare_first: bool) -> tuple[float, float]:
    """The times of both, in ms. The second finds the postings in the cache of the processor, so they take turns."""
    order = (bare, ours) if bare_first else (ours, bare)
    first, second = (milliseconds(lambda one=one: one(query, DEPTH)) for one in order)  # type: ignore[misc]
    return (second, first) if bare_first else (first, second)


def percentiles(name: str, times: Sequence[float]) -> Iterator[tuple[str, float]]:
    """The middle and the 95th of a hundred, in ms."""
    yield f"{name}_p50_ms", statistics.median(times)
    yield f"{name}_p95_ms", statistics.quantiles(times, n=20)[-1]


def milliseconds(work: Work) -> float:
    """How long `work` takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def memory_mb() -> float:
    """Resident memory of this process; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(row for row in status.read_text(encoding="ascii").splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the figures as one JSON object."""
    folder, day, where = sys.argv[1:]
    found = figures(Path(folder), date.fromisoformat(day), Path(where))
    sys.stdout.write(json.dumps({name: round(value, 2) for name, value in found}) + "\n")
