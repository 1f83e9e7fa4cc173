"""Does the server of the language model answer? Asked by `wegwijs doctor` and before a measurement."""

from collections.abc import Mapping

from assistant.llm.choice import Choice
from assistant.llm.load import check_package
from assistant.settings import Settings
from ingest.errors import ModelSilent

SECONDS = 4.0
LISTS: Mapping[str, str] = {"ollama": "/api/tags", "openai": "/models"}


def probe(choice: Choice, settings: Settings) -> None:
    """Ask for the list of models; nothing else is sent. A GGUF file is not loaded.

    Raises ModelMissing (llm-extra) or ModelSilent: away, slow, refused.
    """
    check_package(choice)
    if choice.provider == "llama-cpp":
        return
    import httpx

    key = {"Authorization": f"Bearer {settings.llm_key}"} if settings.llm_key else {}
    try:
        with httpx.Client(timeout=SECONDS, trust_env=not choice.is_here, headers=key) as client:
            status = client.get(choice.place + LISTS[choice.provider]).status_code
    except httpx.TimeoutException:
        raise ModelSilent("the server of the language model is slow", reason="slow") from None
    except (httpx.HTTPError, httpx.InvalidURL):
        raise ModelSilent("the server of the language model cannot be reached", reason="away") from None
    if status in {401, 403}:
        raise ModelSilent("the key is not accepted", reason="refused")
    if status >= 500:
        raise ModelSilent(f"status {status}", reason="away")
