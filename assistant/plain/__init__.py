"""Plain Dutch: measure a text, say what makes it hard, and rewrite officialese. Usable on its own."""

from assistant.plain.advice import Advice, advise
from assistant.plain.findings import findings
from assistant.plain.hard_words import hard_words, unexplained
from assistant.plain.measure import harder_than, measure
from assistant.plain.report import report
from assistant.plain.rewrite import in_own_words, rewrite, shorter, simplest
from assistant.plain.segment import Span, split_sentences
from assistant.plain.tone import tone_hits

__all__ = [
    "Advice", "Span", "advise", "findings", "hard_words", "harder_than", "in_own_words", "measure", "report", "rewrite",
    "shorter", "simplest", "split_sentences", "tone_hits", "unexplained",
]  # fmt: skip
