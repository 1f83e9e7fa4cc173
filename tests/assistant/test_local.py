"""Local services in answers, letters and contacts."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from assistant.appointment import sheet_paper
from assistant.build import build_wegwijs
from assistant.dossier import Service, Services, save_services
from assistant.local import FILE, Local
from assistant.models import Answer, Contact, Helper, Letter, Sender
from assistant.settings import Settings
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
        Service(kind="digipunt", name="Digipunt Zuid", phone="014 11 11 11"),
        Service(kind="andere", name="Zonder nummer"),
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
    names = ["OCMW Voorbeeldstad", "VDAB", "An", "Digipunt Zuid"]
    for kind in ("answer", "abstain", "out_of_scope"):
        assert [row.name for row in local.in_answer(answer(kind)).contacts] == names
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
        Helper(name="An", phone="0470 00 00 00", local=True),
        Helper(name="Digipunt Zuid", phone="014 11 11 11", local=True),
    )  # fmt: skip


def test_the_team_stands_on_the_walk_the_sheet_and_the_rights(tmp_path: Path) -> None:
    save_services(tmp_path, MINE)
    wegwijs = build_wegwijs(Settings(home=tmp_path, today=date(2026, 11, 25)))
    team = ["OCMW Voorbeeldstad", "An", "Digipunt Zuid"]
    assert [row.name for row in wegwijs.prepare_appointment({}).contacts] == team
    rights = wegwijs.check_rights({})
    assert [row.name for row in rights.contacts] == team
    assert OWN in [row.contact for row in (*rights.likely, *rights.maybe)]
    walked = wegwijs.walk("leefloon-aanvragen", {})
    assert {"OCMW Voorbeeldstad", "An", "Digipunt Zuid"} <= {row.name for row in walked.contacts if row.local}
    pages = PdfReader(BytesIO(sheet_paper(wegwijs.prepare_appointment({})))).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "0470 00 00 00" in words.replace("\u00a0", " ") and "zelf ingevuld" in words


@pytest.mark.parametrize("content", [b"{{", b"services: 3", b"\xff"])
def test_a_damaged_file_breaks_no_answer(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert Local(tmp_path, BODIES).contacts([GENERAL]) == (GENERAL,)


def test_each_of_two_answers_has_the_own_number(tmp_path: Path) -> None:
    save_services(tmp_path, MINE)
    both = answer("answer").model_copy(update={"parts": (answer("answer"), answer("answer"))})
    found = Local(tmp_path, BODIES).in_answer(both)
    assert [OWN in part.contacts for part in found.parts] == [True, True]


def test_the_text_names_the_own_number_too(tmp_path: Path) -> None:
    save_services(tmp_path, MINE)
    text = "x\n\nWie helpt je?\n- Het OCMW van je gemeente\n- VDAB: 0800 30 700"
    told = answer("answer").model_copy(update={"answer": text})
    lines = Local(tmp_path, BODIES).in_answer(told).answer.splitlines()
    assert lines[-2:] == ["- OCMW Voorbeeldstad: 014 00 00 00 (9 tot 12 · Markt 1)", "- VDAB: 0800 30 700"]
