"""Chroma finds what an exact search finds, and the exact search steps in when Chroma fails."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from ingest.index.chunk import Chunk
from ingest.index.layout import Manifest, write_manifest
from ingest.index.probe import is_whole
from ingest.index.vectors import ChromaVectors, ExactVectors, collection_name, open_store, write_store
from tests.ingest.conftest import CountingEmbedder

WORDS = "fiets tuin hond brief huur school bus dokter kind bank water gas licht werk taal"


@pytest.fixture
def chunks() -> list[Chunk]:
    chance = np.random.default_rng(5)
    return [
        Chunk(f"d{n}#s", f"d{n}", f"titel {n}", "", " ".join(chance.choice(WORDS.split(), 6))) for n in range(1500)
    ]


def test_chroma_equals_exact_search_and_a_lost_hnsw_folder_is_noticed(chunks: list[Chunk], tmp_path: Path) -> None:
    embedder = CountingEmbedder()
    vectors = np.array(embedder.embed_documents([chunk.passage for chunk in chunks]), dtype=np.float32)
    write_store(tmp_path, chunks, vectors, embedder)
    exact = ExactVectors([chunk.id for chunk in chunks], vectors, embedder)
    chroma = ChromaVectors(open_store(tmp_path, embedder), exact)
    for question in ("fiets en tuin", "brief van de school", "dokter"):
        ours, theirs = exact.search(question, 10), chroma.search(question, 10)
        assert [hit.score for hit in theirs] == pytest.approx([hit.score for hit in ours], abs=1e-4)
    assert chroma.search("", 10) == exact.search("", 10) == []

    (tmp_path / "chunks.json").write_text(json.dumps(chunks), encoding="utf-8")
    what = {"format": 1, "analyser": 1, "embedder": embedder.id, "dimension": 64, "corpus": "", "own": "", "files": {}}
    write_manifest(tmp_path, Manifest.model_validate({**what, "chunks": len(chunks)}))
    assert is_whole(tmp_path)
    for folder in (tmp_path / "chroma").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    assert not is_whole(tmp_path)


def test_a_failing_store_gives_the_exact_answer(chunks: list[Chunk]) -> None:
    class Broken:
        def similarity_search_by_vector_with_relevance_scores(self, *_: object, **__: object) -> None:
            from chromadb.errors import InternalError

            raise InternalError("Error finding id")

    embedder = CountingEmbedder()
    vectors = np.array(embedder.embed_documents([chunk.passage for chunk in chunks]), dtype=np.float32)
    exact = ExactVectors([chunk.id for chunk in chunks], vectors, embedder)
    assert ChromaVectors(Broken(), exact).search("fiets", 5) == exact.search("fiets", 5)  # type: ignore[arg-type]


def test_no_vectors_while_the_embedder_loads(chunks: list[Chunk]) -> None:
    embedder = CountingEmbedder()
    embedder.is_ready = False
    assert ExactVectors(["a"], np.ones((1, 64), dtype=np.float32), embedder).search("fiets", 5) == []


def test_another_embedder_is_another_collection() -> None:
    assert collection_name("a") != collection_name("b")
    assert len(collection_name("intfloat/multilingual e5!")) >= 3
