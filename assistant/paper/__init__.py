"""Paper: any sheet as a tagged A4 PDF in large type. `sheet_pdf` is the one function that other rooms need."""

from assistant.paper.press import sheet_pdf
from assistant.paper.sheet import Note, Part, Picture, Row
from assistant.paper.sheets import call_sheet, checklist_sheet

__all__ = ["Note", "Part", "Picture", "Row", "call_sheet", "checklist_sheet", "sheet_pdf"]
