"""Imports go one way (ui -> assistant -> ingest), each framework has one door, Python holds no Dutch sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ingest", "assistant", "ui")
"""A room may import itself and the rooms before it."""

PUBLIC = {
    "ingest": {
        "ingest", "ingest.corpus", "ingest.corpus_document", "ingest.errors", "ingest.models", "ingest.pages",
        "ingest.readers", "ingest.yaml_text",
    },
    "assistant": {
        "assistant.appointment", "assistant.build", "assistant.calendar", "assistant.doctor",
        "assistant.dossier", "assistant.embedders", "assistant.evals", "assistant.evals.told", "assistant.known",
        "assistant.mask", "assistant.messages",
        "assistant.models", "assistant.paper", "assistant.pile", "assistant.plain", "assistant.procedures",
        "assistant.rights",
        "assistant.sentences", "assistant.settings", "assistant.sources", "assistant.wegwijs", "assistant.wipe",
    },
}  # fmt: skip
"""The modules of a room that the next rooms may use."""

DOORS = {
    "gradio": ("ui/",),
    "chromadb": ("ingest/index/",),
    "langchain_chroma": ("ingest/index/",),
    "sentence_transformers": ("ingest/embed.py", "ingest/train.py", "assistant/rerank.py"),
    "langchain_huggingface": ("ingest/embed.py",),
    "pypdf": ("ingest/readers/",),
    "pytesseract": ("ingest/readers/",),
    "langchain": ("assistant/llm/",),
    "llama_cpp": ("assistant/llm/",),
    "weasyprint": ("assistant/paper/", "assistant/paper.py", "assistant/evals/drawn.py"),
}
"""Where a framework may be imported."""


def files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_imports_go_one_way() -> None:
    wrong = []
    for path in files():
        room = path.relative_to(ROOT).parts[0]
        later = ROOMS[ROOMS.index(room) + 1 :]
        wrong += [f"{path.relative_to(ROOT)}: {name}" for name in imports(path) if name.split(".")[0] in later]
    assert not wrong


def test_rooms_use_only_public_modules_of_the_next() -> None:
    wrong = []
    for path in files():
        room = path.relative_to(ROOT).parts[0]
        for name in imports(path):
            other = name.split(".")[0]
            if other in PUBLIC and other != room and name not in PUBLIC[other]:
                wrong.append(f"{path.relative_to(ROOT)}: {name}")
    assert not wrong


@pytest.mark.parametrize("framework", DOORS)
def test_each_framework_has_one_door(framework: str) -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in files()
        if framework in {name.split(".")[0] for name in imports(path)}
        and not path.relative_to(ROOT).as_posix().startswith(DOORS[framework])
    ]
    assert not wrong


def test_no_retired_or_barred_library() -> None:
    barred = {"langchain_community", "fitz", "pymupdf", "pickle", "dill", "joblib"}
    wrong = [f"{p.name}: {name}" for p in files() for name in imports(p) if name.split(".")[0] in barred]
    assert not wrong


def test_python_holds_no_dutch_sentence() -> None:
    """Strings of four words and more with Dutch small words belong in corpus/ or in the text files."""
    small = {"de", "het", "een", "je", "niet", "van", "voor", "naar", "bij", "moet", "geen", "wij", "jij", "ook", "dat"}
    wrong = []
    for path in files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                words = node.value.lower().split()
                if len(words) >= 4 and len(small & set(words)) >= 2:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:60]}")
    assert not wrong


def test_files_stay_small() -> None:
    long = {
        str(p.relative_to(ROOT)): n for p in files() if (n := len(p.read_text(encoding="utf-8").splitlines())) > 260
    }
    assert not long
