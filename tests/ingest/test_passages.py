"""Passages without variants: found through typing errors, compounds and word order; lay questions of the corpus."""

import random

import pytest

from ingest import Chunk, GramPassages, Passages, corpus_chunks
from ingest.corpus import load_corpus
from ingest.passages import GRAMS, PAIRS, STEMS, pairs

TEXTS = {
    "fiets": "Een tweedehandsfiets ontlenen kan in het buurthuis.",
    "hond": "Meld het verlies van je hond bij de gemeente.",
    "werk": "Wie niet werkt, krijgt geld. Wie ziek is niet.",
    "ziek": "Wie ziek is, krijgt geld. Wie niet werkt niet.",
}


@pytest.fixture(scope="module")
def passages() -> Passages:
    return Passages(list(TEXTS), list(TEXTS.values()))


def test_typing_errors_and_parts_of_compounds_are_found(passages: Passages) -> None:
    assert passages.search("verlis van men hont", 1)[0].chunk_id == "hond"
    assert passages.search("fietsen", 1)[0].chunk_id == "fiets"


def test_neighbouring_words_tell_two_texts_of_the_same_words_apart(passages: Passages) -> None:
    assert passages.search("wie ziek is krijgt geld", 1)[0].chunk_id == "ziek"
    assert passages.search("wie niet werkt krijgt geld", 1)[0].chunk_id == "werk"


def test_scores_are_shares_of_the_best(passages: Passages) -> None:
    hits = passages.search(TEXTS["hond"], 9)
    assert hits[0].score == pytest.approx(GRAMS + STEMS + PAIRS)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_nothing_in_common_nothing_found(passages: Passages) -> None:
    assert passages.search("xyzzy", 5) == []
    assert passages.search("", 5) == []
    assert Passages([], []).search("hond", 5) == []


def test_a_repaired_query_helps_the_stems(passages: Passages) -> None:
    plain, repaired = passages.search("hontd", 1), passages.search("hontd", 1, repaired="hond")
    assert (repaired[0].chunk_id, len(plain)) == ("hond", 1)
    assert repaired[0].score > plain[0].score


def test_official_terms_for_lay_words_find_what_people_name_otherwise(passages: Passages) -> None:
    assert passages.search("mijn beestje", 1) == []
    assert passages.search("mijn beestje", 1, expanded="mijn beestje hond")[0].chunk_id == "hond"


def test_pairs_are_hashed_and_folded() -> None:
    assert pairs("Ik bén ziek") == pairs("ik ben, ziek!")
    assert len(pairs("ik ben ziek")) == 2
    assert pairs("ziek") == []


def test_lay_questions_on_our_own_sections_are_found_better_than_by_grams_alone() -> None:
    """One question of each third section, none of them in the text that is searched."""
    chunks = list(corpus_chunks(load_corpus()))
    chance = random.Random(4)
    asked = [(chance.choice(chunk.questions), chunk) for chunk in chunks[::3] if chunk.questions]
    ids, texts = [chunk.id for chunk in chunks], [chunk.passage for chunk in chunks]
    ours, grams = Passages(ids, texts), GramPassages(ids, texts)

    def mean(search: Passages | GramPassages) -> float:
        return sum(reciprocal_rank(search, query, chunk) for query, chunk in asked) / len(asked)

    assert mean(ours) > mean(grams) > 0.2


def reciprocal_rank(search: Passages | GramPassages, query: str, wanted: Chunk) -> float:
    found = [hit.chunk_id for hit in search.search(query, 10)]
    return 1 / (found.index(wanted.id) + 1) if wanted.id in found else 0.0
