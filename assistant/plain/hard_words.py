"""Hard words that stay in a text, with one plain sentence about each."""

import re
from collections.abc import Iterable, Sequence

from assistant.models import HardWord
from assistant.plain.data import words as word_lists
from assistant.plain.features import count
from assistant.plain.frequency import HARD_ZIPF, ease
from assistant.plain.segment import is_number
from ingest.models import GlossaryEntry

LOOK_AHEAD = 40


def hard_words(text: str, glossary: Sequence[GlossaryEntry]) -> tuple[HardWord, ...]:
    """The glossary words of the text in order of first use, each once."""
    lower = text.lower()
    found: dict[str, tuple[int, int, GlossaryEntry]] = {}
    for entry in glossary:
        for form in forms_of(entry):
            if form not in lower:
                continue
            match = _pattern(form).search(text)
            if match and (entry.term not in found or match.start() < found[entry.term][0]):
                found[entry.term] = (match.start(), match.end(), entry)
    ordered = _without_inner(sorted(found.values(), key=lambda row: (row[0], -row[1])))
    return tuple(
        HardWord(word=entry.term, meaning=entry.plain, forms=forms_of(entry), fr=entry.fr, en=entry.en)
        for entry in ordered
    )


def unexplained(text: str, glossary: Iterable[GlossaryEntry]) -> tuple[str, ...]:
    """Hard words that neither the glossary nor the text itself explains, each once."""
    known = {part for entry in glossary for form in forms_of(entry) for part in form.split()}
    found: dict[str, None] = {}
    for row in count(text):
        for number, word in enumerate(row.words):
            lower = word.text.lower()
            name = word.text[:1].isupper() and (number > 0 or word.text.isupper())
            if name or is_number(word.text) or lower in known or ease(word.text) >= HARD_ZIPF:
                continue
            if not is_explained(text, row.span.start + word.end):
                found[word.text] = None
    return tuple(found)


def forms_of(entry: GlossaryEntry) -> tuple[str, ...]:
    """The term and its forms in lower case; a part in brackets is left off."""
    term = re.sub(r"\s*\([^)]*\)", "", entry.term)
    return tuple(dict.fromkeys(form.lower() for form in (term, *entry.forms)))


def is_explained(text: str, end: int) -> bool:
    """True when the words right after `end`, or the next sentence, explain the word that ends there."""
    lists, after = word_lists(), text[end : end + LOOK_AHEAD].lower()
    if after.startswith(lists.explained_after):
        return True
    _, stop, following = after.partition(". ")
    return bool(stop) and following.startswith(lists.explained_next)


def _without_inner(rows: list[tuple[int, int, GlossaryEntry]]) -> list[GlossaryEntry]:
    """Drop a word that only stands inside a longer term."""
    kept: list[tuple[int, int, GlossaryEntry]] = []
    for row in rows:
        if not any(a <= row[0] and row[1] <= b for a, b, _ in kept):
            kept.append(row)
    return [entry for _, _, entry in kept]


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])", re.IGNORECASE)
