"""How hard a text is, and its hard words."""

from typing import Literal

from pydantic import Field

from ingest.models import Model

Level = Literal["A2", "B1", "B2", "C"]


class Finding(Model):
    """One thing that makes a text hard, with what to do about it. Offsets in characters."""

    start: int
    end: int
    kind: str
    remedy: str


class Readability(Model):
    """How hard a text is; the level is an estimate ("geschat")."""

    level: Level = "A2"
    flesch_douma: float = 0.0
    words_per_sentence: float = 0.0
    hard_word_share: float = Field(default=0.0, ge=0, le=1)


class ReadabilityReport(Readability):
    """As printed by `wegwijs readability`."""

    findings: tuple[Finding, ...] = ()
    rewritten: str | None = None


class HardWord(Model):
    """A hard word that stays in the text, with one plain sentence about it. `forms` = how else it is written."""

    word: str
    meaning: str
    forms: tuple[str, ...] = ()
    fr: str | None = Field(default=None, description="French, not checked")
    en: str | None = Field(default=None, description="English, not checked")
