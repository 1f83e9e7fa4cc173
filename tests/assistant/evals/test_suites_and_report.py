"""The suites by name, the table in README, and how wrong characters are counted."""

from pathlib import Path

import pytest

from assistant.evals import SUITES, run_suite
from assistant.evals.report import BEGIN, END, figure, long_tables, put_between, short_table
from assistant.evals.scans import error_rate, unordered_error_rate
from assistant.models import EvalResult
from assistant.wegwijs import Wegwijs
from ingest.errors import BadInput

RESULT = EvalResult(
    suite="questions", cases=3, scores={"held_right": 0.9751, "held_crisis": 1.0, "other": 2.5}, failures=()
)


def test_an_unknown_suite_is_refused_by_name(wegwijs: Wegwijs) -> None:
    with pytest.raises(BadInput) as raised:
        run_suite("weer", wegwijs)
    assert raised.value.text_key == "error.bad-input.suite"
    assert raised.value.values == {"suites": ", ".join(SUITES)}


def test_without_cases_it_is_said(wegwijs: Wegwijs, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as raised:
        run_suite("questions", wegwijs, tmp_path / "none")
    assert raised.value.text_key == "error.bad-input.no-cases"


def test_a_suite_runs_at_the_day_of_the_settings(wegwijs: Wegwijs) -> None:
    result = run_suite("corpus", wegwijs)
    assert (result.suite, result.failures) == ("corpus", ())


def test_shares_are_shown_as_percentages() -> None:
    assert figure(RESULT, "held_right") == "97.5 %"
    assert figure(RESULT, "other") == "2.5"
    table = short_table([RESULT])
    assert "| questions: every key fact and nothing wrong | 97.5 % |" in table
    assert "other" not in table
    assert "| other | 2.5 |" in long_tables([RESULT])


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    text = f"voor\n{BEGIN}\noud\n{END}\nna"
    assert put_between(text, r"nieuw \1") == f"voor\n{BEGIN}\nnieuw \\1\n{END}\nna"
    assert put_between("zonder", "nieuw") == "zonder"


@pytest.mark.parametrize(
    ("truth", "read", "rate", "unordered"),
    [
        ("een twee", "een twee", 0.0, 0.0), ("een  twee\n", "een twee", 0.0, 0.0), ("twee een", "een twee", 0.75, 0.0),
        ("abcd", "abxd", 0.25, 0.25), ("abcd", "", 1.0, 1.0), ("", "", 0.0, 0.0),
    ],
)  # fmt: skip
def test_wrong_characters(truth: str, read: str, rate: float, unordered: float) -> None:
    assert error_rate(truth, read) == pytest.approx(rate)
    assert unordered_error_rate(truth, read) == pytest.approx(unordered)
