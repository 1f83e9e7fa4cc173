"""The suite of questions with each answer as the language model says it, and what became of the answers."""

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.evals import questions
from assistant.evals.questions import Case, judge, load_cases, share
from assistant.llm import probe, read_choice
from assistant.models import Answer, EvalResult
from assistant.settings import Settings
from assistant.wegwijs import Wegwijs
from ingest.errors import ModelMissing
from ingest.models import SectionId


class Pair(NamedTuple):
    """An answer in the built-in words and as the model says it."""

    built: Answer
    told: Answer


class Told:
    """A Wegwijs whose every answer is rewritten; `pairs` holds them by question."""

    def __init__(self, wegwijs: Wegwijs) -> None:
        """`wegwijs` has a language model."""
        self._wegwijs = wegwijs
        self.corpus = wegwijs.corpus
        self.pairs: dict[tuple[str, tuple[str, ...]], Pair] = {}

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer as the model says it."""
        built = self._wegwijs.answer(question, history)
        told = self._wegwijs.rewrite(built)
        self.pairs[question, tuple(history)] = Pair(built, told)
        return told

    def candidates(self, question: str, history: Sequence[str] = ()) -> list[SectionId]:
        """As `Wegwijs.candidates`: a model chooses no section."""
        return self._wegwijs.candidates(question, history)


def check_model(settings: Settings) -> None:
    """Raises ModelMissing when no model is set or its package lacks, ModelSilent when its server does not answer."""
    choice = read_choice(settings)
    if choice is None:
        raise ModelMissing("no language model is set", reason="llm-none")
    probe(choice, settings)


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """The scores of `questions`, and those named `llm_…`. Minutes to hours: one call for each answer."""
    told = Told(wegwijs)
    result = questions.run(told, cases)
    rows = [(case, told.pairs[case.text, case.history]) for case in load_cases(cases)]
    return result.model_copy(update={"scores": {**result.scores, **dict(_scores(rows))}})


def _scores(rows: Sequence[tuple[Case, Pair]]) -> Iterator[tuple[str, float]]:
    asked = [(case, pair) for case, pair in rows if pair.built.kind == "answer"]
    rewritten = [(case, pair) for case, pair in asked if pair.told.engine != "builtin"]
    yield "llm_asked", float(len(asked))
    yield "llm_rewritten", share(pair.told.engine != "builtin" for _, pair in asked)
    yield "llm_silent", share(len(pair.told.uncertain) > len(pair.built.uncertain) for _, pair in asked)
    yield "llm_made_wrong", share(_is_made_wrong(case, pair) for case, pair in rewritten)
    waits = [pair.told.seconds - pair.built.seconds for _, pair in rewritten]
    yield "llm_p50_s", round(statistics.median(waits), 2) if waits else 0.0


def _is_made_wrong(case: Case, pair: Pair) -> bool:
    """Right in the built-in words, wrong in those of the model."""
    return any(judge(case, pair.told)) and not any(judge(case, pair.built))
