"""The preparation of a talk: from a few answers to one calm sheet, on screen, on paper and in the calendar."""

from assistant.appointment.answers import Answers, is_asked, questions
from assistant.appointment.calendar import sheet_ics
from assistant.appointment.from_letter import answers_from_letter
from assistant.appointment.load import load_forms
from assistant.appointment.paper import sheet_paper
from assistant.appointment.sheet import prepare_appointment

__all__ = [
    "Answers", "answers_from_letter", "is_asked", "load_forms", "prepare_appointment", "questions", "sheet_ics",
    "sheet_paper",
]  # fmt: skip
