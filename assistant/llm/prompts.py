"""What a language model is told: `prompts/<name>-<version>.<role>.txt`. A change is a new version."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.llm.material import Paragraph

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.prompts import ChatPromptTemplate

PROMPTS_DIR = Path(__file__).resolve().parent.parent.parent / "prompts"
REWRITE = "rewrite-1"


def rewrite_messages(question: str, paragraphs: Sequence[Paragraph]) -> "list[BaseMessage]":
    """The rules, then the question and the passages with their ids: no link, no page, no name of a source."""
    blocks = ("\n".join(f"[{row.id}] {row.sentence.text}" for row in part.passages) for part in paragraphs)
    rows = "\n\n".join(block for block in blocks if block)
    return load_prompt(REWRITE).format_messages(question=question, passages=rows)


@cache
def load_prompt(name: str, folder: Path = PROMPTS_DIR) -> "ChatPromptTemplate":
    """The template of a prompt. FileNotFoundError when a part is not there."""
    from langchain_core.prompts import ChatPromptTemplate

    system, human = (
        (folder / f"{name}.{role}.txt").read_text(encoding="utf-8").strip() for role in ("system", "question")
    )
    return ChatPromptTemplate.from_messages([("system", system), ("human", human)])
