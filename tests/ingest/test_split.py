"""Pieces of about a paragraph, with page and heading."""

from ingest.models import PageText, ReadFile
from ingest.split import PIECE, split_file

LONG = " ".join(f"Dit is zin nummer {n}." for n in range(200))


def read(*texts: str, headings: bool = False) -> ReadFile:
    pages = tuple(PageText(number=n, text=text) for n, text in enumerate(texts, start=1))
    return ReadFile(name="gids.md", pages=pages, headings=headings)


def test_headings_become_a_path() -> None:
    text = "# Gids\nWelkom bij ons buurthuis.\n\n## Fietsen\nElke maandag lenen wij fietsen uit."
    pieces = split_file(read(text, headings=True))
    assert [piece.metadata["heading"] for piece in pieces] == ["Gids", "Gids > Fietsen"]
    assert pieces[1].page_content == "Elke maandag lenen wij fietsen uit."
    assert pieces[1].metadata["source"] == "gids.md"


def test_long_text_is_cut_at_the_end_of_a_sentence() -> None:
    pieces = split_file(read(LONG))
    assert len(pieces) > 4
    assert all(len(piece.page_content) <= PIECE for piece in pieces)
    assert all(piece.page_content.endswith(".") for piece in pieces)
    assert "zin nummer 199." in pieces[-1].page_content


def test_pages_stay_apart_and_loose_words_fall() -> None:
    pieces = split_file(read("Deze bladzijde gaat over fietsen.", "  3  ", "Deze bladzijde gaat over tuinen."))
    assert [piece.metadata["page"] for piece in pieces] == [1, 3]


def test_hyphens_at_the_end_of_a_line_are_mended() -> None:
    assert "kinderopvang" in split_file(read("Wij zoeken samen kinder-\nopvang voor je kind."))[0].page_content


def test_nothing_gives_nothing() -> None:
    assert split_file(read("")) == []
    assert split_file(read("# Kop", headings=True)) == []
