"""From a choice to a LangChain chat model. The packages are extras: a missing one is said, never a crash."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from assistant.llm.choice import Choice, Provider, read_choice
from assistant.llm.model import LanguageModel
from assistant.settings import Settings
from ingest.errors import ModelMissing

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PACKAGES: dict[Provider, tuple[str, str]] = {
    "openai": ("langchain_openai", "llm"), "ollama": ("langchain_ollama", "llm"), "llama-cpp": ("llama_cpp", "llama"),
}  # fmt: skip
"""What each provider needs, and the extra of pyproject.toml that brings it."""
CONNECT_SECONDS = 5.0
LONGEST_REPLY = 900
"""Tokens."""
NO_KEY = "none"
"""Sent when no key is set: else the library would take one from the environment."""


def load_model(settings: Settings) -> LanguageModel | None:
    """The model that is set; None = none is. No call is made yet. Raises ModelMissing: llm-extra, and those of
    `read_choice`.
    """
    choice = read_choice(settings)
    if choice is None:
        return None
    check_package(choice)
    return LanguageModel(choice, _chat(choice, settings), settings.llm_seconds)


def check_package(choice: Choice) -> None:
    """Raises ModelMissing (llm-extra) when the package of the provider is not installed."""
    package, extra = PACKAGES[choice.provider]
    try:
        found = find_spec(package)
    except ValueError:  # a module that was put there by hand has no spec: then it is there
        return
    if found is None:
        raise ModelMissing(f"{package} is not installed", reason="llm-extra", extra=extra)


def _chat(choice: Choice, settings: Settings) -> "BaseChatModel":
    if choice.provider == "llama-cpp":
        from assistant.llm.gguf import GgufChat

        return GgufChat(path=choice.place, longest=LONGEST_REPLY)
    from langchain.chat_models import init_chat_model

    more = _for_ollama(choice, settings) if choice.provider == "ollama" else _for_openai(choice, settings)
    chat: BaseChatModel = init_chat_model(
        choice.model, model_provider=choice.provider, base_url=choice.place, temperature=0, **more
    )
    return chat


def _for_openai(choice: Choice, settings: Settings) -> dict[str, Any]:
    import httpx

    return {
        "api_key": settings.llm_key or NO_KEY, "max_retries": 0, "max_tokens": LONGEST_REPLY,
        "http_client": httpx.Client(**_client(choice, settings)),
    }  # fmt: skip


def _for_ollama(choice: Choice, settings: Settings) -> dict[str, Any]:
    return {"num_predict": LONGEST_REPLY, "client_kwargs": _client(choice, settings)}


def _client(choice: Choice, settings: Settings) -> dict[str, Any]:
    """No redirect: a server on this machine cannot send an unmasked question on. No proxy for this machine.

    Calls are rare, so no connection is kept open between them.
    """
    import httpx

    return {
        "timeout": httpx.Timeout(settings.llm_seconds, connect=CONNECT_SECONDS),
        "follow_redirects": False, "trust_env": not choice.is_here, "limits": httpx.Limits(max_keepalive_connections=0),
    }  # fmt: skip
