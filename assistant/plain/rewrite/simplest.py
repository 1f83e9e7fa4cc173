"""A shorter and simpler version: "Nog eenvoudiger". The longer text stays one switch away."""

import re
from collections.abc import Iterator, Sequence

from assistant.plain.hard_words import forms_of, is_explained
from assistant.plain.rewrite.engine import rewrite
from assistant.plain.rewrite.facts import denials, facts
from assistant.plain.rewrite.grammar import rules
from assistant.plain.segment import split_sentences, split_words
from ingest.models import GlossaryEntry

ASIDE = re.compile(r"\s*\([^()\d]*\)")
LINE = re.compile(r"(\n+)")


def simplest(text: str, glossary: Sequence[GlossaryEntry] = ()) -> str:
    """The text rewritten, without its details, each hard word of the glossary followed by a simpler one.

    Kept: the first sentence of each paragraph, short sentences, and every sentence with a number, date, name,
    "no" or something to do. Dropped: notes about the law, examples and other long sentences. Nothing is added
    but the simpler words in brackets.
    """
    parts = LINE.split(rewrite(text))
    kept = [part if part.startswith("\n") else " ".join(_sentences(part)) for part in parts]
    return _explained("".join(kept).strip(), glossary)


def _sentences(paragraph: str) -> Iterator[str]:
    for number, span in enumerate(split_sentences(paragraph)):
        if number == 0 or _matters(span.text):
            yield ASIDE.sub("", span.text)


def _matters(sentence: str) -> bool:
    data = rules("simplest")
    if sentence.startswith(tuple(data["details"])):
        return False
    words = [word.text.lower() for word in split_words(sentence)]
    if len(words) <= data["short"] or facts(sentence) or denials(sentence):
        return True
    return not set(words).isdisjoint(data["keep"])


def _explained(text: str, glossary: Sequence[GlossaryEntry]) -> str:
    """The first use of each glossary word with its simpler word behind it in brackets."""
    taken: list[tuple[int, int, str]] = []
    lower = text.lower()
    for entry in sorted(glossary, key=lambda row: -len(row.term)):
        forms = [form for form in forms_of(entry) if form in lower]
        if entry.simpler is None or entry.pos != "n" or not forms:
            continue
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])(?!\s*\()", re.IGNORECASE)
        match = pattern.search(text)
        if match and not is_explained(text, match.end()) and not any(a <= match.start() < b for a, b, _ in taken):
            taken.append((match.start(), match.end(), f" ({entry.simpler})"))
    for _, end, said in sorted(taken, reverse=True):
        text = text[:end] + said + text[end:]
    return text
