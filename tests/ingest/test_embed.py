"""The quick path gives the vectors of sentence-transformers; a missing model is said at once."""

import time
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from ingest.embed import MODEL_DIR, BuiltinEmbeddings, LocalEmbeddings, load_embedder
from ingest.errors import ModelMissing

TEXTS = ["Ik kan niet naar mijn afspraak.", "kinderopvang", "zzqx ☂", "", "é" * 2000]


def test_the_quick_path_equals_sentence_transformers() -> None:
    builtin = BuiltinEmbeddings.load()
    slow = LocalEmbeddings(str(MODEL_DIR))
    assert not slow.is_ready
    np.testing.assert_allclose(builtin.embed_documents(TEXTS), slow.embed_documents(TEXTS), atol=1e-5)
    np.testing.assert_allclose(builtin.embed_query(TEXTS[0]), slow.embed_query(TEXTS[0]), atol=1e-5)
    assert slow.is_ready
    assert slow.dimension == builtin.dimension


def test_vectors_have_length_one_and_empty_text_none() -> None:
    norms = np.linalg.norm(BuiltinEmbeddings.load().vectors(["afspraak bij VDAB", ""]), axis=1)
    np.testing.assert_allclose(norms, [1, 0], atol=1e-5)


def test_the_built_in_model_is_langchains_and_quick() -> None:
    started = time.perf_counter()
    builtin = BuiltinEmbeddings.load()
    builtin.embed_query("leefloon")
    assert time.perf_counter() - started < 1
    assert isinstance(builtin, Embeddings)
    assert builtin.id.startswith("builtin-")
    assert load_embedder().id == load_embedder("builtin").id == builtin.id


def test_a_missing_built_in_model_is_clear(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        BuiltinEmbeddings.load(tmp_path)


def test_a_model_that_is_not_here_never_hangs() -> None:
    embedder = load_embedder("nobody/has-this-model")
    embedder.__dict__.pop("_model", None)
    started = time.perf_counter()
    with pytest.raises(ModelMissing):
        embedder.embed_query("vraag")
    assert time.perf_counter() - started < 30
    assert not embedder.is_ready


def test_another_folder_content_is_another_model(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"1")
    before = LocalEmbeddings(str(tmp_path)).id
    (tmp_path / "model.bin").write_bytes(b"22")
    assert LocalEmbeddings(str(tmp_path)).id != before
