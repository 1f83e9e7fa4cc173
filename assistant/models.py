"""What we give the person: answers, explained letters, walks, sheets. The JSON of CONTRACT.md.

Field names are part of the machine interface: add freely, never rename or drop one.
"""

from datetime import date as Day
from datetime import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field, field_serializer

from ingest.models import Model, Who

AnswerKind = Literal["answer", "abstain", "out_of_scope", "crisis", "clarify"]
Label = Literal[
    "answer", "needs-personal-file", "opinion", "greeting", "thanks", "crisis-danger", "crisis-suicide",
    "crisis-child", "crisis-violence", "crisis-food-roof", "out-of-scope", "other-country", "medical",
    "legal-strategy", "deceit", "other-people-data", "injection", "unclear", "pasted-letter", "not-found",
]  # fmt: skip
Level = Literal["A2", "B1", "B2", "C"]
SenderKind = Literal[
    "vdab", "rva", "hvw", "vakbond", "ocmw", "deurwaarder", "incasso", "fod-financien", "mutualiteit",
    "groeipakket", "woonmaatschappij", "vrederechter", "arbeidsrechtbank", "fluvius", "school", "opleiding",
    "inburgering", "reclame", "phishing", "persoonlijk", "andere",
]  # fmt: skip


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


class Citation(Model):
    """The sentence that carries a claim and the page it was checked against."""

    document_id: str
    section: str
    title: str
    publisher: str
    url: str | None
    page_date: str | None = None
    checked: Day | None = None
    page: int | None = None
    quote: str
    quote_from: Literal["own-summary", "source", "own-document"] = "own-summary"


class Step(Model):
    """One thing to do, and who does it."""

    text: str
    deadline: str | None = None
    who: Who = "client"


class Term(Model):
    """A term that a rule sets, in words."""

    text: str
    rule: str


class Contact(Model):
    """Who to call. `local` = entered by the outreacher or different in each municipality."""

    name: str
    phone: str | None = None
    url: str | None = None
    hours: str | None = None
    local: bool = False


class Answer(Model):
    """The answer to one question."""

    id: str | None = None
    question: str
    kind: AnswerKind
    label: Label
    abstained: bool = False
    confidence: float = Field(default=0.0, ge=0, le=1)
    summary: str
    answer: str
    steps: tuple[Step, ...] = ()
    bring: tuple[str, ...] = ()
    deadlines: tuple[Term, ...] = ()
    contacts: tuple[Contact, ...] = ()
    difficult_words: tuple[HardWord, ...] = ()
    citations: tuple[Citation, ...] = ()
    uncertain: tuple[str, ...] = ()
    more: tuple[str, ...] = Field(default=(), description="near questions with their direct answer")
    options: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    readability: Readability = Readability()
    engine: str = "builtin"
    seconds: float = 0.0


class Deadline(Model):
    """A term in a letter. `date` = the safe day, `do_by` the working day for it, `latest` the last legal day.

    `date` is None where the letter fixes none ("onverwijld"); `latest` only where a sourced rule gives it.
    """

    date: Day | None
    do_by: Day | None = None
    latest: Day | None = None
    rule: str
    computed_from: str | None = None
    assumption: str | None = None
    sum: str | None = None
    quote: str


class Sender(Model):
    """Who sent the letter."""

    name: str | None
    kind: SenderKind


class LetterAction(Model):
    """One thing the letter asks, with the sentence that asks it."""

    text: str
    deadline: Day | None = None
    who: Who = "client"
    quote: str
    page: int = 1


class Appointment(Model):
    """When and where somebody expects the client. Not a deadline."""

    start: datetime | None
    end: datetime | None = None
    place: str | None = None
    mode: Literal["office", "phone", "home", "online", "court", "event"] | None = None

    @field_serializer("start", "end", when_used="json")
    def _to_the_minute(self, moment: datetime | None) -> str | None:
        return moment.strftime("%Y-%m-%dT%H:%M") if moment else None


class LetterAmount(Model):
    """A sum in the letter with its meaning."""

    value: Decimal
    currency: str = "EUR"
    meaning: str
    quote: str


class Reference(Model):
    """A number to keep ready when calling."""

    label: str
    value: str


class Appeal(Model):
    """How to object, if the letter says so."""

    term: str | None
    where: str | None
    by: Day | None = None


class Helper(Model):
    """Somebody who helps with this letter. `local` = entered by the team itself."""

    name: str
    phone: str | None = None
    url: str | None = None
    local: bool = False


class Letter(Model):
    """One explained letter."""

    file: str
    language: str | None
    pages: int
    text_source: Literal["text-layer", "ocr", "mixed"]
    ocr_confidence: float | None = None
    sender: Sender
    kind: str | None
    kind_id: str | None = Field(default=None, description="id of the kind in the catalogue")
    letter_date: Day | None
    confidence: float = Field(ge=0, le=1)
    summary: str
    actions: tuple[LetterAction, ...] = ()
    deadline: Deadline | None = None
    deadlines: tuple[Deadline, ...] = ()
    appointment: Appointment | None = None
    amounts: tuple[LetterAmount, ...] = ()
    references: tuple[Reference, ...] = ()
    phones: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    appeal: Appeal | None = None
    consequence: str | None = None
    urgency: Literal["laag", "middel", "hoog", "dringend"] | None = None
    warnings: tuple[str, ...] = ()
    plain_text: str = ""
    difficult_words: tuple[HardWord, ...] = ()
    helpers: tuple[Helper, ...] = ()
    procedures: tuple[str, ...] = ()
    readability: Readability = Readability()
    engine: str = "builtin"
    seconds: float = 0.0
    original: tuple[str, ...] = Field(default=(), description="the cleaned text of each page, for the screen")


class ProcedureListing(Model):
    """A guided procedure in the list."""

    id: str
    title: str
    domain: str
    minutes: int


class OpenQuestion(Model):
    """A question of a procedure that has no answer yet."""

    id: str
    ask: str
    why: str
    kind: Literal["choice", "date", "many"] = "choice"
    options: tuple[str, ...]


class WalkStep(Model):
    """One step of a walked procedure, with all that is needed to do it."""

    id: str
    text: str
    bring: tuple[str, ...] = ()
    say: str | None = None
    channel: str | None = None
    without_pc: str | None = None
    without_itsme: str | None = None
    without_dutch: str | None = None
    without_bus: str | None = None
    who: Who = "client"
    outreacher: str | None = None
    minutes: int | None = None
    deadline: dict[str, str | None] | None = None
    if_it_fails: str | None = None
    citations: tuple[Citation, ...] = ()


class Walk(Model):
    """A procedure walked with the answers known so far."""

    id: str
    title: str
    intro: str
    answers: dict[str, str]
    open: tuple[OpenQuestion, ...]
    steps: tuple[WalkStep, ...]
    done_when: str
    next: str
    contacts: tuple[Contact, ...] = Field(default=(), description="who helps with this procedure")


class RightRow(Model):
    """One right: what it gives and how to get it. `where` is a name, `contact` how to reach it."""

    id: str
    title: str
    theme: str
    level: Literal["federal", "flemish", "local"]
    gives: str
    amount: str | None = None
    how: str
    bring: tuple[str, ...] = ()
    where: str
    contact: Contact
    automatic: bool = False
    missing: tuple[str, ...] = Field(default=(), description="what is still to be known")
    ask: tuple[str, ...] = Field(default=(), description="ids of skipped questions that would tell")
    change: tuple[str, ...] = Field(default=(), description="what would make it possible")
    advice: str | None = Field(default=None, description="whom to ask when it is not likely")
    procedure: str | None = None
    citations: tuple[Citation, ...] = ()


class Rights(Model):
    """The outcome of the rights check, with the questions that have no answer yet."""

    likely: tuple[RightRow, ...] = ()
    maybe: tuple[RightRow, ...] = ()
    not_now: tuple[RightRow, ...] = ()
    have: tuple[RightRow, ...] = Field(default=(), description="what the answers say is there already")
    open: tuple[OpenQuestion, ...] = ()
    answers: dict[str, str] = {}
    uncertain: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = Field(default=(), description="what the team entered itself")


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


Strength = Literal["recht", "kan", "raad"]
"""How strong a request is: a right, something the office decides, or our own advice."""


class FormQuestion(Model):
    """A question of a short form. `options` = value -> words; empty for a day, an hour and free text."""

    id: str
    ask: str
    why: str
    kind: Literal["choice", "many", "date", "time", "text"] = "choice"
    options: dict[str, str] = {}
    screen: int = Field(default=1, ge=1, description="questions with the same number stand on one screen")
    only_if: dict[str, str] = Field(default={}, description="question id -> value without which it is not asked")


class Practice(Model):
    """A likely question, with an example answer that the client changes."""

    question: str
    example: str


class BarrierRequest(Model):
    """What is hard, what to ask for it and of whom, and how strong that request is."""

    barrier: str
    barrier_id: str
    request: str
    because: str | None = Field(default=None, description="what stands behind it, as the cited page says it")
    to: str
    own: bool = Field(description="a request to the office of this talk")
    strength: Strength
    citations: tuple[Citation, ...] = ()


class StepEffect(Model):
    """What a small step does to an income, and who must know first."""

    income: str
    effect: str
    tell: str
    citations: tuple[Citation, ...] = ()


class SmallStep(Model):
    """A step for who finds work still too far away, with a sentence that explains it."""

    id: str
    step: str
    say: str
    effects: tuple[StepEffect, ...]


class AppointmentSheet(Model):
    """The preparation of one talk, in the client's own words. `citations` quote the lines that they carry."""

    kind: str
    title: str
    body: str
    phone: str | None
    when: str | None
    start: datetime | None = None
    day: Day | None = None
    where: str | None
    way: str | None
    if_i_cannot: str
    bring: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    barriers: tuple[BarrierRequest, ...] = ()
    strengths: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    before_signing: tuple[str, ...] = ()
    small_steps: tuple[SmallStep, ...] = ()
    practice: tuple[Practice, ...] = ()
    afterwards: tuple[str, ...] = ()
    missing: tuple[str, ...] = Field(default=(), description="questions without an answer")
    contacts: tuple[Contact, ...] = Field(default=(), description="what the team entered itself")
    citations: tuple[Citation, ...] = ()
    readability: Readability = Readability()


class MessageHole(Model):
    """A place to fill in a message."""

    id: str
    ask: str
    kind: Literal["text", "date", "time", "choice"] = "text"
    options: dict[str, str] = {}
    optional: bool = False


class MessageListing(Model):
    """A message or phone script in the list."""

    id: str
    title: str
    when: str
    holes: tuple[MessageHole, ...]


class Message(Model):
    """A message ready to send and, where it fits, a script to call with. A hole without an answer shows as '…'."""

    id: str
    title: str
    text: str
    script: str | None = None
    missing: tuple[str, ...] = ()
    watch: tuple[str, ...] = Field(default=(), description="what to know or add before it goes out")
    citations: tuple[Citation, ...] = ()
    readability: Readability = Readability()
