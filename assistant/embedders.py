"""Which search models are on this machine, and which one is chosen. The only code that may download one."""

import json
import os
import tempfile
from pathlib import Path

from assistant.models import EmbedderListing
from assistant.settings import Settings
from ingest.errors import ModelMissing

BUILTIN = "builtin"
MODEL_FILES = ("modules.json", "config.json")
"""What sentence-transformers looks for; one of them is there."""


def chosen(settings: Settings) -> str:
    """The name to load: the setting, else the choice of `wegwijs model use`, else the built-in one."""
    if settings.embedder:
        return settings.embedder
    try:
        found = json.loads(_choice(settings).read_text(encoding="utf-8"))["embedder"]
    except (OSError, ValueError, KeyError, TypeError):
        return BUILTIN
    return str(found)


def location(settings: Settings) -> str:
    """Where the chosen model is loaded from: `builtin`, or a folder. Raises ModelMissing at once."""
    name = chosen(settings)
    if name == BUILTIN:
        return name
    for folder in (_folder(settings, name), Path(name)):
        if folder.is_dir():
            return str(folder)
    raise ModelMissing("embedder is not on this machine", reason="fetch", name=name)


def listing(settings: Settings) -> tuple[EmbedderListing, ...]:
    """The built-in model and those that were fetched."""
    names = [BUILTIN]
    store = settings.home / "models"
    if store.is_dir():
        names += sorted(path.name.replace("--", "/") for path in store.iterdir() if path.is_dir())
    used = chosen(settings)
    return tuple(EmbedderListing(name=name, used=name == used) for name in dict.fromkeys([*names, used]))


def fetch(settings: Settings, name: str) -> Path:
    """Download a sentence-transformers model into the home folder.

    Raises ModelMissing: download (no network, or no such model), no-model (what came is no model for texts).
    """
    os.environ.pop("HF_HUB_OFFLINE", None)  # asked for by name: this once the network may be used
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"  # and for nothing else
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"  # English, and a broken line in a log
    from huggingface_hub import snapshot_download

    target = _folder(settings, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as part:
            snapshot_download(name, local_dir=part, ignore_patterns=["*.onnx", "*.h5", "*.ot", "*.msgpack"])
            if not any((Path(part) / name).is_file() for name in MODEL_FILES):
                raise ModelMissing("neither modules.json nor config.json", reason="no-model", name=name)
            Path(part).rename(target)
            Path(part).mkdir()  # the context manager wants its folder back
    except (OSError, ValueError) as error:
        raise ModelMissing(f"download failed: {type(error).__name__}", reason="download", name=name) from error
    return target


def use(settings: Settings, name: str) -> None:
    """Choose the model for the next start; the index is then built again. Raises ModelMissing when it is not here."""
    location(settings.model_copy(update={"embedder": name}))
    settings.home.mkdir(parents=True, exist_ok=True)
    part = _choice(settings).with_suffix(".part")
    part.write_text(json.dumps({"embedder": name}), encoding="utf-8")
    part.replace(_choice(settings))


def _choice(settings: Settings) -> Path:
    return settings.home / "model.json"


def _folder(settings: Settings, name: str) -> Path:
    return settings.home / "models" / name.replace("/", "--")
