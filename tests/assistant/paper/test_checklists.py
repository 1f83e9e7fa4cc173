"""The checklist of every procedure fits on two pages, with nothing answered yet and so all of its steps."""

from datetime import date

import pypdfium2
import pytest

from assistant.paper import checklist_sheet
from assistant.procedures import load_procedures
from assistant.wegwijs import Wegwijs


@pytest.mark.parametrize("procedure", load_procedures())
def test_a_checklist_takes_two_pages_at_most(procedure: str, wegwijs: Wegwijs) -> None:
    walk = wegwijs.walk(procedure, {})
    pages = pypdfium2.PdfDocument(checklist_sheet(walk, date(2026, 11, 25)))
    assert len(pages) <= 2
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    squeezed = "".join(text.replace("\xa0", " ").split())
    assert all("".join(step.text.split()) in squeezed for step in walk.steps), "no step is left out"
