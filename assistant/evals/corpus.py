"""Is the corpus whole and plain? Counts of problems by rule; every problem is a failure with its cure."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.corpus_check import check_levels
from assistant.models import EvalFailure, EvalResult
from assistant.procedures.load import check_references, read_procedures
from assistant.rights.load import check_references as check_rights
from assistant.rights.load import load_book
from assistant.sentences import Sentences, load_sentences
from assistant.wegwijs import Wegwijs
from ingest.corpus import CORPUS_DIR, read_corpus
from ingest.corpus_document import Problem
from ingest.errors import CorpusError
from ingest.models import Corpus


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:  # noqa: ARG001  # every suite takes the cases
    """As `check_corpus`, at the day of the settings."""
    return check_corpus(wegwijs.settings.day())


def check_corpus(today: date, root: Path = CORPUS_DIR) -> EvalResult:
    """All checks of structure and language over corpus/. Needs no assistant, so a broken corpus is listed too."""
    corpus, problems = read_corpus(root, today=today)
    procedures, broken = read_procedures(root)
    problems = [*problems, *broken, *check_references(procedures, corpus), *_rights(corpus, root)]
    problems += check_levels(corpus)
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
    say = load_sentences()
    failures = tuple(failure(problem, say) for problem in problems)
    return EvalResult(suite="corpus", cases=sections, scores=scores, failures=failures)


def failure(problem: Problem, say: Sentences) -> EvalFailure:
    """The problem for somebody who writes texts: file and line, what is wrong, and what to do."""
    return EvalFailure(
        case=say.say("corpus.place", file=problem.file, line=problem.line),
        why=say.say(f"corpus.{problem.key}", what=problem.what),
    )


def _rights(corpus: Corpus, root: Path) -> Iterator[Problem]:
    if not (root / "rights").is_dir():
        return
    try:
        yield from check_rights(load_book(root), corpus)
    except CorpusError as error:
        yield Problem("rights", 1, "field", str(error))
