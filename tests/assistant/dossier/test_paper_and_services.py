"""The papers of a dossier, and the file with local services."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from assistant.dossier import (
    Dossier,
    Service,
    Services,
    change,
    fridge_sheet,
    load_services,
    parse_services,
    plan_sheet,
    save_services,
    services_file,
    work_sheet,
)
from assistant.models import Contact
from ingest.errors import DossierError

TODAY = date(2026, 11, 25)
CONTACTS = [Contact(name="OCMW Voorbeeldstad", phone="014 00 00 00", local=True)]


def words(pdf: bytes) -> tuple[str, int]:
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return text.replace("\xa0", " ").replace("\r\n", " "), len(pages)


def test_fridge_sheet_is_one_page_and_says_what_it_leaves_out(dossier: Dossier) -> None:
    for number in range(30):
        title = f"Een taak met een vrij lange naam die over twee regels loopt {number}"
        dossier = change.add_task(dossier, title, TODAY, due=date(2026, 12, 10))
    text, pages = words(fridge_sheet(dossier, TODAY, CONTACTS))
    assert pages == 1
    for wanted in ("Gesprek bij VDAB", "dinsdag 8 december 2026 om 10 uur", "014 00 00 00", "zelf ingevuld",
                   "En nog 27"):  # fmt: skip
        assert wanted in text


def test_a_day_that_has_passed_is_said(dossier: Dossier) -> None:
    assert "Deze dag is voorbij." in words(fridge_sheet(dossier, date(2026, 11, 27)))[0]


def test_fridge_sheet_without_days() -> None:
    assert "Er zijn nu geen dagen" in words(fridge_sheet(Dossier(), TODAY))[0]


def test_plan(dossier: Dossier) -> None:
    dossier = change.tick_task(dossier, dossier.tasks[1].id, TODAY)
    text, pages = words(plan_sheet(dossier, TODAY, CONTACTS))
    assert pages <= 2
    for wanted in ("Bel het OCMW.", "je kaart", "Dit is al gelukt", "Brief van VDAB", "klaar op 25 november 2026",
                   "trots"):  # fmt: skip
        assert wanted in text


def test_what_i_did(dossier: Dossier) -> None:
    text, pages = words(work_sheet(dossier, TODAY))
    assert pages == 1
    for wanted in ("20 november 2026", "Bakkerij Zon", "An", "wachten", "Stempel of bewijs"):
        assert wanted in text


def test_services_come_back_from_the_file(tmp_path: Path) -> None:
    services = Services(
        gemeente="Voorbeeldstad",
        services=(Service(kind="ocmw", name="OCMW Voorbeeldstad", phone="014 00 00 00", hours="9 tot 12 uur"),),
    )
    assert load_services(tmp_path) == Services()
    save_services(tmp_path, services)
    assert load_services(tmp_path) == services == parse_services(services_file(services))
    contact = services.contacts()[0]
    assert (contact.phone, contact.hours, contact.local) == ("014 00 00 00", "9 tot 12 uur", True)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff\xfe", b"version: 2", b"services: [{kind: bakker, name: x}]", b"vreemd: ja", b"{{",
     b"services: [{kind: ocmw, name: x, phone: 'javascript:1'}]", b"!!python/object/apply:os.system [ls]"],
)  # fmt: skip
def test_files_that_hold_no_services(content: bytes) -> None:
    with pytest.raises(DossierError) as error:
        parse_services(content)
    assert error.value.reason == "services"
