"""Build the index beside the live one, switch to it, open it, and see when it must be built again."""

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ingest import dutch
from ingest.embed import Embedder
from ingest.errors import IndexBusy, IndexDamaged
from ingest.index import layout
from ingest.index.bm25 import Bm25
from ingest.index.cache import Progress, embed_cached
from ingest.index.chunk import Chunk, corpus_chunks
from ingest.index.probe import is_whole
from ingest.index.search import Index, Lexical, build_lexical
from ingest.index.variants import Variants
from ingest.index.vectors import CHROMA, ChromaVectors, ExactVectors, Vectors, open_store, write_store
from ingest.models import Corpus

log = logging.getLogger(__name__)
LEGS = ("words", "grams", "topic_words", "topic_grams")


def build_index(
    corpus: Corpus, own: Sequence[Chunk], embedder: Embedder, home: Path, progress: Progress | None = None
) -> Index:
    """Build a new version from the corpus and the chunks of own documents, and let it serve.

    Until the last step the old version serves, also when this process is killed. Raises IndexBusy when
    another process builds, ModelMissing when the embedder is not there.
    """
    with layout.building(home):
        chunks = [*corpus_chunks(corpus), *own]
        passages = [chunk.passage for chunk in chunks]
        vectors = embed_cached(passages, embedder, layout.index_folder(home) / "embeddings.sqlite", progress)
        version = layout.new_version(home)
        _write(version, chunks, vectors, embedder)
        manifest = _manifest(corpus, own, embedder, layout.file_sizes(version, CHROMA))
        layout.write_manifest(version, manifest)
        index = _read(version, embedder)
        if len(index.chunks) != len(chunks):
            raise IndexDamaged(f"{len(chunks)} chunks written, {len(index.chunks)} read")
        layout.switch(home, version)
    log.info("index %s built: %d chunks", version.name, len(chunks))
    return index


def open_index(home: Path, embedder: Embedder) -> Index:
    """The version that serves, without Chroma (see `warm`). Raises IndexDamaged when it is missing or broken."""
    version = layout.current_version(home)
    if version is None:
        raise IndexDamaged("there is no index yet")
    try:
        return _read(version, embedder)
    except IndexDamaged:
        newer = layout.current_version(home)  # another process may have switched and cleaned up
        if newer is None or newer == version:
            raise
        return _read(newer, embedder)


def needs_build(home: Path, corpus: Corpus, own: Sequence[Chunk], embedder: Embedder) -> bool:
    """Whether there is no index, or it was built from other documents, another embedder or an older analyser."""
    version = layout.current_version(home)
    if version is None:
        return True
    try:
        manifest = layout.read_manifest(version)
    except IndexDamaged:
        return True
    return manifest != _manifest(corpus, own, embedder, manifest.files)


def ready_index(
    corpus: Corpus, own: Sequence[Chunk], embedder: Embedder, home: Path, progress: Progress | None = None
) -> Index:
    """The index for these documents: opened when it fits, else built. Old versions are deleted.

    While another process builds, the old version serves; without one, IndexBusy is raised.
    """
    layout.delete_old_versions(home)
    try:
        if not needs_build(home, corpus, own, embedder):
            return open_index(home, embedder)
    except IndexDamaged as error:
        log.warning("index is built again: %s", error)
    try:
        return build_index(corpus, own, embedder, home, progress)
    except IndexBusy:
        if layout.current_version(home) is None:
            raise
        return open_index(home, embedder)


def warm(index: Index, rebuild: Callable[[], Index]) -> Index:
    """Load the embedder and Chroma (1 to 8 seconds); meant for a background thread.

    The index answers from its other legs meanwhile. A damaged vector store is found in a child process; then
    the version is marked, and the index that `rebuild` returns (`ready_index` will do) is used, warm as well.
    """
    if not isinstance(index.vectors, ExactVectors) or index.version is None:
        return index
    if not is_whole(index.version):
        log.warning("vector store of %s is damaged: index is built again", index.version.name)
        (index.version / "manifest.json").unlink(missing_ok=True)
        try:
            index = rebuild()
        except (IndexBusy, IndexDamaged) as error:
            log.warning("exact search goes on: %s", error)
            return index
    return _with_store(index)


def _with_store(index: Index) -> Index:
    exact = index.vectors
    if isinstance(exact, ExactVectors) and index.version is not None:
        exact.embedder.embed_query(".")  # loads a slow model
        index.attach(ChromaVectors(open_store(index.version, exact.embedder), exact))
    return index


def _manifest(corpus: Corpus, own: Sequence[Chunk], embedder: Embedder, files: dict[str, int]) -> layout.Manifest:
    sections = list(corpus_chunks(corpus))
    return layout.Manifest(
        format=layout.FORMAT, analyser=dutch.VERSION, embedder=embedder.id, dimension=embedder.dimension,
        corpus=layout.hash_chunks(sections), own=layout.hash_chunks(own), chunks=len(sections) + len(own), files=files,
    )  # fmt: skip


def _write(version: Path, chunks: Sequence[Chunk], vectors: Vectors, embedder: Embedder) -> None:
    analyser = dutch.Analyser.of(chunk.search_text for chunk in chunks)
    lexical = build_lexical(chunks, analyser)
    for leg in LEGS:
        getattr(lexical, leg).save(version / leg)
    lexical.variants.save(version / "variants")
    _write_json(version / "frequency.json", dict(lexical.frequency))
    _write_json(version / "analyser.json", {"parts": sorted(analyser.parts), "lemmas": analyser.lemmas})
    _write_json(version / "chunks.json", chunks)
    np.save(version / "vectors.npy", vectors, allow_pickle=False)
    write_store(version, chunks, vectors, embedder)


def _read(version: Path, embedder: Embedder) -> Index:
    manifest = layout.read_manifest(version)
    try:
        for name, size in manifest.files.items():
            if (version / name).stat().st_size != size:
                raise IndexDamaged(f"{version.name}: {name} is not {size} bytes")
        return _read_files(version, manifest, embedder)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise IndexDamaged(f"{version.name}: {type(error).__name__}") from error


def _read_files(version: Path, manifest: layout.Manifest, embedder: Embedder) -> Index:
    chunks = [Chunk.of_row(row) for row in _read_json(version / "chunks.json")]
    legs = {leg: Bm25.load(version / leg) for leg in LEGS}
    lexical = Lexical(
        **legs, variants=Variants.load(version / "variants"), frequency=_read_json(version / "frequency.json")
    )
    index = Index(chunks, dutch.Analyser(**_read_json(version / "analyser.json")), lexical, version=version)
    if manifest.embedder == embedder.id:
        vectors = np.load(version / "vectors.npy", allow_pickle=False)
        index.attach(ExactVectors([chunk.id for chunk in chunks], vectors, embedder))
    return index


def _write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _read_json(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))
