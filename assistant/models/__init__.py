"""What we give the person: answers, explained letters, walks, sheets. The JSON of CONTRACT.md.

Field names are part of the machine interface: add freely, never rename or drop one.
"""

from assistant.models.answer import (
    Answer,
    AnswerKind,
    Citation,
    Contact,
    Label,
    Near,
    Step,
    Term,
)
from assistant.models.letter import (
    Appeal,
    Appointment,
    Deadline,
    Helper,
    Letter,
    LetterAction,
    LetterAmount,
    Reference,
    Sender,
    SenderKind,
)
from assistant.models.message import (
    Message,
    MessageHole,
    MessageListing,
)
from assistant.models.report import (
    Check,
    DoctorReport,
    EmbedderListing,
    EvalFailure,
    EvalResult,
)
from assistant.models.rights import (
    RightRow,
    Rights,
)
from assistant.models.sheet import (
    AppointmentSheet,
    BarrierRequest,
    FormQuestion,
    Practice,
    SmallStep,
    StepEffect,
    Strength,
)
from assistant.models.text import (
    Finding,
    HardWord,
    Level,
    Readability,
    ReadabilityReport,
)
from assistant.models.walk import (
    OpenQuestion,
    ProcedureListing,
    Walk,
    WalkStep,
)

__all__ = [
    "Answer",
    "AnswerKind",
    "Appeal",
    "Appointment",
    "AppointmentSheet",
    "BarrierRequest",
    "Check",
    "Citation",
    "Contact",
    "Deadline",
    "DoctorReport",
    "EmbedderListing",
    "EvalFailure",
    "EvalResult",
    "Finding",
    "FormQuestion",
    "HardWord",
    "Helper",
    "Label",
    "Letter",
    "LetterAction",
    "LetterAmount",
    "Level",
    "Message",
    "MessageHole",
    "MessageListing",
    "Near",
    "OpenQuestion",
    "Practice",
    "ProcedureListing",
    "Readability",
    "ReadabilityReport",
    "Reference",
    "RightRow",
    "Rights",
    "Sender",
    "SenderKind",
    "SmallStep",
    "Step",
    "StepEffect",
    "Strength",
    "Term",
    "Walk",
    "WalkStep",
]
