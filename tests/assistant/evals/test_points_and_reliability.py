"""Points as experts would give them, and the table of the confidence."""

from collections.abc import Sequence

import pytest

from assistant.evals.points import points
from assistant.evals.reliability import bins, table
from assistant.models import Answer, Citation

ALLOWED = {"leefloon#termijn"}


def answer(cited: Sequence[tuple[str, str]], *, summary: str = "Het is 30 dagen.", kind: str = "answer") -> Answer:
    """`cited` = (section, sentence)."""
    refs = [(*ref.split("#"), text) for ref, text in cited]
    citations = [
        Citation(document_id=document, section=section, title="t", publisher="p", url=None, quote=text)
        for document, section, text in refs
    ]
    return Answer.model_validate(
        {"question": "hoe lang", "kind": kind, "label": "answer", "summary": summary,
         "answer": " ".join(text for _, text in cited), "citations": citations}
    )  # fmt: skip


DIRECT = ("leefloon#termijn", "Het is 30 dagen.")
BESIDE = ("leefloon#papieren", "Neem je kaart mee.")
FAR = ("huur#wat", "Je huurt een huis.")


@pytest.mark.parametrize(
    ("cited", "complete", "wanted"),
    [
        ([DIRECT], True, (75, 25)),
        ([DIRECT, BESIDE], True, (75 * 0.9, 25)),
        ([BESIDE, DIRECT], True, (75 * 0.9, 20)),
        ([FAR], True, (75 * 0.8, 0)),
        ([DIRECT, BESIDE], False, (75 * 0.4, 25)),
        ([FAR], False, (0, 0)),
        ([DIRECT, DIRECT], True, (75, 25)),
        ([], True, (0, 0)),
    ],
)
def test_points(cited: Sequence[tuple[str, str]], complete: bool, wanted: tuple[float, float]) -> None:
    assert points(answer(cited), ALLOWED, (), complete=complete) == pytest.approx(wanted)


def test_a_forbidden_sentence_gives_nothing_and_a_refusal_neither() -> None:
    assert points(answer([DIRECT, BESIDE]), ALLOWED, [r"\bkaart\b"], complete=True) == pytest.approx((37.5, 25))
    assert points(answer([DIRECT], kind="abstain"), ALLOWED, (), complete=True) == (0, 0)


def test_bins_and_their_error() -> None:
    found = dict(bins([(0.95, True), (0.93, True), (0.97, False), (0.55, True), (0.9, True)]))
    assert found["confidence_0.9_answers"] == 4
    assert found["confidence_0.9_right"] == 0.75
    assert found["confidence_0.9_mean"] == pytest.approx(0.938, abs=1e-3)
    assert found["calibration_error"] == pytest.approx((4 * 0.1875 + 0.45) / 5, abs=1e-3)
    assert dict(bins([], "held_")) == {"held_calibration_error": 0.0}


def test_the_table_shows_a_line_for_each_bin_with_answers() -> None:
    scores = dict(bins([(0.95, True), (0.55, False)])) | dict(bins([(0.95, False)], "held_"))
    lines = table(scores).splitlines()
    assert lines[2:] == ["| 0.5 | 1 | 0.55 | 0 | – | – |", "| 0.9 | 1 | 0.95 | 1 | 1 | 0 |"]
