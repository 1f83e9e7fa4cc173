"""Fitting: the optimum is found, no weight is negative, and no question meets its own words."""

import numpy as np
import pytest

from assistant.ask.fit import Asked, as_table, climb, fit_reranker
from assistant.ask.held_out import Case, is_dutch, scores, without_variant
from assistant.ask.normalise import Query
from assistant.ask.rerank import Need
from ingest import Chunk

CHUNKS = [Chunk(f"d{n}#s", f"d{n}", f"titel{n}", "kop", f"tekst{n} over onderwerp{n}") for n in range(6)]


def asked(number: int) -> Asked:
    """A question whose wanted section has the highest `words`; `noise` points at a wrong one."""
    query = Query(f"onderwerp{number}", f"onderwerp{number}", f"onderwerp{number}", f"onderwerp{number}")
    found = []
    for at, chunk in enumerate(CHUNKS):
        features = dict.fromkeys(
            ("words_first", "grams_first", "dense_first", "question", "same_question", "stands_out"), 0.0
        )
        wanted = at == number % 6
        features |= {"words": 1.0 if wanted else 0.3, "noise": 0.0 if wanted else 0.5}
        found.append((chunk.id, features))
    return Asked(Case(query, Need((), ()), f"d{number % 6}#s"), found)


def test_climb_finds_the_top_and_stays_above_the_lowest() -> None:
    top = np.array([2.0, -3.0])
    free = climb(lambda at: top - at, np.zeros(2), np.array([-np.inf, -np.inf]))
    bound = climb(lambda at: top - at, np.zeros(2), np.zeros(2))
    assert free == pytest.approx(top, abs=0.02)
    assert bound == pytest.approx([2, 0], abs=0.02)


def test_the_reranker_trusts_what_points_at_the_wanted_section() -> None:
    weights = fit_reranker([asked(number) for number in range(24)])
    assert weights["words"] > 1
    assert weights["noise"] == 0
    assert min(weights.values()) >= 0


def test_a_held_out_variant_leaves_the_chunk() -> None:
    chunk = CHUNKS[0]._replace(questions=("een", "twee", "drie"))
    assert without_variant(chunk, 1).questions == ("een", "drie")
    assert without_variant(chunk, 7).questions == chunk.questions
    assert without_variant(chunk._replace(questions=("een",)), 0).questions == ("een",)
    assert "twee" not in without_variant(chunk, 1).search_text


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("hoe moek ik da doen leefloon vrage", True), ("wa is da kaartje van den dop", True),
        ("can they seize child benefit", False), ("retard de paiement cpas", False), ("c est quoi un c4", False),
    ],
)  # fmt: skip
def test_other_languages_are_seen(text: str, dutch: bool) -> None:
    assert is_dutch(text) is dutch


def test_scores_and_their_table() -> None:
    case = asked(0).case
    rows = [(case, ["d0#s", "d1#s"]), (case, ["d0#x", "d0#s"]), (case, ["d1#s"]), (case, [])]
    found = scores(rows)
    assert found == {"cases": 4, "R@1": 0.25, "R@5": 0.5, "MRR": 0.375, "topic R@1": 0.5}
    assert "| words | 4 | 0.250 | 0.500 | 0.375 | 0.500 |" in as_table({"words": found})
