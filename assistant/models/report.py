"""What the machine and the evaluations report."""

from ingest.models import Model


class EmbedderListing(Model):
    """A search model on this machine."""

    name: str
    used: bool


class Check(Model):
    """One line of `wegwijs doctor`."""

    name: str
    ok: bool
    found: str
    mend: str | None = None


class DoctorReport(Model):
    """What this machine has and lacks. `ok` = nothing lacks."""

    ok: bool
    checks: tuple[Check, ...]


class EvalFailure(Model):
    """One case that failed, and why."""

    case: str
    why: str


class EvalResult(Model):
    """The outcome of one evaluation suite."""

    suite: str
    cases: int
    scores: dict[str, float]
    failures: tuple[EvalFailure, ...] = ()
