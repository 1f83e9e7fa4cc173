"""The preparation of a talk: from a few answers to one calm sheet, on screen, on paper and in the calendar."""

from assistant.appointment.answers import Answers, clock, is_asked, questions
from assistant.appointment.calendar import sheet_ics
from assistant.appointment.draft import Agreed, draft_of_sheet
from assistant.appointment.from_letter import answers_from_letter
from assistant.appointment.load import load_forms
from assistant.appointment.paper import sheet_paper
from assistant.appointment.sheet import prepare_appointment

__all__ = [
    "Agreed", "Answers", "answers_from_letter", "clock", "draft_of_sheet", "is_asked", "load_forms",
    "prepare_appointment", "questions", "sheet_ics", "sheet_paper",
]  # fmt: skip
