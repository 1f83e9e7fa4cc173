"""Is the Chroma folder of a version whole? Asked in a child process: a broken store can kill its process.

A deleted hnsw folder, or two writers, leave a store that answers without error from part of its vectors;
so every vector is fetched, and some are looked for by themselves.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
LOOKED_FOR = 8
WHOLE = 0
DAMAGED = 3


def is_whole(version: Path) -> bool:
    """Whether the vectors of `version` are all there and can be found."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "ingest.index.probe", str(version)]
    try:
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": path}, timeout=SECONDS, capture_output=True, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return done.returncode == WHOLE


def main(arguments: list[str]) -> int:
    """Probe the version named by the one argument; 0 = whole, anything else = damaged."""
    import chromadb
    from chromadb.config import Settings

    from ingest.index.layout import read_manifest
    from ingest.index.vectors import CHROMA, collection_name

    version = Path(arguments[0])
    manifest = read_manifest(version)
    ids = [row[0] for row in json.loads((version / "chunks.json").read_text(encoding="utf-8"))]
    if not ids:
        return WHOLE
    if not (version / CHROMA).is_dir():
        return DAMAGED
    client = chromadb.PersistentClient(str(version / CHROMA), settings=Settings(anonymized_telemetry=False))
    collection = client.get_collection(collection_name(manifest.embedder), embedding_function=None)
    return WHOLE if _holds(collection, ids) and _finds(collection, ids) else DAMAGED


def _holds(collection: Any, ids: list[str]) -> bool:
    """Every id is there with a vector."""
    if collection.count() != len(ids):
        return False
    for start in range(0, len(ids), 5000):
        batch = ids[start : start + 5000]
        found = collection.get(ids=batch, include=["embeddings"])
        if len(found["ids"]) != len(batch) or len(found["embeddings"]) != len(batch):
            return False
    return True


def _finds(collection: Any, ids: list[str]) -> bool:
    """Some ids, evenly spread, are found by their own vector."""
    for one in ids[:: max(1, len(ids) // LOOKED_FOR)]:
        vector = collection.get(ids=[one], include=["embeddings"])["embeddings"][0]
        if not any(vector):
            continue
        wanted = min(10, len(ids))
        found = collection.query(query_embeddings=[vector], n_results=wanted, include=["distances"])
        if len(found["ids"][0]) != wanted or not (one in found["ids"][0] or found["distances"][0][-1] < 1e-5):
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
