"""Which language model the settings name, and whether a call to it leaves this machine."""

from ipaddress import ip_address
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from assistant.settings import Settings
from ingest.errors import ModelMissing

Provider = Literal["ollama", "openai", "llama-cpp"]
OLLAMA, OLLAMA_PLACE = "ollama:", "http://127.0.0.1:11434"
"""Ollama of this machine. One elsewhere is reached as an OpenAI-compatible URL, so that masking cannot be forgotten."""
WEB = ("http://", "https://")
GGUF = ".gguf"


class Choice(NamedTuple):
    """A model: who runs it, its name, and where: a base URL or the path of a file."""

    provider: Provider
    model: str
    place: str

    @property
    def name(self) -> str:
        """`provider:model`, as `engine` of an answer says it."""
        return f"{self.provider}:{self.model}"

    @property
    def is_here(self) -> bool:
        """Whether a call stays on this machine. Any doubt counts as no."""
        return self.provider == "llama-cpp" or _is_loopback(urlsplit(self.place).hostname or "")


def read_choice(settings: Settings) -> Choice | None:
    """The model of the settings; None = none is set.

    Raises ModelMissing: llm-setting (not one of the four forms), llm-name (a URL without a model), llm-file.
    """
    said = settings.llm.strip()
    if said.lower() in {"", "none"}:
        return None
    if said.startswith(OLLAMA) and len(said) > len(OLLAMA):
        return Choice("ollama", said.removeprefix(OLLAMA), OLLAMA_PLACE)
    if said.startswith(WEB) and urlsplit(said).hostname:
        if not settings.llm_model.strip():
            raise ModelMissing("an OpenAI-compatible URL needs WEGWIJS_LLM_MODEL", reason="llm-name")
        return Choice("openai", settings.llm_model.strip(), _base(said))
    if said.lower().endswith(GGUF):
        path = Path(said).expanduser()
        if not path.is_file():
            raise ModelMissing("no such GGUF file", reason="llm-file", file=path.name)
        return Choice("llama-cpp", path.stem, str(path))
    raise ModelMissing("WEGWIJS_LLM is none of: none, ollama:model, URL, path of a GGUF file", reason="llm-setting")


def _base(url: str) -> str:
    """A URL without a path gets the usual `/v1`."""
    return url.rstrip("/") if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}/v1"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
