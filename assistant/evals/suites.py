"""Which suites there are, and where their cases lie."""

from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.evals import corpus, letters, passages, plain, questions, retrieval, rights, robustness, scans, speed
from assistant.models import EvalResult
from assistant.wegwijs import Wegwijs
from ingest.errors import BadInput

CASES = Path(__file__).resolve().parent.parent.parent / "tests" / "evals"

SUITES: Mapping[str, Callable[[Wegwijs, Path], EvalResult]] = {
    "corpus": corpus.run,
    "questions": questions.run,
    "robustness": robustness.run,
    "retrieval": retrieval.run,
    "letters": letters.run,
    "passages": passages.run,
    "scans": scans.run,
    "plain": plain.run,
    "rights": rights.run,
    "speed": speed.run,
}


def run_suite(name: str, wegwijs: Wegwijs, cases: Path = CASES, *, llm: bool = False) -> EvalResult:
    """Score one suite; with `llm` the questions are answered in the words of the language model.

    Raises BadInput when the suite does not exist or its cases are not here (in a wheel).
    """
    if name not in SUITES:
        raise BadInput("unknown suite", reason="suite", suites=", ".join(SUITES))
    if not cases.is_dir():
        raise BadInput("no cases in an installed wheel", reason="no-cases")
    if llm and name == "questions":
        from assistant.evals import told  # brings the packages of the language model

        return told.run(wegwijs, cases)
    return SUITES[name](wegwijs, cases)
