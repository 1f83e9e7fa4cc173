"""Read corpus/appointments.yaml and corpus/barriers.yaml and check that they fit each other."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from assistant.appointment.model import Forms, Line
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.errors import CorpusError
from ingest.models import Corpus

ALL = "alle"
"""An effect that is the same for every income."""


@cache
def load_forms(root: Path = CORPUS_DIR) -> Forms:
    """Everything a sheet is made of. Raises CorpusError that names the file and the field."""
    try:
        return Forms(**{**load_yaml(root / "appointments.yaml"), **load_yaml(root / "barriers.yaml")})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        message = f"appointments.yaml or barriers.yaml: {where}: {first['msg']}"
        raise CorpusError(message, reason="file", file="appointments.yaml", line=1) from error


def broken(forms: Forms, corpus: Corpus) -> list[str]:
    """What does not fit: options without a meaning, unknown barriers, incomes and sources. Empty = fits."""
    options = {question.id: set(question.options) for question in forms.questions}
    barriers = {barrier.id for barrier in forms.barriers}
    pairs = (
        ("soort", {kind.id for kind in forms.kinds}), ("wil", {want.id for want in forms.wants}),
        ("sterk", set(forms.strengths)), ("waar", set(forms.modes)), ("weg", set(forms.ways)),
    )  # fmt: skip
    found = [f"{name}: {sorted(options[name] ^ known)}" for name, known in pairs if options[name] != known]
    for step in forms.steps:
        found += [f"{step.id}: {name}" for name in step.barriers if name not in barriers]
        incomes = set(step.effects)
        found += [f"{step.id}: incomes {sorted(incomes)}"] if incomes not in ({ALL}, options["inkomen"]) else []
    lines = list(_lines(forms))
    found += [f"kind: {name}" for line in lines for name in line.kinds if name not in options["soort"]]
    cited = {name for line in lines for name in line.sources}
    cited |= {name for barrier in forms.barriers for row in barrier.requests for name in row.sources}
    cited |= {name for step in forms.steps for effect in step.effects.values() for name in effect.sources}
    return found + [f"source: {name}" for name in sorted(cited - corpus.sources.keys())]


def _lines(forms: Forms) -> Iterator[Line]:
    for name in ("bring", "expect", "ask", "duties", "before_signing", "afterwards"):
        yield from getattr(forms, name)
    for kind in forms.kinds:
        for name in ("bring", "expect", "say", "ask", "duties", "before_signing"):
            yield from getattr(kind, name)
    for barrier in forms.barriers:
        yield from (*barrier.bring, *barrier.notes)
