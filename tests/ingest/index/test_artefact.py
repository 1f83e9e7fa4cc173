"""The index on disk: built aside, switched in one move, checked, built again when it is damaged."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from ingest import Index, build_index, needs_build, open_index, ready_index, warm
from ingest.errors import IndexBusy, IndexDamaged
from ingest.index import layout
from ingest.index.chunk import Chunk
from ingest.index.probe import is_whole
from ingest.index.vectors import ChromaVectors
from ingest.models import Corpus
from tests.ingest.conftest import CountingEmbedder, make_corpus

OWN = Chunk("own:1#0", "own:1", "gids.pdf", "Fietsen", "Elke maandag lenen wij fietsen uit.", (), 3)


def versions(home: Path) -> list[str]:
    return sorted(path.name for path in layout.index_folder(home).iterdir() if path.is_dir())


def test_what_was_built_is_opened_again(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path) -> None:
    built = build_index(corpus, [OWN], embedder, tmp_path)
    opened = open_index(tmp_path, embedder)
    assert opened.chunks == built.chunks == {**Index.of_corpus(corpus).chunks, OWN.id: OWN}
    for leg in ("words", "grams", "questions", "dense"):
        hits = getattr(built, leg)("waar kan ik een fiets lenen", 5)
        assert hits
        assert getattr(opened, leg)("waar kan ik een fiets lenen", 5) == hits
    assert opened.terms("schuldbemiddeling") == built.terms("schuldbemiddeling")
    assert opened.idf("fiets") == built.idf("fiets")


def test_an_index_is_built_only_when_something_changed(
    corpus: Corpus, changed_corpus: Corpus, embedder: CountingEmbedder, other_embedder: CountingEmbedder, tmp_path: Path
) -> None:
    assert needs_build(tmp_path, corpus, [], embedder)
    ready_index(corpus, [], embedder, tmp_path)
    assert not needs_build(tmp_path, corpus, [], embedder)
    assert needs_build(tmp_path, corpus, [OWN], embedder)
    assert needs_build(tmp_path, changed_corpus, [], embedder)
    assert needs_build(tmp_path, corpus, [], other_embedder)
    ready_index(corpus, [], embedder, tmp_path)
    assert len(versions(tmp_path)) == 1


def test_an_older_analyser_means_a_new_index(
    corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(corpus, [], embedder, tmp_path)
    monkeypatch.setattr("ingest.dutch.VERSION", 999)
    assert needs_build(tmp_path, corpus, [], embedder)


def test_only_changed_text_is_embedded(
    corpus: Corpus, changed_corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    build_index(corpus, [], embedder, tmp_path)
    embedder.embedded.clear()
    build_index(changed_corpus, [], embedder, tmp_path)
    assert len(embedder.embedded) == 1
    assert "bibliotheek" in embedder.embedded[0]


def test_removed_text_leaves_the_cache(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path) -> None:
    build_index(corpus, [OWN], embedder, tmp_path)
    build_index(corpus, [], embedder, tmp_path)
    embedder.embedded.clear()
    build_index(corpus, [OWN], embedder, tmp_path)
    assert embedder.embedded == [OWN.passage]


def test_a_damaged_cache_starts_again(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path) -> None:
    layout.index_folder(tmp_path).mkdir()
    (layout.index_folder(tmp_path) / "embeddings.sqlite").write_bytes(b"no database" * 500)
    assert build_index(corpus, [], embedder, tmp_path).dense("fiets lenen", 1)


def test_old_versions_go_at_the_next_start(
    corpus: Corpus, changed_corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    ready_index(corpus, [], embedder, tmp_path)
    ready_index(changed_corpus, [], embedder, tmp_path)
    assert len(versions(tmp_path)) == 2
    serving = ready_index(changed_corpus, [], embedder, tmp_path).version
    assert serving is not None
    assert versions(tmp_path) == [serving.name]


def test_a_second_builder_is_kept_out_and_the_old_index_serves(
    corpus: Corpus, changed_corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    ready_index(corpus, [], embedder, tmp_path)
    with FileLock(layout.index_folder(tmp_path) / "building.lock"):
        with pytest.raises(IndexBusy):
            build_index(changed_corpus, [], embedder, tmp_path)
        index = ready_index(changed_corpus, [], embedder, tmp_path)
    assert "bibliotheek" not in index.chunks["fiets-lenen#wat"].text


@pytest.mark.parametrize(
    "damage",
    [
        lambda version: (version / "manifest.json").unlink(),
        lambda version: (version / "manifest.json").write_text("{"),
        lambda version: (version / "chunks.json").write_bytes((version / "chunks.json").read_bytes()[:50]),
        lambda version: (version / "vectors.npy").unlink(),
        lambda version: shutil.rmtree(version / "words"),
        lambda version: (version / "variants" / "grams.npz").write_bytes(b""),
        lambda version: (version / "words" / "data.csc.index.npy").write_bytes(
            bytes((version / "words" / "data.csc.index.npy").stat().st_size)
        ),
        shutil.rmtree,
        lambda version: (version.parent / "CURRENT").write_text("../../etc"),
        lambda version: (version.parent / "CURRENT").write_bytes(b"\xff\xfe"),
    ],
)
def test_a_damaged_index_is_built_again(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path, damage) -> None:  # noqa: ANN001
    ready_index(corpus, [], embedder, tmp_path)
    version = layout.current_version(tmp_path)
    assert version is not None
    damage(version)
    with pytest.raises(IndexDamaged):
        open_index(tmp_path, embedder)
    index = ready_index(corpus, [], embedder, tmp_path)
    assert index.words("fiets lenen", 1)[0].chunk_id == "fiets-lenen#wat"
    assert index.version != version


def test_a_killed_build_leaves_the_old_index(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path) -> None:
    old = build_index(corpus, [], embedder, tmp_path).version
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "import ingest.index.artefact as artefact\n"
        "from tests.ingest.conftest import CountingEmbedder, make_corpus\n"
        "write = artefact.write_store\n"
        "def killed(*a):\n    write(*a)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "artefact.write_store = killed\n"
        f"artefact.build_index(make_corpus(fiets_lenen='Anders.'), [], CountingEmbedder(), Path({str(tmp_path)!r}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(Path.cwd())}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(versions(tmp_path)) == 2
    assert open_index(tmp_path, embedder).version == old
    index = ready_index(make_corpus(fiets_lenen="Anders."), [], embedder, tmp_path)
    assert index.chunks["fiets-lenen#wat"].text == "Anders."
    assert index.version is not None
    assert is_whole(index.version)


def _read_until(home: str, stop: str, failures: "multiprocessing.Queue[str]") -> None:
    seen = 0
    while not Path(stop).exists():
        try:
            index = open_index(Path(home), CountingEmbedder())
            seen += bool(index.words("fiets lenen", 1)) and bool(index.dense("fiets lenen", 1))
        except Exception as error:  # noqa: BLE001  any error is the finding
            failures.put(repr(error))
            return
    failures.put("" if seen else "nothing read")


def test_a_second_process_reads_while_the_first_writes(
    corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    ready_index(corpus, [], embedder, tmp_path)
    context = multiprocessing.get_context("spawn")
    failures: multiprocessing.Queue[str] = context.Queue()
    reader = context.Process(target=_read_until, args=(str(tmp_path), str(tmp_path / "stop"), failures))
    reader.start()
    for number in range(6):
        ready_index(make_corpus(fiets_lenen=f"Nummer {number} leent fietsen."), [], embedder, tmp_path)
        time.sleep(0.3)
    (tmp_path / "stop").touch()
    assert failures.get(timeout=60) == ""
    reader.join(timeout=30)


def test_a_deleted_vector_folder_is_seen_and_built_again(
    corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    index = build_index(corpus, [], embedder, tmp_path)
    version = index.version
    assert version is not None
    assert is_whole(version)
    shutil.rmtree(version / "chroma")
    assert not is_whole(version)
    warmed = warm(open_index(tmp_path, embedder), lambda: ready_index(corpus, [], embedder, tmp_path))
    assert warmed.version != version
    assert isinstance(warmed.vectors, ChromaVectors)
    assert warmed.dense("fiets lenen", 1)[0].chunk_id.startswith("fiets-lenen")


def test_a_damaged_vector_folder_does_no_harm_while_another_builds(
    corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path
) -> None:
    index = build_index(corpus, [], embedder, tmp_path)
    assert index.version is not None
    shutil.rmtree(index.version / "chroma")
    with FileLock(layout.index_folder(tmp_path) / "building.lock"):
        warmed = warm(index, lambda: ready_index(corpus, [], embedder, tmp_path))
    assert warmed.dense("fiets lenen", 1)[0].chunk_id.startswith("fiets-lenen")


def test_a_whole_index_is_warmed_in_place(corpus: Corpus, embedder: CountingEmbedder, tmp_path: Path) -> None:
    build_index(corpus, [], embedder, tmp_path)
    index = open_index(tmp_path, embedder)
    before = index.dense("fiets lenen", 3)
    assert warm(index, pytest.fail) is index  # type: ignore[arg-type]
    assert isinstance(index.vectors, ChromaVectors)
    assert [hit.chunk_id for hit in index.dense("fiets lenen", 3)] == [hit.chunk_id for hit in before]


def test_unchanged_takes_no_time(embedder: CountingEmbedder, corpus: Corpus, tmp_path: Path) -> None:
    own = [OWN._replace(id=f"own:1#{n}", text=f"Tekst {n} over fietsen en tuinen.") for n in range(2000)]
    ready_index(corpus, own, embedder, tmp_path)
    started = time.perf_counter()
    ready_index(corpus, own, embedder, tmp_path)
    assert time.perf_counter() - started < 1
