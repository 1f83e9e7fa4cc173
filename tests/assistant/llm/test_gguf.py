"""A model in a file: the class that drives llama.cpp, with a stand-in for the library; the real one where it is."""

import json
import sys
import types
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from assistant.llm import load_model
from assistant.llm.reply import schema
from assistant.settings import Settings
from ingest.errors import ModelSilent


def messages() -> list[Any]:
    from langchain_core.messages import HumanMessage, SystemMessage

    return [SystemMessage("regels"), HumanMessage("vraag")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "klein.gguf"
    path.write_bytes(b"GGUF, but not a real one")
    return path


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Stands in for llama-cpp-python; holds what it was asked."""
    calls: list[dict[str, Any]] = []

    class Llama:
        def __init__(self, **settings: Any) -> None:
            calls.append(settings)

        def create_chat_completion(self, **asked: Any) -> dict[str, Any]:
            calls.append(asked)
            return {"choices": [{"message": {"content": json.dumps({"sentences": []})}}]}

    library = types.ModuleType("llama_cpp")
    library.Llama = Llama  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "llama_cpp", library)
    return calls


def test_the_file_is_loaded_once_and_asked_for_json(file: Path, loaded: list[dict[str, Any]]) -> None:
    model = load_model(Settings(llm=str(file)))
    assert model
    assert model.name == "llama-cpp:klein"
    assert loaded == []
    assert [model.ask(messages(), schema()) for _ in range(2)] == ['{"sentences": []}'] * 2
    opened, first, _ = loaded
    assert opened["model_path"] == str(file)
    assert first["response_format"] == {"type": "json_object", "schema": schema()}
    assert [row["role"] for row in first["messages"]] == ["system", "user"]
    assert first["temperature"] == 0


@pytest.mark.skipif(find_spec("llama_cpp") is None, reason="needs the extra llama")
def test_a_file_that_is_no_model_is_silent(file: Path) -> None:
    model = load_model(Settings(llm=str(file)))
    assert model
    with pytest.raises(ModelSilent):
        model.ask(messages(), schema())
