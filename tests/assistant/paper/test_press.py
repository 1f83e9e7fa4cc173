"""What comes out of the press: pages, words, tags, language; and what happens without Pango."""

import builtins
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from assistant.models import Contact, Walk, WalkStep
from assistant.paper import Note, Part, Row, call_sheet, checklist_sheet, sheet_pdf
from ingest.errors import PaperMissing

TODAY = date(2026, 11, 25)
ROOT = Path(__file__).resolve().parents[3]


def words(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_bounded().replace("\xa0", " ") for page in pages)


def sheet() -> bytes:
    parts = [
        Part(title="Dit neem ik mee", picture="bag", look="ticks", rows=("identiteitskaart", "briefje van de crèche")),
        Part(title="Dit zeg ik", look="say", rows=("Ik wil werken.",)),
        Part(title="Dagen", look="days", rows=(Row(text="Bel VDAB", day=date(2026, 12, 4)),), wide=True),
        Part(title="Niets", rows=()),
        Part(title="Wat ik deed", look="grid", heads=("Dag", "Bedrijf"), cells=(("2 dec", "Bakkerij Zon"), ("", ""))),
        call_sheet([Contact(name="An", phone="0470 00 00 00", local=True), Contact(name="Zonder nummer")]),
    ]
    return sheet_pdf("Dinsdag 8 december", parts, over="Mijn blad", lead="Om 10 uur.", foot="Gemaakt.", columns=2)


def test_everything_stands_on_the_sheet() -> None:
    found = words(sheet())
    for wanted in ("Dinsdag 8 december", "briefje van de crèche", "“Ik wil werken.”", "Bel VDAB", "dec", "Bakkerij Zon",
                   "0470 00 00 00", "zelf ingevuld", "Gemaakt."):  # fmt: skip
        assert wanted in found
    assert "Niets" not in found and "Zonder nummer" not in found


def test_the_pdf_is_tagged_and_dutch_and_a4() -> None:
    reader = PdfReader(BytesIO(sheet()))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None and reader.metadata.title == "Dinsdag 8 december"
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


def test_our_own_letter_is_in_the_pdf() -> None:
    fonts = PdfReader(BytesIO(sheet())).pages[0]["/Resources"]["/Font"]
    assert all("Lees" in str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_the_letter_is_the_one_of_the_screen() -> None:
    for name in ("lees-400.woff2", "lees-700.woff2", "OFL.txt"):
        assert (ROOT / "assistant/paper/fonts" / name).read_bytes() == (ROOT / "ui/fonts" / name).read_bytes()


def test_body_text_is_14_points_or_more() -> None:
    css = (ROOT / "assistant/paper/sheet.css").read_text(encoding="utf-8")
    body = "\n".join(line for line in css.splitlines() if "@page" not in line)
    sizes = [float(size) for size in re.findall(r"([\d.]+)pt", body)]
    assert len(sizes) > 5
    assert min(sizes) >= 14


def test_html_in_words_is_only_words() -> None:
    evil = '<img src="file:///etc/hostname"><script>x</script> & {{}}'
    found = words(sheet_pdf(evil, [Part(title=evil, rows=(Row(text=evil, notes=(Note(label=evil, text=evil),)),))]))
    assert found.count("<script>") == 5


def test_a_long_list_runs_over_and_loses_nothing() -> None:
    rows = tuple(Row(text=f"stap {n} doen", notes=(Note(label="Neem mee:", text=f"papier {n}"),)) for n in range(60))
    found = words(sheet_pdf("Lang", [Part(title="Wat", look="ticks", rows=rows)]))
    assert [n for n in range(60) if f"stap {n} doen" not in found or f"papier {n}" not in found] == []


def test_a_long_part_starts_on_the_first_page() -> None:
    rows = tuple(Row(text=f"stap {n}") for n in range(60))
    first = pypdfium2.PdfDocument(sheet_pdf("Lang", [Part(title="Wat", look="ticks", rows=rows)]))[0]
    assert "stap 3" in first.get_textpage().get_text_bounded()


def test_checklist_of_a_walk() -> None:
    step = WalkStep(id="a", text="Bel het OCMW.", bring=("je kaart",), say="Ik vraag een leefloon.", who="together",
                    deadline={"date": "2026-12-05", "do_by": "2026-12-04"}, if_it_fails="Ga langs.")  # fmt: skip
    walk = Walk(id="x", title="Een leefloon vragen", intro="Kort.", answers={}, open=(), steps=(step,),
                done_when="Je hebt een bewijs.", next="Wacht 30 dagen.",
                contacts=(Contact(name="OCMW", phone="014 00 00 00"),))  # fmt: skip
    found = words(checklist_sheet(walk, TODAY))
    for wanted in ("Een leefloon vragen", "vrijdag 4 december 2026", "je kaart", "samen", "Je hebt een bewijs.",
                   "014 00 00 00"):  # fmt: skip
        assert wanted in found


def test_without_pango_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def broken(name: str, *rest: object, **more: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(PaperMissing):
        sheet_pdf("x", [Part(rows=("y",))])
