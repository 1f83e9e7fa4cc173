"""Local services in answers, letters and contacts."""

from pathlib import Path

import pytest

from assistant.dossier import Service, Services, save_services
from assistant.local import FILE, Local
from assistant.models import Answer, Contact, Helper, Letter, Sender
from ingest.models import Organisation

BODIES = {
    "ocmw": Organisation(id="ocmw", name="Het OCMW van je gemeente", does="Het helpt.", local=True, source="x"),
    "vdab": Organisation(id="vdab", name="VDAB", does="Het helpt.", phone="0800 30 700", source="x"),
}
GENERAL = Contact(name="Het OCMW van je gemeente", local=True)
VDAB = Contact(name="VDAB", phone="0800 30 700")
MINE = Services(
    services=(
        Service(kind="ocmw", name="OCMW Voorbeeldstad", phone="014 00 00 00", hours="9 tot 12", address="Markt 1"),
        Service(kind="outreacher", name="An", phone="0470 00 00 00"),
        Service(kind="andere", name="VDAB", phone="000"),
    )
)
OWN = Contact(name="OCMW Voorbeeldstad", phone="014 00 00 00", hours="9 tot 12 · Markt 1", local=True)


def answer(kind: str) -> Answer:
    return Answer.model_validate(
        {"question": "x", "kind": kind, "label": "answer", "summary": "x", "answer": "x", "contacts": (GENERAL, VDAB)}
    )


def test_nothing_entered_changes_nothing(tmp_path: Path) -> None:
    local = Local(tmp_path, BODIES)
    assert local.contacts([GENERAL]) == (GENERAL,)
    assert local.in_answer(answer("answer")) == answer("answer")


def test_the_own_number_takes_the_place_of_the_general_one(tmp_path: Path) -> None:
    save_services(tmp_path, MINE)
    local = Local(tmp_path, BODIES)
    assert local.contacts([VDAB, GENERAL]) == (VDAB, OWN)
    assert [row.name for row in local.in_answer(answer("answer")).contacts] == ["OCMW Voorbeeldstad", "VDAB", "An"]
    assert [row.name for row in local.in_answer(answer("crisis")).contacts] == ["OCMW Voorbeeldstad", "VDAB"]


def test_helpers_of_a_letter(tmp_path: Path) -> None:
    save_services(tmp_path, MINE)
    letter = Letter(
        file="x", language="nl", pages=1, text_source="text-layer", sender=Sender(name="x", kind="ocmw"), kind=None,
        letter_date=None, confidence=1, summary="x",
        helpers=(Helper(name="Het OCMW van je gemeente"), Helper(name="VDAB")),
    )  # fmt: skip
    assert Local(tmp_path, BODIES).in_letter(letter).helpers == (
        Helper(name="OCMW Voorbeeldstad", phone="014 00 00 00", local=True), Helper(name="VDAB"),
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"{{", b"services: 3", b"\xff"])
def test_a_damaged_file_breaks_no_answer(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert Local(tmp_path, BODIES).contacts([GENERAL]) == (GENERAL,)
