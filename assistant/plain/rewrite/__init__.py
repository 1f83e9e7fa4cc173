"""Rewrite officialese in plain Dutch, by rules and data only."""

from assistant.plain.rewrite.engine import rewrite, rewrite_sentence
from assistant.plain.rewrite.facts import denials, facts, keeps_facts
from assistant.plain.rewrite.simplest import in_own_words, shorter, simplest

__all__ = ["denials", "facts", "in_own_words", "keeps_facts", "rewrite", "rewrite_sentence", "shorter", "simplest"]
