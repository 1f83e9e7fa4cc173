"""A letter of invitation fills in the sheet; any other letter does not."""

from datetime import date, datetime

import pytest

from assistant.appointment import answers_from_letter, prepare_appointment
from assistant.models import Appointment, Letter, Sender
from ingest.corpus import load_corpus

TODAY = date(2026, 11, 25)
MEETING = Appointment(start=datetime(2026, 12, 8, 9, 30), place="VDAB Voorbeeldstad, Stationsstraat 1", mode="office")


def letter(sender: str, kind: str | None, meeting: Appointment | None = MEETING) -> Letter:
    return Letter(
        file="x.pdf", language="nl", pages=1, text_source="text-layer", kind=kind, kind_id=kind, letter_date=None,
        sender=Sender(name=None, kind=sender),  # type: ignore[arg-type]
        confidence=0.9, summary="Een uitnodiging.", appointment=meeting,
    )  # fmt: skip


@pytest.mark.parametrize(
    "sender, kind, wanted",
    [("vdab", "vdab-gesprek", "vervolggesprek"), ("vdab", "vdab-verhoor", "controledienst"),
     ("ocmw", "ocmw-huisbezoek", "ocmw"),
     ("rva", "rva-verhoor", "rva"), ("mutualiteit", "adviserend-arts", "ander"), ("fluvius", "lac", "ander"),
     ("school", "school-gesprek", "ander"),
     ("vdab", "vdab-telefoon", "telefoon"), ("vdab", "vdab-opleiding", "opleiding"), ("vdab", None, "vervolggesprek")],
)  # fmt: skip
def test_an_invitation_opens_the_sheet_filled_in(sender: str, kind: str | None, wanted: str) -> None:
    answers = answers_from_letter(letter(sender, kind))
    sheet = prepare_appointment(answers, load_corpus(today=TODAY), TODAY)
    assert sheet.kind == wanted
    assert sheet.when == "Dinsdag 8 december, 9.30 uur"
    assert sheet.where == "VDAB Voorbeeldstad, Stationsstraat 1"


@pytest.mark.parametrize(
    "found",
    [
        letter("vdab", "vdab-gesprek", None),
        letter("vrederechter", None),
        letter("fluvius", "fluvius-meter"),
        letter("arbeidsrechtbank", "arbeidsrechtbank"),
        letter("rva", "rva-verhoor", MEETING.model_copy(update={"mode": "court"})),
        letter("vdab", "vdab-job"),
    ],
)
def test_other_letters_give_nothing(found: Letter) -> None:
    assert answers_from_letter(found) == {}
