"""What the world gives us: the corpus, its sources, and files read from disk."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

Intent = Literal[
    "wat", "wie", "meebrengen", "stappen", "termijn", "bedrag",
    "te-laat", "weigering", "beroep", "drempel", "contact",
]  # fmt: skip
INTENTS: tuple[str, ...] = get_args(Intent)

Domain = Literal[
    "vdab", "rva", "ocmw", "schulden", "gezondheid", "wonen", "energie", "gezin",
    "kinderopvang", "school", "taal", "diploma", "vervoer", "vrije-tijd", "belasting",
    "papieren", "digitaal", "recht", "hulp",
]  # fmt: skip
DOMAINS: tuple[str, ...] = get_args(Domain)

Who = Literal["client", "together", "outreacher"]
SectionId = str
"""`<document id>#<section id>`."""

RAAD = "raad"
"""The marker of our own advice: shown without a citation, never as a rule."""


class Model(BaseModel):
    """Frozen, no unknown keys, and never prints what a client wrote."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Source(Model):
    """An official page. `checked` = the day somebody compared the claim with the live page."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    url: str = Field(pattern=r"^https?://")
    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    page_date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    checked: date | None = None

    @field_validator("page_date", mode="before")
    @classmethod
    def _as_text(cls, day: object) -> object:
        """YAML reads `2026-05-01` as a date and `2026` as a number; both may be written without quotes."""
        return str(day) if isinstance(day, date | int) else day


class Amount(Model):
    """A sum that changes: shown with its start date, never copied into a text."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    what: str = Field(min_length=1, description="what the sum is, in plain Dutch")
    value: Decimal
    unit: str = Field(default="euro", description="euro, euro per maand, procent …")
    valid_from: date
    valid_until: date | None = None
    next_change: str | None = Field(default=None, description="when the sum probably changes")
    source: str
    certain: bool = True


class Organisation(Model):
    """A body that helps: what it does in one sentence, and how to reach it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    does: str = Field(min_length=1, description="what it does for you, one plain sentence")
    phone: str | None = None
    free: bool = Field(default=False, description="calling costs nothing")
    url: str | None = None
    hours: str | None = None
    local: bool = Field(default=False, description="every municipality has its own")
    source: str


class GlossaryEntry(Model):
    """A hard word, one plain sentence about it, and a replacement where one fits."""

    term: str
    plain: str = Field(min_length=1)
    simpler: str | None = Field(default=None, description="drop-in replacement, None = leave and explain")
    pos: Literal["n", "v", "adj", "adv", "prep", "conj"] = "n"
    fr: str | None = None
    en: str | None = None
    forms: tuple[str, ...] = Field(default=(), description="inflected forms that mean the same word")


class Sentence(Model):
    """One sentence of a section with the sources that carry it."""

    text: str = Field(min_length=1)
    sources: tuple[str, ...] = Field(description="source ids; empty = our own advice")
    advice: bool = Field(default=False, description="own advice, no rule")


class Paragraph(Model):
    """Consecutive sentences: running text, a bullet or a numbered step."""

    kind: Literal["text", "bullet", "step"]
    sentences: tuple[Sentence, ...] = Field(min_length=1)
    who: Who = "client"

    @property
    def text(self) -> str:
        """The sentences joined by spaces."""
        return " ".join(sentence.text for sentence in self.sentences)


class Section(Model):
    """One intent of one document. The first paragraph is the direct answer."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    intent: Intent
    heading: str
    questions: tuple[str, ...] = Field(description="as people really type them")
    facts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = Field(default=(), description="organisation ids")
    barriers: tuple[str, ...] = Field(default=(), description="barrier ids this section answers")
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)
    line: int = Field(ge=1, description="line of the heading in its file")

    @property
    def direct_answer(self) -> Paragraph:
        """One or two short sentences that answer the section's question."""
        return self.paragraphs[0]

    @property
    def text(self) -> str:
        """The whole section as running text."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class CorpusDocument(Model):
    """One subject, in sections by intent."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    domain: Domain
    audience: Literal["client", "outreacher"] = "client"
    sources: tuple[Source, ...] = Field(default=(), description="pages that only this document uses")
    stale_after: date
    procedures: tuple[str, ...] = ()
    contacts: tuple[str, ...] = Field(default=(), description="organisation ids for the whole document")
    sections: tuple[Section, ...] = Field(min_length=1)

    def section_ref(self, section: Section) -> SectionId:
        """`<document id>#<section id>`, unique in the corpus."""
        return f"{self.id}#{section.id}"


class Corpus(Model):
    """All knowledge that ships with wegwijs, loaded and cross-checked."""

    documents: tuple[CorpusDocument, ...]
    sources: Mapping[str, Source]
    amounts: Mapping[str, Amount]
    organisations: Mapping[str, Organisation]
    glossary: tuple[GlossaryEntry, ...]
    lay_terms: Mapping[str, tuple[str, ...]] = Field(description="lay or dialect words -> official terms")

    def __contains__(self, ref: object) -> bool:
        """Whether there is a section `<document>#<section>`."""
        return ref in self._refs

    @cached_property
    def _refs(self) -> frozenset[SectionId]:
        return frozenset(d.section_ref(s) for d in self.documents for s in d.sections)

    def section(self, ref: SectionId) -> tuple[CorpusDocument, Section]:
        """The section named `<document>#<section>`; KeyError when there is none."""
        document_id, _, section_id = ref.partition("#")
        for document in self.documents:
            if document.id == document_id:
                for section in document.sections:
                    if section.id == section_id:
                        return document, section
        raise KeyError(ref)


class PageText(Model):
    """The text of one page as read, before cleaning."""

    number: int = Field(ge=1)
    text: str
    source: Literal["text-layer", "ocr"] = "text-layer"
    confidence: float | None = Field(default=None, ge=0, le=1)


class ReadFile(Model):
    """A file turned into pages of text."""

    name: str
    pages: tuple[PageText, ...]
    headings: bool = Field(default=False, description="text holds markdown headings")
    warnings: tuple[str, ...] = Field(default=(), description="keys of Dutch sentences")
