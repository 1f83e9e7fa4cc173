"""Documents of the team: added, changed, removed, skipped, kept as text."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

from ingest import ingest_paths, open_index, own_chunks, ready_index
from ingest.errors import IndexBusy
from ingest.index.layout import index_folder
from ingest.models import Corpus
from tests.ingest.conftest import CountingEmbedder

BIKES = "# Fietsen\n\nElke maandag lenen wij gratis fietsen uit aan wie geen auto heeft.\n"
MEALS = "Een warme maaltijd kost vier euro in ons sociaal restaurant."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "documenten"
    (found / "sub").mkdir(parents=True)
    (found / "fietsen.md").write_text(BIKES, encoding="utf-8")
    (found / "sub" / "maaltijd.txt").write_text(MEALS, encoding="utf-8")
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_files_are_added_once(folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder) -> None:
    first = ingest_paths([folder], home, corpus, embedder)
    assert (first.added, first.changed, first.removed, first.unchanged, first.chunks) == (2, 0, 0, 0, 2)
    index = open_index(home, embedder)
    hit = index.words("gratis fietsen lenen zonder auto", 1)[0]
    chunk = index.chunks[hit.chunk_id]
    assert chunk.is_own
    assert (chunk.title, chunk.heading, chunk.page) == ("fietsen.md", "Fietsen", 1)
    embedder.embedded.clear()
    again = ingest_paths([folder, folder / "fietsen.md"], home, corpus, embedder)
    assert (again.added, again.unchanged, again.chunks) == (0, 2, 2)
    assert embedder.embedded == []
    assert open_index(home, embedder).version == index.version


def test_a_changed_file_replaces_the_old_text(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder
) -> None:
    ingest_paths([folder], home, corpus, embedder)
    (folder / "sub" / "maaltijd.txt").write_text(MEALS.replace("vier", "vijf"), encoding="utf-8")
    report = ingest_paths([folder], home, corpus, embedder)
    assert (report.changed, report.unchanged) == (1, 1)
    texts = [chunk.text for chunk in own_chunks(home)]
    assert any("vijf euro" in text for text in texts)
    assert not any("vier euro" in text for text in texts)


def test_a_vanished_file_goes_with_its_folder_only(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "los.txt"
    elsewhere.write_text("De sociale kruidenier is open op woensdag.", encoding="utf-8")
    ingest_paths([folder, elsewhere], home, corpus, embedder)
    (folder / "fietsen.md").unlink()
    elsewhere.unlink()
    assert ingest_paths([folder / "sub"], home, corpus, embedder).removed == 0
    report = ingest_paths([folder], home, corpus, embedder)
    assert (report.removed, report.unchanged, report.chunks) == (1, 1, 2)
    hits = open_index(home, embedder).words("elke maandag fietsen voor wie geen auto heeft", 5)
    assert not any(hit.chunk_id.startswith("own:") for hit in hits)


def test_what_cannot_be_read_is_skipped_by_name(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder
) -> None:
    (folder / "leeg.txt").touch()
    (folder / "foto.xyz").write_bytes(b"x")
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.4 junk")
    (folder / ".verborgen.txt").write_text("niet lezen", encoding="utf-8")
    report = ingest_paths([folder, folder / "weg.txt"], home, corpus, embedder)
    assert {(row.file, row.why) for row in report.skipped} == {
        ("leeg.txt", "error.unreadable-file.empty"), ("foto.xyz", "error.unreadable-file.kind"),
        ("stuk.pdf", "error.unreadable-file.damaged"), ("weg.txt", "error.unreadable-file.missing"),
    }  # fmt: skip
    assert report.added == 2


def test_a_new_index_needs_no_originals(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder, other_embedder: CountingEmbedder
) -> None:
    ingest_paths([folder], home, corpus, embedder)
    for file in [*folder.rglob("*.md"), *folder.rglob("*.txt")]:
        file.unlink()
    index = ready_index(corpus, own_chunks(home), other_embedder, home)
    assert sum(chunk.is_own for chunk in index.chunks.values()) == 2


def test_the_same_text_in_two_places_counts_once(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder
) -> None:
    (folder / "kopie.md").write_text(BIKES, encoding="utf-8")
    report = ingest_paths([folder], home, corpus, embedder)
    assert (report.added, report.chunks) == (3, 2)


def test_a_damaged_record_is_read_again(folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder) -> None:
    ingest_paths([folder], home, corpus, embedder)
    next((home / "own").glob("*.json")).write_text("{", encoding="utf-8")
    report = ingest_paths([folder], home, corpus, embedder)
    assert (report.added, report.unchanged, report.chunks) == (1, 1, 2)


def test_while_another_process_builds_the_texts_are_kept(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder
) -> None:
    index_folder(home).mkdir(parents=True)
    with FileLock(index_folder(home) / "building.lock"), pytest.raises(IndexBusy):
        ingest_paths([folder], home, corpus, embedder)
    report = ingest_paths([folder], home, corpus, embedder)
    assert (report.unchanged, report.chunks) == (2, 2)
    assert any(chunk.is_own for chunk in open_index(home, embedder).chunks.values())


@pytest.mark.skipif(os.name == "nt", reason="folder modes are POSIX")
def test_the_folder_of_own_texts_is_private(
    folder: Path, home: Path, corpus: Corpus, embedder: CountingEmbedder
) -> None:
    ingest_paths([folder], home, corpus, embedder)
    assert (home / "own").stat().st_mode & 0o077 == 0
