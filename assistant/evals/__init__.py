"""The project's own measurements: `wegwijs eval`. The cases live in tests/evals and are not in the wheel."""

from assistant.evals.suites import SUITES, run_suite

__all__ = ["SUITES", "run_suite"]
