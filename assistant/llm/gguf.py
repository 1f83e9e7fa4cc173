"""A model in a GGUF file, run by llama.cpp in this process (the extra `llama`)."""

import threading
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, convert_to_openai_messages
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import PrivateAttr

CONTEXT = 8192
"""Tokens: the sentences of four sections, the rules and the reply."""


class GgufChat(BaseChatModel):
    """LangChain has no llama.cpp model outside its retired community package; this one does one thing."""

    path: str
    longest: int
    _llama: Any = PrivateAttr(default=None)
    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)

    @property
    def _llm_type(self) -> str:
        return "llama-cpp"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any,
    ) -> ChatResult:  # fmt: skip
        """One reply. The file is loaded at the first call; one call at a time, for llama.cpp holds one state.

        Raises ValueError for a file that is no model.
        """
        with self._lock:
            if self._llama is None:
                from llama_cpp import Llama

                self._llama = Llama(model_path=self.path, n_ctx=CONTEXT, verbose=False)
            reply = self._llama.create_chat_completion(
                messages=convert_to_openai_messages(messages), temperature=0, max_tokens=self.longest, stop=stop or [],
                **kwargs,
            )  # fmt: skip
        text = str(reply["choices"][0]["message"]["content"] or "")
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])
