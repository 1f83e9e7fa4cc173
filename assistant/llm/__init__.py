"""A language model, if somebody set one: it rewrites the built-in answer, and every sentence of it is checked.

    settings -> choice -> load -> LanguageModel
    built-in answer -> material, outgoing -> prompts -> model -> reply -> proof -> rewrite -> Answer

Nothing here is imported while the setting is `none`.
"""

from assistant.llm.choice import Choice, read_choice
from assistant.llm.load import load_model
from assistant.llm.model import LanguageModel
from assistant.llm.probe import probe
from assistant.llm.rewrite import rewrite, with_note

__all__ = ["Choice", "LanguageModel", "load_model", "probe", "read_choice", "rewrite", "with_note"]
