"""Reranking and deciding: more evidence is never less, ties ask back, nothing found abstains."""

import pytest

from assistant.ask.decide import confidence, confidence_features, decide
from assistant.ask.rerank import Need, Ranked, Spread, load_model, probabilities, rerank
from assistant.ask.retrieve import Candidate, fuse
from ingest.index import Hit

NO_NEED = Need((), ())


def candidate(section: str, **scores: float) -> Candidate:
    return Candidate(section, 0.02, {leg: 1 if score >= 1 else 3 for leg, score in scores.items()}, scores)


def ranked(section: str, score: float, evidence: float) -> Ranked:
    names = ("question", "same_question", "stands_out", "probable", "words_first", "grams_first", "dense_first")
    return Ranked(section, score, dict.fromkeys(names, evidence))


def test_fusion_is_stable_and_lifts_sections_of_a_good_topic() -> None:
    rankings = {"words": [Hit("b#s", 2.0), Hit("a#s", 1.0)], "grams": [Hit("a#s", 2.0), Hit("b#s", 1.0)]}
    assert [found.section for found in fuse(rankings, {})] == ["a#s", "b#s"]
    assert [found.section for found in fuse(rankings, {"topic_words": {"b": 1}})] == ["b#s", "a#s"]
    assert fuse({}, {"topic_words": {"b": 1}}) == []


def test_the_section_that_every_leg_prefers_comes_first() -> None:
    found = rerank([candidate("b#s", words=1.0, dense=0.2), candidate("a#s", words=3.0, dense=0.9)], {}, NO_NEED)
    assert [one.section for one in found] == ["a#s", "b#s"]
    assert rerank([], {}, NO_NEED) == []


def test_a_leg_that_did_not_answer_does_no_harm() -> None:
    found = rerank([candidate("a#s", words=3.0), candidate("b#s", words=1.0)], {}, NO_NEED)
    assert found[0].section == "a#s"
    assert found[0].features["dense"] == found[0].features["stands_out"] == 0


def test_probabilities_add_up() -> None:
    found = probabilities([ranked("a#s", 700.0, 1), ranked("b#s", 699.0, 1), ranked("c#s", -5.0, 1)])
    assert sum(found) == pytest.approx(1)
    assert found[0] > found[1] > found[2]
    assert probabilities([]) == []


def test_no_weight_is_negative() -> None:
    model = load_model()
    assert all(weight >= 0 for weight in model.rerank.values())
    assert all(weight >= 0 for name, weight in model.confidence.items() if name != "bias")


def test_standing_out_is_the_same_for_every_scale() -> None:
    narrow, wide = Spread(0.9, 0.8, 0.02), Spread(0.9, 0.1, 0.16)
    assert narrow.stands_out(0.88) == pytest.approx(wide.stands_out(0.74))
    assert Spread(1, 1, 0).stands_out(1) == narrow.stands_out(0.1) == 0


def test_more_evidence_is_never_less_confidence() -> None:
    weak = confidence([ranked("a#s", 2.0, 0.1), ranked("b#s", 1.9, 0.1)], 0.2)
    strong = confidence([ranked("a#s", 9.0, 1.0), ranked("b#s", 1.0, 0.1)], 1.0)
    assert 0 < weak < strong < 1
    assert confidence_features([ranked("a#s", 1.0, 0)], 0)["subject"] == pytest.approx(1)


def test_nothing_found_abstains() -> None:
    assert decide([], 0.0, words=8, in_talk=False).kind == "abstain"
    assert decide([ranked(f"{n}#s", 1.0, 0.0) for n in "abcdefgh"], 0.0, words=8, in_talk=False).kind == "abstain"


def test_a_clear_answer_is_given() -> None:
    found = decide([ranked("a#s", 12.0, 1.0), ranked("b#s", 1.0, 0.0)], 1.0, words=8, in_talk=False)
    assert found.kind == "answer"
    assert found.sections[0].section == "a#s"


@pytest.mark.parametrize(("words", "kind"), [(3, "clarify"), (9, "answer")])
def test_a_tie_asks_back_only_when_little_was_said(words: int, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.ask.decide.confidence", lambda *_: 0.65)
    tie = [ranked("a#s", 5.0, 0.5), ranked("b#s", 4.9, 0.5)]
    found = decide(tie, 0.5, words=words, in_talk=False)
    assert found.kind == kind
    assert [r.section for r in found.sections] == ["a#s", "b#s"]
