"""The flow for one sentence, and for a text with its paragraphs and lists."""

import re
from collections.abc import Callable, Sequence

from assistant.plain.rewrite.address import to_informal
from assistant.plain.rewrite.facts import keeps_facts
from assistant.plain.rewrite.grammar import grammar
from assistant.plain.rewrite.law import move_references
from assistant.plain.rewrite.passive import make_active
from assistant.plain.rewrite.phrases import replace_phrases
from assistant.plain.rewrite.pointers import point
from assistant.plain.rewrite.smooth import prepare, smooth
from assistant.plain.rewrite.split import split_long
from assistant.plain.rewrite.turns import unfold_turns
from assistant.plain.segment import split_sentences

Step = Callable[[str], str]
QUOTED = re.compile(r"[\"“„«](?=\S)")
STEPS: Sequence[Step] = (prepare, point, replace_phrases, unfold_turns, smooth, make_active, split_long)


def rewrite(text: str, *, informal: bool = True) -> str:
    """The text in plainer Dutch, paragraphs and lists kept.

    A step that would lose or add a number, date, name, amount or "no" is not taken; a sentence of which
    no rule is sure stays as it is. `informal` False keeps `u`, for messages to an office.
    """
    out: list[str] = []
    end = 0
    for span in split_sentences(text):
        out += [text[end : span.start], rewrite_sentence(span.text, informal=informal)]
        end = span.end
    return "".join([*out, text[end:]])


def rewrite_sentence(sentence: str, *, informal: bool = True) -> str:
    """One sentence, rewritten as one or more sentences."""
    letters = [c for c in sentence if c.isalpha()]
    if not letters or all(c.isupper() for c in letters):
        return sentence
    flat = re.sub(r"\s+", " ", sentence)
    # Words between quotes are somebody's own: they stay as they are.
    if QUOTED.search(flat) or _is_foreign(flat):
        return sentence
    body, notes = move_references(flat)
    if not keeps_facts(flat, " ".join([body, *notes])):
        body, notes = flat, ()
    for step in (*STEPS, to_informal) if informal else STEPS:
        after = step(body)
        if after != body and keeps_facts(body, after):
            body = after
    said = " ".join([body, *notes])
    return said if said != flat else sentence


def _is_foreign(sentence: str) -> bool:
    """French: at least two of its small words, and more of them than of ours."""
    words = sentence.lower().split()
    french = sum(word in grammar().foreign for word in words)
    return french >= 2 and french > sum(word in grammar().determiners for word in words)
