"""Where on the default path each of the five packages of the mission does real work."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def index_home(tmp_path_factory: pytest.TempPathFactory):
    """A small index, built as `wegwijs serve` builds the big one."""
    from ingest import Chunk, build_index, load_embedder
    from ingest.models import Corpus

    home = tmp_path_factory.mktemp("packages")
    empty = Corpus(documents=(), sources={}, amounts={}, organisations={}, glossary=(), lay_terms={})
    own = [Chunk(f"own:x#{n}", "own:x", "Titel", "Kop", f"Tekst {n} over het leefloon.") for n in range(3)]
    return home, build_index(empty, own, load_embedder(), home), own


def test_chromadb_holds_the_vectors_of_the_index(index_home) -> None:
    import chromadb

    home, index, own = index_home
    folder = next(path.parent for path in Path(index.version).rglob("chroma.sqlite3"))
    client = chromadb.PersistentClient(str(folder), settings=chromadb.Settings(anonymized_telemetry=False))
    collection = client.list_collections()[0]
    assert client.get_collection(collection.name, embedding_function=None).count() == len(own)


def test_langchain_carries_documents_embeddings_and_the_store(index_home) -> None:
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import VectorStore

    from ingest import load_embedder
    from ingest.index.vectors import open_store

    _, index, own = index_home
    store = open_store(Path(index.version), load_embedder())
    assert isinstance(load_embedder(), Embeddings)
    assert isinstance(store, VectorStore)
    assert isinstance(own[0].as_document(), Document)
    assert store.similarity_search("leefloon", k=1)[0].page_content


def test_langchain_splits_own_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain_core.documents import Document
    from langchain_text_splitters import TextSplitter

    from ingest.models import PageText, ReadFile
    from ingest.split import split_file

    seen = []
    whole = TextSplitter.split_documents
    monkeypatch.setattr(TextSplitter, "split_documents", lambda self, texts: seen.append(1) or whole(self, texts))
    pages = (PageText(number=1, text="Een zin over het leefloon. " * 200),)
    pieces = split_file(ReadFile(name="gids.txt", pages=pages))
    assert seen
    assert len(pieces) > 1
    assert all(isinstance(piece, Document) for piece in pieces)


def test_sentence_transformers_reads_the_built_in_model() -> None:
    import numpy as np
    from sentence_transformers import SentenceTransformer

    from ingest import load_embedder
    from ingest.embed import MODEL_DIR

    texts = ["hoe vraag ik een leefloon", "afspraak bij vdab"]
    slow = SentenceTransformer(str(MODEL_DIR), device="cpu").encode(texts, normalize_embeddings=True)
    assert np.allclose(slow, load_embedder().embed_documents(texts), atol=1e-4)


def test_gradio_draws_the_screen() -> None:
    """In a child process: Gradio leaves event loops open, and warnings are errors here."""
    code = (
        "import gradio as gr; from assistant.build import build_wegwijs; from ui.app import build_app;"
        "from ui.text import load_text; assert isinstance(build_app(build_wegwijs(), load_text()), gr.Blocks)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-800:]


def test_pypdf_reads_a_letter(tmp_path: Path) -> None:
    from pypdf import PdfReader
    from weasyprint import HTML

    from ingest.readers import read_file

    file = tmp_path / "brief.pdf"
    HTML(string="<p>Kom op 8 december om 10.30 uur naar het kantoor.</p>").write_pdf(file)
    assert "8 december" in PdfReader(file).pages[0].extract_text()
    assert "8 december" in read_file(file).pages[0].text
