"""Move the reference to a law out of the sentence into a note behind it."""

import re
from collections.abc import Iterable
from functools import cache

from assistant.plain.rewrite.grammar import grammar, rules


def move_references(sentence: str) -> tuple[str, tuple[str, ...]]:
    """(sentence without its references, notes). Unchanged and no notes when a reference has no clear end."""
    notes: list[str] = []
    if not sentence.endswith((".", "!", "?")):
        return sentence, ()

    def cut(match: re.Match[str]) -> str:
        reference = re.sub(r"\s+", " ", match["reference"]).strip().rstrip(".")
        notes.append(rules("law")["note"].format(reference=reference))
        plain: str = rules("law")["plain"]
        return plain[:1].upper() + plain[1:] if match[0][:1].isupper() else plain

    return _pattern().sub(cut, sentence), tuple(notes)


@cache
def _pattern() -> re.Pattern[str]:
    data = rules("law")
    # A reference ends at a sign or before a finite verb or a subject.
    following = _any(grammar().finite | grammar().subject_pronouns | grammar().determiners)
    end = rf"(?=\s*(?:\.(?!\w)|[;)]|$|,\s|(?:{following})\b))"
    of, day = data["of"], data["date"]
    act = rf"(?:{of}\s+)?(?:{_any(data['articles'])})\s+(?:{_any(data['acts'])})(?!\w)(?:\s+{of}\s+{day})?"
    title = rf"(?:\s+(?:{_any(data['about'])})(?:\s+[^\s,.;()]+){{1,10}}?{end})?"
    reference = rf"(?:{data['article']}(?:\s+{act})?|{act}){title}"
    return re.compile(rf"(?<!\w)(?:{_any(data['before'])})\s+(?P<reference>{reference}){end}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
