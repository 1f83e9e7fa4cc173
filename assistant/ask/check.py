"""The proof: every number, date and phone number in an answer stands in a cited source or a sourced contact."""

import re
from collections.abc import Iterable

from assistant.ask.compose import Draft, Used
from assistant.models import Answer

NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,/]\d+)*")
"""A number; not the digits in the name of a paper or level (C4, eC32, A2)."""
LIST_NUMBER = re.compile(r"^\d+\. ", re.MULTILINE)


def drop_unproven(draft: Draft) -> Draft:
    """The draft without advice that holds a number but no source, and without a heading whose number none carries."""
    carried = set(numbers(" ".join(u.sentence.text for u in draft.used if u.sentence.sources)))
    gone = [near for near in draft.more if not set(numbers(f"{near.question} {near.answer}")) <= carried]
    draft = draft._replace(
        more=tuple(near for near in draft.more if near not in gone),
        used=tuple(u for u in draft.used if not any(u.sentence.text in near.answer for near in gone)),
    )
    unproven = {u.sentence.text for u in draft.used if NUMBER.search(u.sentence.text) and not u.sentence.sources}
    if not unproven:
        return draft

    def clean(text: str) -> str:
        for sentence in unproven:
            text = text.replace(sentence, "").strip()
        return text

    return draft._replace(
        summary=clean(draft.summary),
        details=tuple(filter(None, map(clean, draft.details))),
        steps=tuple(s for s in (step.model_copy(update={"text": clean(step.text)}) for step in draft.steps) if s.text),
        bring=tuple(filter(None, map(clean, draft.bring))),
        used=tuple(u for u in draft.used if u.sentence.text not in unproven),
    )


def unproven_numbers(answer: Answer) -> tuple[str, ...]:
    """Numbers in the shown text that no citation, contact or the question itself carries. Empty = proven."""
    carried = " ".join(
        [c.quote for c in answer.citations]
        + [f"{c.phone} {c.hours} {c.name}" for c in answer.contacts]
        + [c.page_date or "" for c in answer.citations]
        + [answer.question]
    )
    known = set(numbers(carried))
    shown = LIST_NUMBER.sub("", answer.answer)
    return tuple(n for n in numbers(shown) if n not in known)


def numbers(text: str) -> Iterable[str]:
    """The numbers in a text, as written."""
    return (match[0].strip(".,/") for match in NUMBER.finditer(text))


def is_proven(used: Iterable[Used]) -> bool:
    """Whether at least one sentence of the answer has a source: no surviving citation, no answer."""
    return any(u.sentence.sources for u in used)
