"""Scans and photos, drawn in the test: the text comes back, and what is too poor is refused."""

import re
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from assistant.evals import drawn
from assistant.evals.scans import error_rate
from ingest.errors import UnreadableFile
from ingest.models import ReadFile
from ingest.readers import ocr, read_file, read_pages, scan

pytestmark = [
    pytest.mark.ocr,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="no Tesseract on this machine"),
]
LETTER = """Sociaal Huis Zandvliet
Molenplein 4
9999 ZANDVLIET
                                     De heer Jan Peeters
                                     Kerkstraat 12
                                     9999 ZANDVLIET

Zandvliet, 16 november 2026
Ons kenmerk: SH/2026/0417

Beste heer Peeters

Je vroeg een leefloon aan op 9 november 2026. Om je aanvraag te
onderzoeken hebben we nog papieren nodig. Bezorg ze ons ten laatste
op 30 november 2026. Breng mee: je identiteitskaart, de bewijzen van
je inkomen en de uittreksels van je rekening.

Betaalde je al 1.234,56 euro huur? Breng dan ook het bewijs mee.
Rekening: BE68 5390 0754 7034. Vragen? Bel 09 399 41 26.

Met vriendelijke groeten
Griet Van Loocke, maatschappelijk werker
"""
FACTS = ("30 november 2026", "1.234,56", "BE68 5390 0754 7034", "09 399 41 26", "SH/2026/0417")


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("paper") / "brief.pdf"
    drawn.write_pdf(LETTER, file)
    return file


@pytest.fixture(scope="session")
def page(pdf: Path) -> drawn.Grey:
    return drawn.render(pdf, 200)[0]


@pytest.fixture(scope="session")
def fine_page(pdf: Path) -> drawn.Grey:
    return drawn.render(pdf, 300)[0]


def read(picture: drawn.Grey, file: Path, **options: object) -> ReadFile:
    Image.fromarray(picture).save(file, **options)
    return read_file(file)


def assert_whole(found: ReadFile, most_wrong: float) -> None:
    text = found.pages[0].text
    assert error_rate(LETTER, text) <= most_wrong
    assert all(fact in re.sub(r"\s+", " ", text) for fact in FACTS)
    assert found.pages[0].source == "ocr"
    assert found.pages[0].confidence is not None and found.pages[0].confidence > 0.88
    assert not found.warnings


@pytest.mark.parametrize(("noise", "degrees"), [(9, 1), (9, 8), (25, 2)])
def test_a_scan(page: drawn.Grey, tmp_path: Path, noise: float, degrees: float) -> None:
    assert_whole(read(drawn.scan(page, 5, noise=noise, degrees=degrees), tmp_path / "scan.png"), 0.01)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head(page: drawn.Grey, tmp_path: Path, turns: int) -> None:
    assert_whole(read(np.rot90(drawn.scan(page, 6), turns), tmp_path / "scan.png"), 0.01)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_photo_with_perspective_and_shadow(fine_page: drawn.Grey, tmp_path: Path, seed: int) -> None:
    assert_whole(read(drawn.photo(fine_page, seed), tmp_path / "foto.jpg", quality=88), 0.01)


def test_a_soft_photo_loses_no_line(fine_page: drawn.Grey, tmp_path: Path) -> None:
    assert_whole(read(drawn.photo(fine_page, 2, blur=2.0), tmp_path / "foto.jpg", quality=88), 0.01)


def test_a_doubtful_photo_warns(fine_page: drawn.Grey, tmp_path: Path) -> None:
    found = read(drawn.photo(fine_page, 2, height=1150), tmp_path / "foto.jpg", quality=88)
    assert found.warnings == ("warn.scan",)
    assert error_rate(LETTER, found.pages[0].text) < 0.05


@pytest.mark.parametrize("options", [{"height": 800}, {"blur": 4.0}])
def test_a_poor_photo_is_refused(fine_page: drawn.Grey, tmp_path: Path, options: dict[str, float]) -> None:
    with pytest.raises(UnreadableFile) as error:
        read(drawn.photo(fine_page, 2, **options), tmp_path / "foto.jpg", quality=88)
    assert error.value.reason == "photo"
    assert error.value.values["file"] == "foto.jpg"


@pytest.mark.parametrize(("orientation", "turns"), [(3, 2), (6, 1), (8, 3)])
def test_the_turn_that_the_camera_noted(page: drawn.Grey, tmp_path: Path, orientation: int, turns: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert_whole(read(np.rot90(page, turns), tmp_path / "foto.jpg", exif=exif, quality=90), 0.01)


@pytest.mark.parametrize(("name", "mode"), [("a.webp", "RGB"), ("a.tif", "1"), ("a.png", "RGBA"), ("a.png", "I;16")])
def test_other_formats_and_colours(page: drawn.Grey, tmp_path: Path, name: str, mode: str) -> None:
    picture = Image.fromarray(page)
    if mode == "I;16":
        picture = Image.fromarray(page.astype(np.uint16) * 257)
    elif mode == "RGBA":
        picture = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        picture.paste((0, 0, 0, 255), mask=Image.fromarray(255 - page))
    else:
        picture = picture.convert(mode)
    picture.save(tmp_path / name)
    assert_whole(read_file(tmp_path / name), 0.02)


def test_a_tiff_of_two_pages_and_a_pdf_that_is_a_scan(page: drawn.Grey, tmp_path: Path) -> None:
    first, blank = Image.fromarray(page), Image.new("L", (1654, 2339), 250)
    for name in ("twee.tiff", "twee.pdf"):
        first.save(tmp_path / name, save_all=True, append_images=[blank], resolution=200)
        found = read_file(tmp_path / name)
        assert [p.number for p in found.pages] == [1, 2]
        assert error_rate(LETTER, found.pages[0].text) <= 0.02
        assert not found.pages[1].text.strip()


def test_a_text_layer_beside_a_photo_is_one_letter(pdf: Path, page: drawn.Grey, tmp_path: Path) -> None:
    Image.fromarray(drawn.scan(page, 9)).save(tmp_path / "blad2.png")
    Image.new("L", (900, 1200), 245).save(tmp_path / "leeg.png")
    heard: list[int] = []
    found = read_pages([pdf, tmp_path / "blad2.png", tmp_path / "leeg.png"], progress=heard.append)
    assert [p.source for p in found.pages] == ["text-layer", "ocr"]
    assert heard == [1, 2, 3]
    assert found.name == "brief.pdf, blad2.png"


def test_text_that_a_scanner_hid_under_its_picture_is_not_trusted(pdf: Path, page: drawn.Grey, tmp_path: Path) -> None:
    from weasyprint import HTML

    Image.fromarray(page).save(tmp_path / "blad.png")
    HTML(
        string="<style>@page{size:A4;margin:0}img{width:210mm;height:297mm}p{position:absolute;top:0}</style>"
        "<img src=blad.png><p>Gescand met een app</p>", base_url=str(tmp_path),
    ).write_pdf(tmp_path / "app.pdf")  # fmt: skip
    found = read_file(tmp_path / "app.pdf")
    assert found.pages[0].source == "ocr"
    assert "30 november 2026" in found.pages[0].text


def test_a_sheet_that_bends(fine_page: drawn.Grey, tmp_path: Path) -> None:
    shot = drawn.photo(fine_page, 4)
    down, across = np.indices(shot.shape, np.float32)
    bend = 40 * np.sin(across / shot.shape[1] * np.pi)
    bent = cv2.remap(shot, across, (down + bend).astype(np.float32), cv2.INTER_LINEAR)
    assert_whole(read(bent, tmp_path / "foto.jpg", quality=88), 0.01)


@pytest.mark.parametrize("degrees", [-20, 30])
def test_a_sheet_that_lies_askew(fine_page: drawn.Grey, tmp_path: Path, degrees: float) -> None:
    shot = drawn.photo(fine_page, 4)
    height, width = shot.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.8)
    assert_whole(read(cv2.warpAffine(shot, matrix, (width, height), borderValue=70), tmp_path / "foto.png"), 0.01)


def test_a_screen_at_night(page: drawn.Grey, tmp_path: Path) -> None:
    assert_whole(read(np.asarray(255 - page, np.uint8), tmp_path / "scherm.png"), 0.01)


def test_a_page_of_which_most_was_not_read_is_refused(page: drawn.Grey, monkeypatch: pytest.MonkeyPatch) -> None:
    few = ocr.Recognised("Bladzijde 1 van 2", 0.95, 14)
    monkeypatch.setattr(ocr, "recognise", lambda *_, **__: few)
    with pytest.raises(UnreadableFile) as error:
        scan.read_picture(page, 1, camera=True)
    assert error.value.reason == "photo"
    assert scan.read_picture(page, 1, camera=False)[1] == ("warn.scan",)
