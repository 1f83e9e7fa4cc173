"""Is the corpus whole and plain? Counts of problems by rule; every problem is a failure."""

from collections import Counter
from datetime import date
from pathlib import Path

from assistant.corpus_check import check_levels
from assistant.models import EvalFailure, EvalResult
from assistant.procedures.load import check_references, read_procedures
from assistant.wegwijs import Wegwijs
from ingest.corpus import read_corpus
from ingest.corpus_document import Problem


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:  # noqa: ARG001  # every suite takes the cases
    """All checks of structure and language over corpus/."""
    corpus, problems = read_corpus(today=wegwijs.settings.day())
    procedures, broken = read_procedures()
    problems = [*problems, *broken, *check_references(procedures, corpus), *check_levels(corpus)]
    sections = sum(len(document.sections) for document in corpus.documents)
    counts = Counter(problem.key for problem in problems)
    scores = {
        "documents": float(len(corpus.documents)),
        "sections": float(sections),
        "procedures": float(len(procedures)),
        "sources": float(len(corpus.sources)),
        "questions": float(sum(len(s.questions) for d in corpus.documents for s in d.sections)),
        "facts": float(len({fact for d in corpus.documents for s in d.sections for fact in s.facts})),
        "stale_today": float(sum(d.stale_after < date.today() for d in corpus.documents)),
        "problems": float(len(problems)),
    } | {f"problem:{key}": float(count) for key, count in sorted(counts.items())}
    return EvalResult(suite="corpus", cases=sections, scores=scores, failures=tuple(map(_failure, problems)))


def _failure(problem: Problem) -> EvalFailure:
    return EvalFailure(case=f"{problem.file}:{problem.line}", why=f"{problem.key}: {problem.what}")
