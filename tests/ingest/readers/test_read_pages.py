"""Several files are the pages of one letter."""

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers import read_pages


def test_files_in_the_given_order_with_pages_numbered_on(tmp_path: Path) -> None:
    for name, text in (("b.txt", "Eerste blad."), ("a.txt", "Tweede blad.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = read_pages([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert found.name == "b.txt, a.txt"
    assert [(page.number, page.text) for page in found.pages] == [(1, "Eerste blad."), (2, "Tweede blad.")]


def test_one_bad_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "goed.txt").write_text("Tekst.", encoding="utf-8")
    with pytest.raises(UnreadableFile) as error:
        read_pages([tmp_path / "goed.txt", tmp_path / "weg.txt"])
    assert error.value.values["file"] == "weg.txt"


def test_no_files_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no files"):
        read_pages([])
