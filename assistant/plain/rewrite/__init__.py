"""Rewrite officialese in plain Dutch, by rules and data only."""

from assistant.plain.rewrite.engine import rewrite, rewrite_sentence

__all__ = ["rewrite", "rewrite_sentence"]
