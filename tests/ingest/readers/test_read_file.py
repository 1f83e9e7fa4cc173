"""Every format gives the text a person sees; what cannot be read is refused with a reason."""

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from ingest.errors import UnreadableFile
from ingest.readers import MAX_BYTES, read_file

TEXT = "Het buurthuis is open op maandag, dinsdag en vrijdag."


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "gids.pdf"
    HTML(string=f"<p>{TEXT}</p><p style='page-break-before: always'>Tweede bladzijde.</p>").write_pdf(file)
    return file


def reason(path: Path) -> str | None:
    with pytest.raises(UnreadableFile) as error:
        read_file(path)
    assert error.value.exit_status == 2
    return error.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "brief.TXT"
    file.write_bytes("Eén café\r\nin Gent".encode(encoding))
    assert read_file(file).pages[0].text == "Eén café\nin Gent"


def test_markdown_without_its_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "gids.md"
    file.write_text(f"---\ntitle: x\n---\n# Gids\n{TEXT}", encoding="utf-8")
    found = read_file(file)
    assert found.headings
    assert found.pages[0].text == f"# Gids\n{TEXT}"


def test_a_web_page_as_a_reader_sees_it(tmp_path: Path) -> None:
    file = tmp_path / "pagina.html"
    file.write_text(
        f"<title>t</title><script>weg()</script><nav>menu</nav><main><h2>Open</h2><p>{TEXT}</p>"
        "<ul><li>een<li>twee</ul></main><footer>voet</footer>", encoding="utf-8",
    )  # fmt: skip
    text = read_file(file).pages[0].text
    assert text.startswith(f"## Open\n\n{TEXT}")
    assert "een" in text and "twee" in text and "eentwee" not in text.replace(" ", "").replace("\n", "|")
    assert not any(word in text for word in ("weg()", "menu", "voet"))


def test_word_with_headings_and_tables(tmp_path: Path) -> None:
    file = tmp_path / "gids.docx"
    document = docx.Document()
    document.add_heading("Gids", 1)
    document.add_paragraph(TEXT)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "maandag", "9 uur"
    document.save(str(file))
    assert read_file(file).pages[0].text == f"# Gids\n\n{TEXT}\n\nmaandag | 9 uur"


def test_pdf_page_by_page(pdf: Path) -> None:
    found = read_file(pdf)
    assert [page.number for page in found.pages] == [1, 2]
    assert TEXT in found.pages[0].text
    assert found.pages[0].source == "text-layer"


def test_a_pdf_that_only_forbids_copying_is_read(pdf: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(pdf))
    writer.encrypt(user_password="", owner_password="x", algorithm="AES-256")
    writer.write(tmp_path / "half.pdf")
    assert TEXT in read_file(tmp_path / "half.pdf").pages[0].text


def test_a_pdf_with_a_password_is_locked(pdf: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(pdf))
    writer.encrypt(user_password="geheim", algorithm="AES-256")
    writer.write(tmp_path / "slot.pdf")
    assert reason(tmp_path / "slot.pdf") == "locked"


def test_limits(tmp_path: Path) -> None:
    with (tmp_path / "groot.txt").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert reason(tmp_path / "groot.txt") == "too-large"
    writer = PdfWriter()
    for _ in range(101):
        writer.add_blank_page(100, 100)
    writer.write(tmp_path / "lang.pdf")
    assert reason(tmp_path / "lang.pdf") == "too-many-pages"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("weg.txt", None, "missing"), ("leeg.pdf", b"", "empty"), ("x.exe", b"MZ", "kind"), ("zonder", b"a", "kind"),
        ("rommel.pdf", b"%PDF-1.7\nrommel", "damaged"), ("rommel.docx", b"PK\x03\x04rommel", "damaged"),
        ("tekst.docx", b"dit is geen Word", "damaged"), ("nul.txt", b"a\0b", "damaged"),
        ("wit.txt", b" \n\t ", "no-text"),
        ("leeg.html", b"<html><body><script>x</script></body></html>", "no-text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(tmp_path: Path, name: str, content: bytes | None, expected: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert reason(tmp_path / name) == expected


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert reason(tmp_path) == "missing"


@pytest.mark.parametrize("cut", [10, 200, 1000, -20])
def test_a_cut_pdf_never_crashes(pdf: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "half.pdf"
    file.write_bytes(pdf.read_bytes()[:cut])
    try:
        assert read_file(file).pages
    except UnreadableFile as error:
        assert error.reason in {"damaged", "no-text"}
