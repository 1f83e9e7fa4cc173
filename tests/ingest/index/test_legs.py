"""Each leg finds what it should, in one fixed order."""

import time

import numpy as np
import pytest

from ingest import Chunk, Index
from ingest.dutch import grams
from ingest.index.bm25 import Bm25, best_hits
from ingest.index.numbered import Numbered
from ingest.index.variants import Variants
from ingest.models import Corpus


@pytest.fixture
def index(corpus: Corpus) -> Index:
    return Index.of_corpus(corpus)


def test_words_find_the_section_through_forms_and_questions(index: Index) -> None:
    assert index.words("een fiets uit het buurthuis", 3)[0].chunk_id == "fiets-lenen#wat"
    assert index.words("mijn honden zijn verloren", 3)[0].chunk_id == "hond-melden#wat"


def test_grams_forgive_typing_errors(index: Index) -> None:
    assert index.grams("volkstuintje hurre", 3)[0].chunk_id.startswith("tuin-huren#")


def test_topics_are_documents(index: Index) -> None:
    assert index.words("groenten", 3, level="topic")[0].chunk_id == "tuin-huren"
    assert index.grams("groenten", 3, level="topic")[0].chunk_id == "tuin-huren"


def test_the_nearest_question_scores_one_when_it_is_the_same(index: Index) -> None:
    first, *_ = index.questions("Mijn hond is weg!", 3)
    assert first.chunk_id == "hond-melden#wat"
    assert first.score == pytest.approx(1, abs=1e-3)
    assert all(0 < hit.score <= 1 for hit in index.questions("hond", 9))


@pytest.mark.parametrize("query", ["", "   ", "☂", "zzzz", "0" * 1000])
def test_words_that_nobody_uses_find_nothing_or_little(index: Index, query: str) -> None:
    for hits in (index.words(query, 5), index.grams(query, 5), index.questions(query, 5), index.dense(query, 5)):
        assert isinstance(hits, list)
    assert index.words(query, 5) == []


def test_an_empty_index_answers_nothing() -> None:
    empty = Index.of(())
    assert empty.words("fiets", 5) == empty.grams("fiets", 5) == empty.questions("fiets", 5) == []


def test_rare_words_weigh_more(index: Index) -> None:
    common, rare, unknown = (index.idf(index.terms(word)[0]) for word in ("kost", "dierenasiel", "zonnepaneel"))
    assert common < rare < unknown


def test_equal_scores_come_in_the_order_of_their_ids() -> None:
    leg = Bm25.fit(["c", "a", "b"], Numbered.of([["x"], ["x"], ["x"]]))
    assert [hit.chunk_id for hit in leg.search(["x"], 2)] == ["a", "b"]
    assert leg.search(["x"], 0) == []


def test_best_hits_equal_a_full_sort() -> None:
    scores = np.round(np.random.default_rng(3).random(500), 2).astype(np.float32)
    ids = [f"{n:03d}" for n in range(500)]
    full = sorted(zip(ids, scores.tolist(), strict=True), key=lambda row: (-row[1], row[0]))
    assert [tuple(hit) for hit in best_hits(scores, ids, 40)] == full[:40]


def test_variants_keep_the_best_of_each_owner() -> None:
    variants = Variants.fit([("a", "rode fiets"), ("a", "groene boom"), ("b", "rode boom")], str.split, grams)
    hits = variants.search(["rode", "fiets"], grams("rode fiets"), 5)
    assert [hit.chunk_id for hit in hits] == ["a", "b"]
    assert hits[0].score == pytest.approx(1)


def test_all_legs_are_quick_at_five_thousand_chunks(corpus: Corpus) -> None:
    chance = np.random.default_rng(1)
    syllables = ["ka", "lo", "ven", "ster", "mo", "del", "ri", "wij", "ter", "ban", "ge", "hout"]
    words = ["".join(chance.choice(syllables, 3)) for _ in range(3000)]
    chunks = [
        Chunk(f"d{n // 6}#s{n}", f"d{n // 6}", *(" ".join(chance.choice(words, size)) for size in (3, 4, 70)),
              tuple(" ".join(chance.choice(words, 6)) for _ in range(4)))
        for n in range(5000)
    ]  # fmt: skip
    index = Index.of(chunks)
    questions = [" ".join(chance.choice(words, 9)) for _ in range(30)]
    spent = []
    for question in questions:
        started = time.perf_counter()
        for level in ("section", "topic"):
            index.words(question, 40, level)
            index.grams(question, 40, level)
        index.questions(question, 40)
        spent.append(time.perf_counter() - started)
    assert float(np.median(spent)) < 0.03


def test_texts_of_one_owner_are_joined_and_counted() -> None:
    texts = Numbered.of([["a", "b", "a"], ["b"], ["c"]])
    owners, joined = texts.joined(["x", "y", "x"])
    assert owners == ["x", "y"]
    assert [list(found) for found in joined.ids] == [[0, 1, 0, 2], [1]]
    assert texts.frequency() == {"a": 1, "b": 2, "c": 1}
