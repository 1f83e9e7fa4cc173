"""OpenDocument, mail, letterheads in Word, PDF layout, text without marks."""

import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from ingest.errors import UnreadableFile
from ingest.readers import read_file
from ingest.readers.ocr import available
from ingest.readers.pdf import _is_text

ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:text><text:h text:outline-level="2">Open</text:h><text:p>Op <text:span>maandag</text:span>
<text:tab/>9 uur</text:p><text:list><text:list-item><text:p>een</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>huur</text:p></table:table-cell>
<table:table-cell><text:p>50 euro</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def write_odt(file: Path, content: str = ODT, manifest: str = "<m/>") -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return file


def test_opendocument(tmp_path: Path) -> None:
    text = read_file(write_odt(tmp_path / "gids.odt")).pages[0].text
    assert text.split("\n\n") == ["## Open", "Op maandag\n   9 uur", "een", "huur | 50 euro"]


def test_opendocument_with_a_password_or_an_entity(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_file(write_odt(tmp_path / "slot.odt", manifest="<encryption-data/>"))
    assert error.value.reason == "locked"
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    trick = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + ODT.replace("maandag", "&e;")
    assert "geheim" not in read_file(write_odt(tmp_path / "truc.odt", trick)).pages[0].text


def test_mail_as_text_and_as_page(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Griet <griet@voorbeeld.be>", "Afspraak één"
    mail.set_content("Kom je dinsdag?")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    head = "From: Griet <griet@voorbeeld.be>\nSubject: Afspraak één"
    assert read_file(tmp_path / "a.eml").pages[0].text == f"{head}\n\nKom je dinsdag?"
    mail.set_content("<p>Kom je <b>woensdag</b>?</p>", subtype="html")
    (tmp_path / "b.eml").write_bytes(mail.as_bytes())
    assert read_file(tmp_path / "b.eml").pages[0].text.endswith("Kom je woensdag?")


def test_no_mail(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"\n\nzomaar wat")
    with pytest.raises(UnreadableFile) as error:
        read_file(tmp_path / "a.eml")
    assert error.value.reason == "damaged"


def test_the_letterhead_of_a_word_letter(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sociaal Huis Zandvliet"
    document.sections[0].footer.paragraphs[0].text = "Bel 09 399 41 26"
    document.add_paragraph("Beste heer Peeters")
    document.save(str(tmp_path / "brief.docx"))
    text = read_file(tmp_path / "brief.docx").pages[0].text
    assert text == "Sociaal Huis Zandvliet\n\nBeste heer Peeters\n\nBel 09 399 41 26"


def test_a_pdf_in_columns_and_turned(tmp_path: Path) -> None:
    line = "<p>Dit is zin nummer {} van de brief en die is lang genoeg voor twee regels in een kolom.</p>"
    style = "<style>div{columns:2;column-gap:1cm;font:11pt sans-serif}</style>"
    HTML(string=f"{style}<div>{''.join(map(line.format, range(8)))}</div>").write_pdf(tmp_path / "kolom.pdf")
    text = read_file(tmp_path / "kolom.pdf").pages[0].text
    assert [text.index(f"nummer {n}") for n in range(8)] == sorted(text.index(f"nummer {n}") for n in range(8))
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "kolom.pdf"))
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "gedraaid.pdf")
    turned = read_file(tmp_path / "gedraaid.pdf").pages[0]
    assert turned.source == "text-layer" and all(f"nummer {n}" in turned.text for n in range(8))


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("We willen samen met jou overlopen hoe je zoektocht verloopt.", True),
        ("Vous êtes invité à vous présenter au bureau le 3 décembre.", True),
        ("Blz. 1/2", False), ("\ue001\ue002\ue003" * 30, False),
        ("Xf xjmmfo tbnfo nfu kpv pwfsmpqfo ipf kf apfluphdu", False),
    ],
)  # fmt: skip
def test_what_is_a_real_text_layer(text: str, real: bool) -> None:
    assert _is_text(text) is real


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Eén café in Gent is open.".encode(encoding))
    assert read_file(tmp_path / "a.txt").pages[0].text == "Eén café in Gent is open."


def test_without_tesseract_only_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    from ingest.readers import ocr
    from ingest.readers.worker import answers

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "WINDOWS", str(tmp_path / "none.exe"))
    ocr._program.cache_clear()
    ocr._languages.cache_clear()
    try:
        HTML(string="<p>Het buurthuis is open op maandag, dinsdag en vrijdag.</p>").write_pdf(tmp_path / "a.pdf")
        Image.new("L", (400, 400), 200).save(tmp_path / "b.png")
        assert not available()
        assert next(answers(tmp_path / "a.pdf", "pdf"))["page"]["source"] == "text-layer"
        assert next(answers(tmp_path / "b.png", "image"))["error"]["reason"] == "no-tesseract"
    finally:
        ocr._program.cache_clear()
        ocr._languages.cache_clear()
