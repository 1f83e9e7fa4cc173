"""What makes a text hard, place by place, with what to do about it."""

from collections.abc import Iterator

from assistant.models import Finding
from assistant.plain.data import remedies
from assistant.plain.data import words as word_lists
from assistant.plain.features import Counted, count, is_nominal, is_participle, is_passive, negations, subordinates
from assistant.plain.frequency import HARD_ZIPF, ease
from assistant.plain.officialese import find_phrases
from assistant.plain.segment import Span, is_number
from assistant.plain.tone import tone_hits

LONG_SENTENCE = 15
MANY_CLAUSES = 2
MANY_NEGATIONS = 2
PINCER = 9
FORMAL_YOU = frozenset({"u", "uw", "uzelf"})


def findings(text: str) -> tuple[Finding, ...]:
    """Every finding of the text, in reading order. Offsets in characters of `text`."""
    found = [*_phrases(text), *_tone(text)]
    taken = [(f.start, f.end) for f in found]
    for row in count(text):
        found += _sentence(row)
        found += [f for f in _word_findings(row) if not any(a <= f.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.kind)))


def _make(start: int, end: int, kind: str, **values: object) -> Finding:
    return Finding(start=start, end=end, kind=kind, remedy=remedies()[kind].format(**values))


def _phrases(text: str) -> Iterator[Finding]:
    for hit in find_phrases(text):
        phrase = hit.phrases[0]
        word = text[hit.start : hit.end]
        kind = "officialese" if phrase.plain else "officialese-drop"
        yield _make(hit.start, hit.end, kind, word=word, simpler=phrase.plain)


def _tone(text: str) -> Iterator[Finding]:
    for hit in tone_hits(text):
        yield _make(hit.start, hit.end, "tone", word=text[hit.start : hit.end], simpler=hit.better)


def _sentence(row: Counted) -> Iterator[Finding]:
    span, lower = row.span, [word.text.lower() for word in row.words]
    if len(lower) > LONG_SENTENCE:
        yield _make(span.start, span.end, "long-sentence", count=len(lower))
    if is_passive(lower):
        yield _make(span.start, span.end, "passive")
    clauses = subordinates(lower)
    if clauses >= MANY_CLAUSES:
        yield _make(span.start, span.end, "tangled", count=clauses)
    if negations(lower) >= MANY_NEGATIONS:
        yield _make(span.start, span.end, "negation", count=negations(lower))
    yield from _pincer(row, lower)


def _pincer(row: Counted, lower: list[str]) -> Iterator[Finding]:
    """A helper verb far from the participle that closes its clause."""
    lists = word_lists()
    for number, word in enumerate(lower):
        if word in lists.passive_verbs or word in lists.passive_perfect:
            for later in range(number + PINCER, len(lower)):
                if is_participle(lower[later]):
                    base, helper = row.span.start, row.words[number]
                    start, end = base + helper.start, base + row.words[later].end
                    yield _make(start, end, "pincer", word=helper.text, count=later - number - 1)
                    return


def _word_findings(row: Counted) -> Iterator[Finding]:
    for number, word in enumerate(row.words):
        kind = _word_kind(word, number)
        if kind is not None:
            start = row.span.start + word.start
            yield _make(start, start + len(word.text), kind, word=word.text)


def _word_kind(word: Span, number: int) -> str | None:
    text, lower = word.text, word.text.lower()
    if lower in FORMAL_YOU and text != "U.":
        return "formal-you"
    if is_number(text):
        return None
    if text.isupper() and len(text) > 1:
        known = text in word_lists().known_abbreviations or lower in word_lists().easy_words
        return None if known else "abbreviation"
    if text[:1].isupper() and number > 0:
        return None
    if ease(text) < HARD_ZIPF:
        return "hard-word"
    return "nominal" if is_nominal(lower) else None
