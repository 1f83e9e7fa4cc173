"""Our retriever beside what people would take from the shelf, in one run on the same questions.

The questions are those of tests/evals that stand alone and have an answer; a section is right when it rests on
one of the facts that the question asks. All vectors come from the built-in embedder.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from assistant.answer import Answerer
from assistant.evals.beir import grams_alone, plain_bm25s
from assistant.evals.pages import markdown
from assistant.evals.questions import load_cases, sections_by_fact, share
from assistant.models import EvalResult
from assistant.wegwijs import Wegwijs
from ingest import Index, build_index, corpus_chunks, load_embedder, warm
from ingest.models import Corpus, SectionId

FIRST, DEPTH = 5, 10
PIECE, OVERLAP = 1000, 200
"""Characters: what LangChain's own tutorial takes."""
Search = Callable[[str], Sequence[SectionId]]
NAMES = {
    "ours": "**wegwijs**",
    "bm25s": "bm25s, with the question variants in its texts",
    "bm25s_texts_only": "bm25s, texts only",
    "grams_4": "BM25 over character 4-grams, with the question variants",
    "grams_4_texts_only": "BM25 over character 4-grams, texts only",
    "chroma": "Chroma alone, built-in embedder",
    "splitter_and_vectors": "LangChain's RecursiveCharacterTextSplitter and vectors, built-in embedder",
}


class Asked(NamedTuple):
    """A question that stands alone, and the sections that answer it."""

    text: str
    right: set[SectionId]
    held: bool


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Every retriever on every question; right section in the first five, MRR@10, ms a question."""
    carried = sections_by_fact(wegwijs)
    asked = [
        Asked(case.text, right, case.held)
        for case in load_cases(cases)
        if "answer" in case.kinds
        and not case.history
        and (right := set[SectionId]().union(*(carried.get(fact, set()) for fact in case.fact_ids)))
    ]
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        index = build_index(wegwijs.corpus, [], load_embedder(), Path(home))
        searches = retrievers(wegwijs, warm(index, lambda: index))
        scores = {key: value for name, search in searches.items() for key, value in measured(name, search, asked)}
    return EvalResult(suite="retrieval", cases=len(asked), scores=scores)


def retrievers(wegwijs: Wegwijs, index: Index) -> Mapping[str, Search]:
    """The retrievers by name; `index` holds the corpus alone, with Chroma open."""
    chunks = list(corpus_chunks(wegwijs.corpus))
    with_variants = {chunk.id: chunk.search_text for chunk in chunks}
    texts_only = {chunk.id: chunk.passage for chunk in chunks}
    answerer = Answerer(wegwijs.corpus, index, wegwijs.sentences)
    words, bare_words = plain_bm25s(with_variants), plain_bm25s(texts_only)
    grams, bare_grams = grams_alone(with_variants), grams_alone(texts_only)
    return {
        "ours": answerer.candidates,
        "bm25s": lambda query: words(query, DEPTH),
        "bm25s_texts_only": lambda query: bare_words(query, DEPTH),
        "grams_4": lambda query: grams(query, DEPTH),
        "grams_4_texts_only": lambda query: bare_grams(query, DEPTH),
        "chroma": lambda query: [hit.chunk_id for hit in index.dense(query, DEPTH)],
        "splitter_and_vectors": usual_langchain(wegwijs.corpus),
    }


def usual_langchain(corpus: Corpus) -> Search:
    """Whole documents through RecursiveCharacterTextSplitter into a vector store; a piece stands for its section.

    A piece belongs to the section of which it holds most characters.
    """
    from langchain_core.documents import Document
    from langchain_core.vectorstores import InMemoryVectorStore
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=PIECE, chunk_overlap=OVERLAP, add_start_index=True)
    pages = [Document(page_content=text, metadata={"spans": spans}) for text, spans in _pages(corpus)]
    store = InMemoryVectorStore(load_embedder())  # type: ignore[arg-type]  # the built-in one is a LangChain Embeddings
    store.add_documents(splitter.split_documents(pages))

    def search(query: str) -> list[SectionId]:
        found = [_section(piece) for piece in store.similarity_search(query, k=2 * DEPTH)]
        return list(dict.fromkeys(found))[:DEPTH]

    def _section(piece: Document) -> SectionId:
        start = piece.metadata["start_index"]
        end = start + len(piece.page_content)
        spans: dict[SectionId, tuple[int, int]] = piece.metadata["spans"]
        shared = {section: min(end, last) - max(start, first) for section, (first, last) in spans.items()}
        return max(shared, key=lambda section: shared[section])

    return search


def _pages(corpus: Corpus) -> Iterator[tuple[str, dict[SectionId, tuple[int, int]]]]:
    """Each document as one text, with the place of each section in it."""
    for document in corpus.documents:
        text, spans = document.title, {}
        for section in document.sections:
            start = len(text)
            text += f"\n\n{section.heading}\n{section.text}"
            spans[document.section_ref(section)] = (start, len(text))
        yield text, spans


def measured(name: str, search: Search, asked: Sequence[Asked]) -> Iterator[tuple[str, float]]:
    """Scores of one retriever; `held_…` on the questions held back alone."""
    search(asked[0].text)  # what is loaded at the first question is not the time of a question
    ranks, times = [], []
    for question in asked:
        started = time.perf_counter()
        found = search(question.text)[:DEPTH]
        times.append((time.perf_counter() - started) * 1000)
        ranks.append(next((rank for rank, section in enumerate(found, start=1) if section in question.right), 0))
    for prefix, held in (("", False), ("held_", True)):
        part = [rank for rank, question in zip(ranks, asked, strict=True) if question.held or not held]
        yield f"{prefix}{name}_in_first_{FIRST}", share(0 < rank <= FIRST for rank in part)
        yield f"{prefix}{name}_mrr", round(statistics.fmean(1 / rank if rank else 0.0 for rank in part), 4)
    yield f"{name}_p50_ms", round(statistics.median(times), 2)


def table(scores: Mapping[str, float]) -> str:
    """The comparison as Markdown: all questions / those held back."""
    head = ["retriever", f"right section in first {FIRST}", "held back", "MRR", "held back", "ms a question"]
    keys = ("{}_in_first_5", "held_{}_in_first_5", "{}_mrr", "held_{}_mrr")
    return markdown(head, [
        [label, *(f"{scores[key.format(name)]:.3f}" for key in keys), f"{scores[f'{name}_p50_ms']:.1f}"]
        for name, label in NAMES.items()
    ])  # fmt: skip
