"""One call to a language model: structured, within a time, and every failure as one kind of error."""

import threading
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from assistant.llm.choice import Choice
from ingest.errors import ModelSilent

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Schema = Mapping[str, Any]
NOT_UNDERSTOOD = {400, 415, 422, 501}
"""What a server answers that does not know structured output."""
REASONS = {401: "refused", 403: "refused", 404: "unknown"}


class LanguageModel:
    """A chat model with its name. Safe to share between threads."""

    def __init__(self, choice: Choice, chat: "BaseChatModel", seconds: float) -> None:
        """`seconds` = how long one call may take in all, whatever the server does."""
        self.choice = choice
        self._chat = chat
        self._seconds = seconds

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self.choice.name

    def ask(self, messages: "Sequence[BaseMessage]", schema: Schema) -> str:
        """The reply as text, asked to be JSON of `schema`; a server that cannot promise that is asked without.

        Raises ModelSilent: slow, away, refused (the key), unknown (the model), reply (any other fault).
        """
        return within(self._seconds, lambda: self._ask(messages, schema))

    def _ask(self, messages: "Sequence[BaseMessage]", schema: Schema) -> str:
        from langsmith import tracing_context

        with tracing_context(enabled=False):  # whatever the environment says: no copy goes to anybody
            try:
                return self._invoke(messages, self._shape(schema))
            except Exception as error:
                if getattr(error, "status_code", None) not in NOT_UNDERSTOOD:
                    raise
            return self._invoke(messages, {})

    def _invoke(self, messages: "Sequence[BaseMessage]", shape: Mapping[str, Any]) -> str:
        reply = self._chat.bind(**shape).invoke(list(messages))
        return str(reply.text)

    def _shape(self, schema: Schema) -> dict[str, Any]:
        """How each provider is asked for JSON of a schema."""
        if self.choice.provider == "ollama":
            return {"format": dict(schema)}
        if self.choice.provider == "llama-cpp":
            return {"response_format": {"type": "json_object", "schema": dict(schema)}}
        named = {"name": "reply", "schema": dict(schema), "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": named}}


def within(seconds: float, work: Callable[[], str]) -> str:
    """What `work` gives, within `seconds`. Raises ModelSilent for every fault of it.

    The limit of an HTTP library counts from byte to byte, so a trickling server would never end; here the whole
    call counts. What comes too late is dropped by a thread that does not keep the program open.
    """
    done: Queue[str | Exception] = Queue()

    def run() -> None:
        try:
            done.put(work())
        except Exception as error:  # noqa: BLE001  # libraries, servers and files fail in too many ways to name
            done.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except Empty as late:
        raise ModelSilent(f"no reply within {seconds} s", reason="slow") from late
    if isinstance(found, str):
        return found
    raise ModelSilent(f"{type(found).__name__}", reason=_reason(found)) from None  # its text may quote the question


def _reason(error: Exception) -> str:
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status > 0:
        return REASONS.get(status, "away" if status >= 500 else "reply")
    kinds = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in kinds:
        return "slow"
    return "away" if "Connect" in kinds or isinstance(error, OSError) else "reply"
