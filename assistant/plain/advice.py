"""Advice sentence by sentence, for somebody who writes a plain letter or message."""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.models import Finding, Level
from assistant.plain.findings import findings
from assistant.plain.measure import measure
from assistant.plain.rewrite import rewrite
from assistant.plain.segment import Span, split_sentences


class Advice(NamedTuple):
    """One sentence: its place in the text, its level, what makes it hard, and a plainer one when we have it."""

    span: Span
    line: int
    level: Level
    findings: tuple[Finding, ...]
    plainer: str | None


def advise(text: str) -> tuple[Advice, ...]:
    """The sentences of `text` in order; `line` counts from 1. A finding belongs to the sentence in which it starts."""
    found = findings(text)
    return tuple(_advice(text, span, found) for span in split_sentences(text))


def _advice(text: str, span: Span, found: Sequence[Finding]) -> Advice:
    own = tuple(finding for finding in found if span.start <= finding.start < span.end)
    flat = " ".join(span.text.split())
    plainer = " ".join(rewrite(span.text).split())
    line = text.count("\n", 0, span.start) + 1
    return Advice(span, line, measure(span.text).level, own, plainer if plainer != flat else None)
