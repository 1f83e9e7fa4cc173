"""Move the reference to a law out of the sentence into a note behind it."""

import re
from collections.abc import Iterable
from functools import cache

from assistant.plain.rewrite.grammar import grammar, rules

SHORT = 2
"""Words of a reference that names no place: `de wet`."""


def move_references(sentence: str) -> tuple[str, tuple[str, ...]]:
    """(sentence without its references, notes). Unchanged and no notes when a reference has no clear end."""
    notes: list[str] = []
    if not sentence.endswith((".", "!", "?")):
        return sentence, ()

    def cut(match: re.Match[str]) -> str:
        reference = re.sub(r"\s+", " ", match["reference"]).strip().rstrip(".")
        if len(reference.split()) <= SHORT:
            return match[0]
        notes.append(rules("law")["note"].format(reference=reference))
        plain: str = rules("law")["plain"]
        return plain[:1].upper() + plain[1:] if match[0][:1].isupper() else plain

    return _pattern().sub(cut, sentence), tuple(notes)


@cache
def _pattern() -> re.Pattern[str]:
    data = rules("law")
    # A reference ends at a sign or before a finite verb or a subject.
    following = _any(grammar().finite | grammar().subject_pronouns | grammar().determiners)
    of, day, articles = data["of"], data["date"], _any(data["articles"])
    end = rf"(?=\s*(?:\.(?!\w)|[;)]|$|,\s(?!\s*(?:(?:en\s+)?[\d§]|{of}\s+(?:{articles})\b))|(?:{following})\b))"
    act = rf"(?:{of}\s+)?(?:{articles})\s+(?:{_any(data['acts'])})(?!\w)(?:\s+{of}\s+{day})?"
    about = rf"(?:\s+(?:{_any(data['about'])})(?:\s+[^\s,.;()]+){{1,10}}?{end})?"
    title = rf"{about}(?:,\s*(?:{_any(data['made'])})\s+{day})?"
    reference = rf"(?:{data['article']}(?:,?\s+{act})?|{act}){title}"
    return re.compile(rf"(?<!\w)(?:{_any(data['before'])})\s+(?P<reference>{reference}){end}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
