"""A passage is set in a short letter and judged only on what its gold names."""

from datetime import date
from pathlib import Path

import pytest

from assistant.evals.passages import Passage, as_letter, judge, load_passages
from assistant.evals.suites import CASES
from assistant.wegwijs import Wegwijs

WRITTEN = date(2026, 11, 18)


def passage(text: str, **gold: object) -> Passage:
    """A passage of an invented office."""
    return Passage(id="p", head="OCMW Mol", subject="Uw dossier", letter_date=WRITTEN, text=text, gold=gold)


def test_the_letter_has_its_head_its_date_and_the_passage() -> None:
    case = as_letter(passage("Kom langs."), CASES)
    assert case.text.startswith("OCMW Mol\n\n18/11/2026\n")
    assert "\nKom langs.\n" in case.text
    assert case.today == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("gold", "wrong"),
    [
        ({"deadline": date(2026, 12, 2)}, set()),
        ({"deadline": date(2026, 12, 3)}, {"deadline"}),
        ({"deadline": None}, {"deadline"}),
        ({"appointment": None}, set()),
        ({"amounts": [{"value": "12.00", "meaning": "kosten"}]}, {"amounts"}),
        ({"amounts": None}, set()),
        ({}, set()),
    ],
)
def test_only_the_named_fields_are_judged(gold: dict[str, object], wrong: set[str], wegwijs: Wegwijs) -> None:
    one = passage("Bezorg ons dit formulier uiterlijk op 2 december 2026.", **gold)
    assert set(judge(one, as_letter(one, CASES), wegwijs).wrong) == wrong


def test_no_amount_means_none(wegwijs: Wegwijs) -> None:
    one = passage("Betaal 12,50 euro.", amounts=None)
    assert set(judge(one, as_letter(one, CASES), wegwijs).wrong) == {"amounts"}


def test_every_passage_makes_a_letter() -> None:
    passages = load_passages(CASES)
    assert len({one.id for one in passages}) == len(passages)
    assert all(as_letter(one, Path(CASES)).text for one in passages)
