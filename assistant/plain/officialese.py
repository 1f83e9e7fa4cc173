"""The phrase book of officialese: corpus/language/officialese/*.yaml as one matcher.

Each file has a `kind` and `entries` {formal: plain}:

    fixed  the same letters everywhere; an empty plain text means that the words can go
    noun   "de aanvang | aanvangen": "het begin | beginnen", with articles
    verb   six forms: infinitive, I, he, past, past plural, participle
    adj    two forms: bare and with -e
    adverb       fixed, but left alone right after an article
    infinitive   before "te" and an infinitive; the plain turn takes the infinitive without "te"
    request      before "te" and an infinitive, which becomes an imperative; the plain side is advice

A word in brackets at the end of an infinitive or a request may be missing.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from assistant.plain.data import LANGUAGE_DIR
from ingest.corpus import load_yaml

WHOLE = frozenset({"fixed", "adverb", "infinitive", "request"})


TURNS = frozenset({"infinitive", "request"})
WORD = re.compile(r"(?<![\w@/-])(?<!\w\.)[\w-]+")
TE = re.compile(r"(?:(?!\.\s+[A-ZÀ-Þ]|\n\s*\n)[^!?;]){0,250}?(?<!\w)te\s+[a-zëéï]+n(?!\w)")


class Phrase(NamedTuple):
    """One formal form with its plain form. `article` = (formal, plain) for a singular noun."""

    formal: str
    plain: str
    kind: str
    slot: int = 0
    article: tuple[str, str] = ("", "")
    entry: str = ""


class Hit(NamedTuple):
    """A phrase found in a text."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]


@cache
def phrase_book() -> Mapping[str, tuple[Phrase, ...]]:
    """Every formal form in lower case; several phrases when the form is ambiguous."""
    book: dict[str, list[Phrase]] = {}
    for path in sorted((LANGUAGE_DIR / "officialese").glob("*.yaml")):
        rows = load_yaml(path)
        for formal, plain in rows["entries"].items():
            for phrase in _expand(rows["kind"], formal, plain or ""):
                book.setdefault(phrase.formal.lower(), []).append(phrase)
    return {formal: tuple(phrases) for formal, phrases in book.items()}


def find_phrases(text: str) -> list[Hit]:
    """The longest phrases, left to right, without overlap."""
    found: list[Hit] = []
    end = 0
    for word in WORD.finditer(text):
        matcher = _matchers().get(word[0].lower()) if word.start() >= end else None
        match = matcher.match(text, word.start()) if matcher else None
        if match is None:
            continue
        hit = Hit(match.start(), match.end(), phrase_book()[re.sub(r"\s+", " ", match[0].lower())])
        end = hit.end
        if hit.phrases[0].kind not in TURNS or _with_te(text, hit.end):
            found.append(hit)
    return found


def count_officialese(text: str) -> int:
    """How many formal phrases stand in the text."""
    return len(find_phrases(text))


def _with_te(text: str, end: int) -> bool:
    """A turn is one only when `te` and an infinitive follow in its sentence."""
    return TE.match(text, end) is not None


def entry_count() -> int:
    """The number of entries, inflected forms not counted."""
    return len({phrase.entry for phrases in phrase_book().values() for phrase in phrases})


@cache
def _matchers() -> Mapping[str, re.Pattern[str]]:
    """For each first word one pattern of its phrases, the longest first."""
    groups: dict[str, list[str]] = {}
    for formal in sorted(phrase_book(), key=len, reverse=True):
        first = WORD.search(formal)
        if first is not None:
            groups.setdefault(first[0], []).append(r"\s+".join(map(re.escape, formal.split())))
    # Not inside an address such as www.gerechtsdeurwaarders.be.
    after = r"(?![\w-]|\.\w|@)"
    return {
        first: re.compile(rf"(?:{'|'.join(formals)}){after}", re.IGNORECASE) for first, formals in groups.items()
    }


def _expand(kind: str, formal: str, plain: str) -> Iterator[Phrase]:
    entry = f"{kind}:{formal}"
    if kind in WHOLE:
        for form in _with_and_without(formal):
            yield Phrase(form, plain, kind, entry=entry)
    elif kind == "noun":
        yield from _nouns(formal, plain, entry)
    else:
        old, new = formal.split("/"), plain.split("/")
        for slot, (before, after) in enumerate(zip(old, new, strict=True)):
            if before.strip() not in ("", "-"):
                yield Phrase(before.strip(), after.strip(), kind, slot, entry=entry)


def _with_and_without(formal: str) -> tuple[str, ...]:
    """`u wordt verzocht (om)` with and without its last word."""
    head, bracket, tail = formal.partition(" (")
    return (head, f"{head} {tail.rstrip(')')}") if bracket else (formal,)


def _nouns(formal: str, plain: str, entry: str) -> Iterator[Phrase]:
    old, new = [part.strip() for part in formal.split("|")], [part.strip() for part in plain.split("|")]
    old_article, _, old_noun = old[0].partition(" ")
    new_article, _, new_noun = new[0].partition(" ")
    yield Phrase(old_noun, new_noun, "noun", 0, (old_article, new_article), entry)
    if len(old) > 1 and len(new) > 1:
        yield Phrase(old[1], new[1], "noun", 1, entry=entry)
