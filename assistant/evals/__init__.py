"""The project's own measurements: `wegwijs eval`. The cases live in tests/evals and are not in the wheel."""

from assistant.evals.beir import run_beir
from assistant.evals.corpus import check_corpus
from assistant.evals.suites import SUITES, run_suite

__all__ = ["SUITES", "check_corpus", "run_beir", "run_suite"]
