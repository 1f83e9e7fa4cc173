"""Choosing and fetching search models: quick and clear when one is not here."""

import time
from pathlib import Path

import pytest

from assistant.embedders import BUILTIN, chosen, fetch, listing, location, use
from assistant.settings import Settings
from ingest.errors import ModelMissing


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, embedder=None)


def test_the_built_in_model_is_the_default(settings: Settings) -> None:
    assert chosen(settings) == location(settings) == BUILTIN
    assert [(row.name, row.used) for row in listing(settings)] == [(BUILTIN, True)]


def test_a_model_that_is_not_here_is_said_at_once(settings: Settings) -> None:
    started = time.perf_counter()
    with pytest.raises(ModelMissing) as error:
        use(settings, "intfloat/multilingual-e5-small")
    assert error.value.text_key == "error.model-missing.fetch"
    assert time.perf_counter() - started < 1
    assert chosen(settings) == BUILTIN


def test_a_folder_can_be_used_and_is_remembered(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "models" / "eigen--model").mkdir(parents=True)
    use(settings, "eigen/model")
    assert location(settings) == str(tmp_path / "models" / "eigen--model")
    assert {row.name: row.used for row in listing(settings)} == {BUILTIN: False, "eigen/model": True}


def test_a_damaged_choice_falls_back(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("{", encoding="utf-8")
    assert chosen(settings) == BUILTIN


def test_fetching_without_network_is_one_clear_error(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import huggingface_hub

    def no_network(*_: object, **__: object) -> str:
        raise ConnectionError("no route")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", no_network)
    with pytest.raises(ModelMissing) as error:
        fetch(settings, "een/model")
    assert error.value.text_key == "error.model-missing.download"
    assert list((tmp_path / "models").iterdir()) == []
