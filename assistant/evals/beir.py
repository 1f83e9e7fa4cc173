"""Retrieval on a public set in BEIR layout: `wegwijs eval beir FOLDER`.

FOLDER holds `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels/test.tsv`
(query, passage, grade). Nothing of the set is trained on. The same words are searched in three ways: by our
retriever for passages without question variants, by BM25 over character 4-grams, and by bm25s with its own
tokenizer and default values.

Source of the layout and the measures: Thakur et al., BEIR, NeurIPS 2021.
"""

import json
import math
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import bm25s

from assistant.ask.normalise import Vocabulary, normalise
from assistant.models import EvalResult
from ingest import GramPassages, Passages
from ingest.corpus import load_corpus
from ingest.errors import BadInput

Search = Callable[[str, int], Sequence[str]]
"""Query and how many -> the ids of passages, best first."""
DEPTH, FIRST = 100, 10


class BeirSet(NamedTuple):
    """A retrieval set: passages and queries by id, and the grade of each right passage of a query."""

    passages: Mapping[str, str]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def run_beir(folder: Path) -> EvalResult:
    """The three retrievers on one set. Raises BadInput when the folder is not in BEIR layout."""
    found = read_set(folder)
    scores = {"passages": float(len(found.passages)), "queries": float(len(found.grades))}
    for name, make in RETRIEVERS.items():
        started = time.perf_counter()
        search = make(found.passages)
        built = time.perf_counter() - started
        scores |= {f"{name}_{key}": value for key, value in measured(found, search).items()}
        scores[f"{name}_index_s"] = round(built, 2)
    return EvalResult(suite="beir", cases=len(found.grades), scores=scores)


def read_set(folder: Path) -> BeirSet:
    """The set in `folder`; queries without a right passage are left out. Raises BadInput."""
    try:
        passages = {
            str(row["_id"]): f"{row.get('title') or ''}\n{row['text']}" for row in _rows(folder / "corpus.jsonl")
        }
        queries = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
        grades = _grades(folder / "qrels" / "test.tsv")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"no BEIR layout: {type(error).__name__}", reason="beir", file=str(folder)) from error
    judged = {query: found for query, found in grades.items() if query in queries}
    if not passages or not judged:
        raise BadInput("an empty BEIR set", reason="beir", file=str(folder))
    return BeirSet(passages, queries, judged)


def measured(found: BeirSet, search: Search) -> dict[str, float]:
    """Mean nDCG@10, MRR@10 and recall@100 (0 to 1), and the time of a query in ms."""
    rows: list[tuple[float, float, float]] = []
    times: list[float] = []
    for query, grades in found.grades.items():
        started = time.perf_counter()
        hits = search(found.queries[query], DEPTH + 1)
        times.append((time.perf_counter() - started) * 1000)
        # a query that is a passage of the set itself does not count as found
        hits = [hit for hit in hits if hit != query or found.queries[query].strip() != found.passages[hit].strip()]
        rows.append((ndcg(hits, grades), reciprocal_rank(hits, grades), recall(hits, grades)))
    names = (f"ndcg_{FIRST}", f"mrr_{FIRST}", f"recall_{DEPTH}")
    means = {name: round(statistics.fmean(row[at] for row in rows), 4) for at, name in enumerate(names)}
    return means | {"p50_ms": round(statistics.median(times), 2), "p95_ms": round(_p95(times), 2)}


def ndcg(hits: Sequence[str], grades: Mapping[str, int]) -> float:
    """nDCG@10 with the grade as gain, as trec_eval reckons it."""
    gains = [grades.get(hit, 0) for hit in hits[:FIRST]]
    best = sorted(grades.values(), reverse=True)[:FIRST]
    return _discounted(gains) / _discounted(best)


def reciprocal_rank(hits: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 / rank of the first right passage among the first ten, else 0."""
    return next((1 / rank for rank, hit in enumerate(hits[:FIRST], start=1) if grades.get(hit, 0) > 0), 0.0)


def recall(hits: Sequence[str], grades: Mapping[str, int]) -> float:
    """The share of the right passages that stand among the first hundred."""
    return len(grades.keys() & set(hits[:DEPTH])) / len(grades)


def ours(passages: Mapping[str, str]) -> Search:
    """Our retriever as far as an unknown collection allows: no question variants, nothing trained on it.

    What people say and what offices call it (`lay_terms` of the corpus) is known beforehand.
    """
    index = Passages(list(passages), list(passages.values()))
    vocabulary = Vocabulary.of(list(passages.values()), dict(load_corpus().lay_terms))

    def search(text: str, k: int) -> list[str]:
        query = normalise(text, vocabulary)
        hits = index.search(text, k, repaired=query.repaired, expanded=query.expanded)
        return [hit.chunk_id for hit in hits]

    return search


def grams_alone(passages: Mapping[str, str]) -> Search:
    """BM25 over character 4-grams."""
    index = GramPassages(list(passages), list(passages.values()))
    return lambda query, k: [hit.chunk_id for hit in index.search(query, k)]


def plain_bm25s(passages: Mapping[str, str]) -> Search:
    """bm25s as its own documentation uses it."""
    ids = list(passages)
    library = bm25s.BM25()
    library.index(bm25s.tokenize(list(passages.values()), show_progress=False), show_progress=False)

    def search(query: str, k: int) -> list[str]:
        tokens = bm25s.tokenize(query, show_progress=False, return_ids=False)
        places, scores = library.retrieve(tokens, k=min(k, len(ids)), show_progress=False)
        return [ids[place] for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    return search


RETRIEVERS: Mapping[str, Callable[[Mapping[str, str]], Search]] = {
    "ours": ours, "grams_4": grams_alone, "bm25s": plain_bm25s,
}  # fmt: skip


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _grades(file: Path) -> dict[str, dict[str, int]]:
    """Query -> passage -> grade above 0; the first line is a head when its last field is no number."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        query, passage, grade = line.split("\t")
        if (number or grade.strip().lstrip("-").isdigit()) and int(grade) > 0:
            found[query][passage] = int(grade)
    return dict(found)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
