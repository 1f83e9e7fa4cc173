"""The comparison of retrievers: pieces of a splitter stand for their section; ranks become scores."""

from collections.abc import Sequence

import pytest

from assistant.evals.retrieval import Asked, measured, usual_langchain
from assistant.wegwijs import Wegwijs


def test_scores_of_a_retriever() -> None:
    found = {"a": ["x"], "b": ["q", "y"], "c": ["1", "2", "3", "4", "5", "z"], "d": []}
    asked = [Asked("a", {"x"}, False), Asked("b", {"y", "o"}, True), Asked("c", {"z"}, False), Asked("d", {"x"}, False)]

    def search(text: str) -> Sequence[str]:
        return found[text]

    scores = dict(measured("one", search, asked))
    assert scores["one_in_first_5"] == 0.5
    assert scores["one_mrr"] == pytest.approx((1 + 1 / 2 + 1 / 6) / 4, abs=1e-4)
    assert (scores["held_one_in_first_5"], scores["held_one_mrr"]) == (1.0, 0.5)


def test_a_piece_of_a_document_stands_for_its_section(wegwijs: Wegwijs) -> None:
    corpus = wegwijs.corpus
    sections = {d.section_ref(s) for d in corpus.documents for s in d.sections}
    found = usual_langchain(corpus)("hoe lang duurt het voor het ocmw beslist over mijn leefloon")
    assert found
    assert set(found) <= sections
    assert len(set(found)) == len(found)
