"""Vectors by content hash: text that did not change is never embedded again."""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.embed import Embedder

log = logging.getLogger(__name__)
BATCH = 512
"""Texts embedded between two writes; a killed build starts again from the last one."""
Progress = Callable[[int, int], None]
"""Called with (done, all) while texts are embedded."""


def embed_cached(
    texts: Sequence[str], embedder: Embedder, file: Path, progress: Progress | None = None
) -> NDArray[np.float32]:
    """Shape (texts, dimension). `file` afterwards holds exactly these texts' vectors: nothing of removed documents.

    Only the holder of the build lock may call this.
    """
    keys = [sha256(f"{embedder.id}\0{text}".encode()).digest() for text in texts]
    try:
        return _embed(texts, keys, embedder, file, progress)
    except sqlite3.DatabaseError as error:
        log.warning("embedding cache is damaged and starts again: %s", type(error).__name__)
        file.unlink(missing_ok=True)
        return _embed(texts, keys, embedder, file, progress)


def _embed(
    texts: Sequence[str], keys: Sequence[bytes], embedder: Embedder, file: Path, progress: Progress | None
) -> NDArray[np.float32]:
    with closing(sqlite3.connect(file)) as store:
        store.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
        known: dict[bytes, bytes] = dict(store.execute("SELECT key, vector FROM vectors"))
        wanted = dict(zip(keys, texts, strict=True))
        missing = [key for key in wanted if key not in known]
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            found = np.asarray(embedder.embed_documents([wanted[key] for key in batch]), dtype=np.float32)
            rows = [(key, vector.tobytes()) for key, vector in zip(batch, found, strict=True)]
            store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            store.commit()
            known.update(rows)
            if progress:
                progress(len(wanted) - len(missing) + start + len(batch), len(wanted))
        store.executemany("DELETE FROM vectors WHERE key = ?", [(key,) for key in known if key not in wanted])
        store.commit()
        if len(wanted) < len(known):
            store.execute("VACUUM")  # what was deleted must not stay in free pages
    if not keys:
        return np.zeros((0, embedder.dimension), dtype=np.float32)
    return np.stack([np.frombuffer(known[key], dtype=np.float32) for key in keys])
