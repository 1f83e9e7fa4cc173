"""The sheet as PDF: tagged, in Dutch, with every part on it."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assistant.appointment import prepare_appointment, sheet_paper
from ingest.corpus import load_corpus

TODAY = date(2026, 11, 25)


def test_the_paper_holds_what_the_sheet_holds() -> None:
    pytest.importorskip("weasyprint")
    answers = {"soort": "vervolggesprek", "dag": "2026-12-08", "uur": "10:00", "drempels": ["geen-opvang"],
               "sterk": ["gezin"],
               "wil": ["kleine-stappen"]}  # fmt: skip
    sheet = prepare_appointment(answers, load_corpus(today=TODAY), TODAY)
    reader = PdfReader(BytesIO(sheet_paper(sheet)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (sheet.when, *sheet.bring, *sheet.say, *sheet.ask, *sheet.strengths, *sheet.duties, sheet.phone):
        assert str(words) in text, words
