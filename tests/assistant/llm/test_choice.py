"""What the setting means, and which calls leave this machine."""

from pathlib import Path

import pytest

from assistant.llm import load_model, read_choice
from assistant.settings import Settings
from ingest.errors import ModelMissing
from ui.text import load_text


def settings(llm: str, **more: str) -> Settings:
    return Settings(llm=llm, **more)


@pytest.mark.parametrize("llm", ["none", "", " None "])
def test_none_is_no_model(llm: str) -> None:
    assert read_choice(settings(llm)) is None
    assert load_model(settings(llm)) is None


def test_the_four_forms(tmp_path: Path) -> None:
    file = tmp_path / "klein.gguf"
    file.write_bytes(b"GGUF")
    found = read_choice(settings("ollama:gemma3:4b"))
    assert found
    assert (found.name, found.is_here) == ("ollama:gemma3:4b", True)
    found = read_choice(settings("http://localhost:8080", llm_model="klein"))
    assert found
    assert (found.name, found.place, found.is_here) == ("openai:klein", "http://localhost:8080/v1", True)
    found = read_choice(settings("https://llm.voorbeeld.be/api/", llm_model="groot"))
    assert found
    assert (found.place, found.is_here) == ("https://llm.voorbeeld.be/api", False)
    found = read_choice(settings(str(file)))
    assert found
    assert (found.name, found.place, found.is_here) == ("llama-cpp:klein", str(file), True)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:1", True), ("http://127.8.8.8/v1", True), ("http://[::1]:11434", True),
        ("http://LOCALHOST:1", True), ("http://0.0.0.0:1", False), ("http://192.168.1.4", False),
        ("http://localhost@elders.be", False), ("http://127.0.0.1.elders.be", False),
        ("http://localhost.elders.be", False), ("http://elders.be/?localhost", False),
    ],
)  # fmt: skip
def test_only_loopback_is_this_machine(url: str, here: bool) -> None:
    found = read_choice(settings(url, llm_model="m"))
    assert found
    assert found.is_here is here


@pytest.mark.parametrize(
    ("llm", "reason"),
    [
        ("ollama:", "llm-setting"), ("ollama", "llm-setting"), ("chatgpt", "llm-setting"), ("https://", "llm-setting"),
        ("http://localhost:1", "llm-name"), ("/weg/model.gguf", "llm-file"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_said(llm: str, reason: str) -> None:
    with pytest.raises(ModelMissing) as error:
        read_choice(settings(llm))
    assert error.value.reason == reason
    assert load_text().error(error.value) == load_text()[f"error.model-missing.{reason}"].format(**error.value.values)


@pytest.mark.parametrize(
    ("llm", "package", "extra"),
    [
        ("ollama:klein", "langchain_ollama", "llm"), ("http://localhost:1", "langchain_openai", "llm"),
        ("gguf", "llama_cpp", "llama"),
    ],
)  # fmt: skip
def test_a_missing_extra_is_one_dutch_sentence(
    llm: str, package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import assistant.llm.load as load

    monkeypatch.setattr(load, "find_spec", lambda name: None if name == package else object())
    file = tmp_path / "klein.gguf"
    file.write_bytes(b"GGUF")
    with pytest.raises(ModelMissing) as error:
        load_model(settings(str(file) if llm == "gguf" else llm, llm_model="m"))
    sentence = load_text().error(error.value)
    assert f'pip install ".[{extra}]"' in sentence


def test_the_key_is_never_printed() -> None:
    assert "geheim" not in repr(settings("https://llm.voorbeeld.be", llm_model="m", llm_key="geheim"))
