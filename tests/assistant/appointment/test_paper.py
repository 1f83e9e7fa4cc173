"""The sheet as PDF: tagged, in Dutch, with every part on it."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assistant.appointment import prepare_appointment, sheet_paper
from assistant.appointment.load import load_forms
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


@pytest.mark.parametrize("kind", [kind.id for kind in load_forms().kinds])
def test_what_one_holds_in_the_hand_is_one_page_and_the_main_part_two(kind: str) -> None:
    pytest.importorskip("weasyprint")
    hard = ["geen-vervoer", "geen-opvang", "taal"]
    answers = {"soort": kind, "dag": "2026-12-08", "uur": "10:00", "drempels": hard, "wil": ["kleine-stappen"],
               "plaats": "Stationsstraat 1, 9999 Voorbeeldstad", "weg": "bus-trein"}  # fmt: skip
    sheet = prepare_appointment(answers, load_corpus(today=TODAY), TODAY)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(sheet_paper(sheet))).pages]
    for words in (sheet.when, *sheet.bring, *sheet.say, *sheet.ask, sheet.if_i_cannot):
        assert str(words) in pages[0], words
    main = " ".join(pages[:2])
    for words in (*sheet.before_signing, "Na het gesprek"):
        assert words in main, words
    assert pages[2].startswith("Achtergrond")
    behind = " ".join(pages[2:])
    assert len(pages) <= 4
    shown = [row for row in sheet.barriers if row.request in behind]
    assert {row.barrier for row in shown} == {row.barrier for row in sheet.barriers}
    assert sheet.barriers[0] in shown
    assert ("De rest staat op het scherm" in behind) == (shown != list(sheet.barriers))


def test_who_ticks_everything_gets_four_pages_and_is_told_where_the_rest_is() -> None:
    pytest.importorskip("weasyprint")
    forms = load_forms()
    answers = {"soort": "afsprakenblad", "drempels": [row.id for row in forms.barriers], "inkomen": "werkloos",
               "wil": [row.id for row in forms.wants], "sterk": list(forms.strengths)}  # fmt: skip
    sheet = prepare_appointment(answers, load_corpus(today=TODAY), TODAY)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(sheet_paper(sheet))).pages]
    assert len(pages) <= 4
    assert "De rest staat op het scherm" in pages[2]
    assert all(duty in " ".join(pages[2:]) for duty in sheet.duties[:4]), "what the talk itself asks"
