"""Cut a long sentence at a place where both halves can stand alone."""

import re

from assistant.plain.rewrite.grammar import grammar
from assistant.plain.segment import split_words

MIN_WORDS = 4
LONG = 12
SEAM = re.compile(r";\s+|,\s+(?P<joiner>en|maar|doch|dus|want)\s+")
KEPT = frozenset({"maar", "dus", "want"})


def split_long(sentence: str) -> str:
    """The sentence cut at `;` and at `, en` / `, maar` before a new subject with its verb; else unchanged."""
    if len(split_words(sentence)) < LONG:
        return sentence
    for seam in SEAM.finditer(sentence):
        left, right = sentence[: seam.start()], sentence[seam.end() :]
        if not (_whole(left) and (_main_clause(right) or (seam["joiner"] is None and _can_stand(right)))):
            continue
        joiner = seam["joiner"] or ""
        head = f"{joiner} " if joiner in KEPT else ""
        piece = head + right
        return f"{left}. {split_long(piece[:1].upper() + piece[1:])}"
    return sentence


def _whole(left: str) -> bool:
    words = [word.text.lower() for word in split_words(left)]
    opened = words[0] in grammar().subordinators and "," not in left
    return len(words) >= MIN_WORDS and not opened and left.count("(") == left.count(")") and _has_verb(words)


def _can_stand(right: str) -> bool:
    """After `;`: a verb in one of the first words behind the subject, and no word that opens a subclause."""
    words = [word.text.lower() for word in split_words(right)]
    return len(words) >= MIN_WORDS and words[0] not in grammar().subordinators and _has_verb(words[1:5])


def _has_verb(words: list[str]) -> bool:
    return any(word in grammar().finite for word in words)


def _main_clause(right: str) -> bool:
    """A pronoun or a short noun group, then a finite verb."""
    words = [word.text.lower() for word in split_words(right)]
    if len(words) < MIN_WORDS:
        return False
    if words[0] in grammar().subject_pronouns:
        return words[1] in grammar().finite
    if words[0] in ("dit", "dat", "deze") and words[1] in grammar().finite:
        return True
    return words[0] in grammar().determiners and words[2] in grammar().finite
