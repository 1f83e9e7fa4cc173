"""Text to vectors: the built-in static model, or any sentence-transformers model that is on this machine.

The built-in model is read without torch: tokens, mean of their rows, length 1. That gives the same
vectors as SentenceTransformer does (tests/ingest/test_embed.py) and is ready in milliseconds.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.errors import ModelMissing

Vectors = NDArray[np.float32]
MODEL_DIR = Path(__file__).with_name("model")
BUILTIN = "builtin"
STATIC_FILES = ("tokenizer.json", "model.safetensors")


@runtime_checkable
class Embedder(Protocol):
    """LangChain embeddings with a name: vectors of two models are never mixed."""

    @property
    def id(self) -> str:
        """Names the model and its version: a change means that everything is embedded again."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def is_ready(self) -> bool:
        """Whether a query can be embedded now, without loading anything slow."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 (or 0, for a text without a known word) for each text."""

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""


class BuiltinEmbeddings(Embeddings):
    """A static sentence-transformers model, read with numpy."""

    is_ready = True

    def __init__(self, tokenizer: Tokenizer, rows: Vectors, model_id: str) -> None:
        """`rows` = one vector for each token of `tokenizer`."""
        self.id = model_id
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._rows = rows

    @classmethod
    def load(cls, folder: Path = MODEL_DIR) -> "BuiltinEmbeddings":
        """Read a saved StaticEmbedding model. Raises ModelMissing when its files are not there."""
        try:
            module = folder / json.loads((folder / "modules.json").read_text(encoding="utf-8"))[0]["path"]
            tokenizer = Tokenizer.from_file(str(module / STATIC_FILES[0]))
            rows = load_file(module / STATIC_FILES[1])["embedding.weight"]
            digest = hashlib.sha256(b"".join((module / name).read_bytes() for name in STATIC_FILES)).hexdigest()
        except Exception as error:  # noqa: BLE001  tokenizers raises plain Exception on a missing or broken file
            raise ModelMissing(f"built-in model cannot be read: {type(error).__name__}", name=BUILTIN) from error
        return cls(tokenizer, rows.astype(np.float32), f"{BUILTIN}-{digest[:12]}")

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._rows.shape[1])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text."""
        found: list[list[float]] = self.vectors(texts).tolist()
        return found

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_documents([text])[0]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimension): the mean of the rows of the tokens, length 1; all zero without a token."""
        found = np.zeros((len(texts), self.dimension), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        for number, encoding in enumerate(encodings):
            if encoding.ids:
                found[number] = self._rows[encoding.ids].mean(axis=0)
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Vectors = found / np.maximum(norms, 1e-12)
        return unit


class LocalEmbeddings(Embeddings):
    """Any sentence-transformers model on this machine, loaded at its first use. Never downloads."""

    def __init__(self, name: str) -> None:
        """`name` = a folder, or a model that `wegwijs model fetch` put in the local store."""
        self.name = name

    @property
    def is_ready(self) -> bool:
        """Whether the model is in memory (loading takes seconds)."""
        return "_model" in self.__dict__

    @cached_property
    def id(self) -> str:
        """The name, and for a folder also the size of its files."""
        folder = Path(self.name)
        if not folder.is_dir():
            return self.name
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        sizes = "".join(f"{path.name}:{path.stat().st_size};" for path in files)
        return f"{folder.name}-{hashlib.sha256(sizes.encode()).hexdigest()[:12]}"

    @cached_property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return len(self.embed_query("."))

    @cached_property
    def _model(self) -> Any:
        from langchain_huggingface import HuggingFaceEmbeddings  # loads torch

        prompts, passage, query = _prompts(self.name)
        try:
            return HuggingFaceEmbeddings(
                model_name=self.name,
                model_kwargs={"device": "cpu", "local_files_only": True, **prompts},
                encode_kwargs={"normalize_embeddings": True, **passage},
                query_encode_kwargs={"normalize_embeddings": True, **query},
            )
        except (OSError, ValueError) as error:
            raise ModelMissing(f"embedder not on this machine: {type(error).__name__}", name=self.name) from error

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text. Raises ModelMissing."""
        found: list[list[float]] = self._model.embed_documents(texts)
        return found

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question. Raises ModelMissing."""
        found: list[float] = self._model.embed_query(text)
        return found


def load_embedder(name: str | None = None) -> Embedder:
    """The embedder called `name`; None or `builtin` = the one that ships with wegwijs.

    Raises ModelMissing when the built-in files are not there; another model raises it at its first use.
    """
    return _builtin() if name in (None, "", BUILTIN) else LocalEmbeddings(str(name))


@cache
def _builtin() -> BuiltinEmbeddings:
    return BuiltinEmbeddings.load()


def _prompts(name: str) -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
    """The E5 family wants `query: ` and `passage: ` in front of every text (its model card)."""
    if "e5" not in Path(name).name.lower().split("-"):
        return {}, {}, {}
    prompts = {"prompts": {"query": "query: ", "passage": "passage: "}}
    return prompts, {"prompt_name": "passage"}, {"prompt_name": "query"}
