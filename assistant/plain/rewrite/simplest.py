"""A shorter and simpler version: "Nog eenvoudiger". The longer text stays one switch away."""

import re
from collections.abc import Iterator, Sequence

from assistant.plain.frequency import zipf
from assistant.plain.hard_words import forms_of, is_explained
from assistant.plain.rewrite.engine import rewrite
from assistant.plain.rewrite.facts import denials, facts
from assistant.plain.rewrite.grammar import rules
from assistant.plain.segment import split_sentences, split_words
from ingest.models import GlossaryEntry

ASIDE = re.compile(r"\s*\([^()\d]*\)")
LINE = re.compile(r"(\n+)")
QUOTE = re.compile(r"[\"“„](?P<said>[^\"“”„]+)[\"”]")
LONGEST_SHORT_NAME = 5
COMMON = 4.3
"""Zipf from which a word needs no other word: "beslissing"."""
ENDS = (".", "!", "?", ":", ";")


def simplest(text: str, glossary: Sequence[GlossaryEntry] = ()) -> str:
    """The text rewritten and then made shorter (`shorter`)."""
    return shorter(rewrite(text), glossary)


def shorter(text: str, glossary: Sequence[GlossaryEntry] = ()) -> str:
    """A plain text without its details, each hard word of the glossary followed by a simpler one.

    Kept: the first sentence of each paragraph, short sentences, and every sentence with a number, date, name,
    "no", something to do or what happens otherwise. Dropped: notes about the law, examples and other long sentences.
    Nothing is added but the simpler words in brackets.
    """
    kept = [part if part.startswith("\n") else _line(part) for part in LINE.split(text)]
    return _explained("".join(kept).strip(), glossary)


def in_own_words(text: str) -> str:
    """Quotes that can be plainer, rewritten and without their marks: no longer shown as somebody's words."""

    def said(found: re.Match[str]) -> str:
        plainer = rewrite(found["said"])
        if plainer == found["said"]:
            return found[0]
        # A sentence of its own gets a capital and a stop.
        alone = text[: found.start()].rstrip().endswith((".", "!", "?"))
        return f"{plainer[:1].upper()}{plainer[1:]}." if alone and not plainer.endswith(ENDS) else plainer

    return QUOTE.sub(said, text)


def _line(line: str) -> str:
    """The line itself when nothing goes: its spaces may be the columns of a table."""
    spans = split_sentences(line)
    kept = list(_sentences(line))
    return line if kept == [span.text for span in spans] else " ".join(kept)


def _sentences(paragraph: str) -> Iterator[str]:
    for number, span in enumerate(split_sentences(paragraph)):
        if number == 0 or _matters(span.text):
            yield ASIDE.sub(_without_aside, span.text)


def _without_aside(match: re.Match[str]) -> str:
    """An aside goes, but not one that holds a name, an address or a "no"."""
    return match[0] if facts(f"x {match[0]}") or denials(match[0]) else ""


def _matters(sentence: str) -> bool:
    data = rules("simplest")
    if sentence.startswith(tuple(data["details"])):
        return False
    words = [word.text.lower() for word in split_words(sentence)]
    if len(words) <= data["short"] or facts(sentence) or denials(sentence):
        return True
    return not set(words).isdisjoint(data["keep"])


def _explained(text: str, glossary: Sequence[GlossaryEntry]) -> str:
    """The first use in a sentence of each glossary word with its simpler word behind it in brackets."""
    taken: list[tuple[int, int, str]] = []
    lower = text.lower()
    for entry in sorted(glossary, key=lambda row: -len(row.term)):
        forms = [form for form in forms_of(entry) if form in lower]
        if entry.simpler is None or entry.pos != "n" or not forms or zipf(entry.term) >= COMMON:
            continue
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])(?!\s*\()", re.IGNORECASE)
        match = next((m for m in pattern.finditer(text) if _in_sentence(text, m)), None)
        if match and not is_explained(text, match.end()) and not any(a <= match.start() < b for a, b, _ in taken):
            taken.append((match.start(), match.end(), f" ({entry.simpler})"))
    for _, end, said in sorted(taken, reverse=True):
        text = text[:end] + said + text[end:]
    return text


def _in_sentence(text: str, match: re.Match[str]) -> bool:
    """Not in a heading (a line that ends without a stop), not in capitals, not as part of a name, not in a quote."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start : end if end >= 0 else None].rstrip()
    if not line.endswith(ENDS) or len(line.split()) <= 2:
        return False
    named = text[match.end() : match.end() + 2].lstrip()[:1].isupper()
    shouted = match[0].isupper() and len(match[0]) > LONGEST_SHORT_NAME
    quoted = any(q.start() <= match.start() - start < q.end() for q in QUOTE.finditer(line))
    return not (named or shouted or quoted)
