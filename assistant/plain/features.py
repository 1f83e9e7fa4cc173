"""What can be counted in a text: the input of the level model."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.plain.data import words as word_lists
from assistant.plain.frequency import HARD_ZIPF, RARE_ZIPF, ease, syllables
from assistant.plain.segment import Span, is_number, split_sentences, split_words

PARTICIPLE = re.compile(r"^(?:\w*ge\w+(?:d|t|en)|(?:be|ver|ont|her|er)\w+(?:d|t|en))$")
NOMINAL_LENGTH = 7


class Features(NamedTuple):
    """Counts per word or per sentence; shares lie in [0, 1]."""

    words_per_sentence: float
    longest_sentence: float
    syllables_per_word: float
    hard_word_share: float
    rare_word_share: float
    officialese_per_sentence: float
    passive_per_sentence: float
    nominal_per_sentence: float
    subordinate_per_sentence: float
    negation_per_sentence: float


class Counted(NamedTuple):
    """One sentence with its words."""

    span: Span
    words: tuple[Span, ...]


def count(text: str) -> list[Counted]:
    """Sentences with at least one word."""
    rows = [Counted(span, tuple(split_words(span.text))) for span in split_sentences(text)]
    return [row for row in rows if row.words]


def features(rows: Sequence[Counted], officialese: int = 0) -> Features:
    """The features of a text; all zero when it is empty."""
    if not rows:
        return Features(*([0.0] * len(Features._fields)))
    sizes = [len(row.words) for row in rows]
    total, sentences = sum(sizes), len(rows)
    plain = [word for row in rows for word in ordinary_words(row)]
    eases = [ease(word) for word in plain]
    lower = [[word.text.lower() for word in row.words] for row in rows]
    return Features(
        words_per_sentence=total / sentences,
        longest_sentence=float(max(sizes)),
        syllables_per_word=sum(map(syllables, plain)) / max(len(plain), 1),
        hard_word_share=sum(e < HARD_ZIPF for e in eases) / max(len(plain), 1),
        rare_word_share=sum(e < RARE_ZIPF for e in eases) / max(len(plain), 1),
        officialese_per_sentence=officialese / sentences,
        passive_per_sentence=sum(is_passive(row) for row in lower) / sentences,
        nominal_per_sentence=sum(is_nominal(word) for row in lower for word in row) / sentences,
        subordinate_per_sentence=sum(subordinates(row) for row in lower) / sentences,
        negation_per_sentence=sum(map(negations, lower)) / sentences,
    )


def ordinary_words(row: Counted) -> list[str]:
    """Words that can be hard: no numbers, no words of a date, and no names (a capital inside the sentence)."""
    found = []
    for number, word in enumerate(row.words):
        name = word.text[:1].isupper() and (number > 0 or word.text.isupper())
        if not name and not is_number(word.text) and word.text.lower() not in word_lists().date_words:
            found.append(word.text)
    return found


def is_participle(word: str) -> bool:
    """A guess by shape: ge-, be-, ver-, ont-, her- and a participle's ending."""
    return bool(PARTICIPLE.match(word)) and word not in word_lists().not_participle


def is_passive(lower: Sequence[str]) -> bool:
    """`worden` with a participle in one sentence, or a participle with `door`."""
    lists = word_lists()
    if not any(is_participle(word) for word in lower):
        return False
    if any(word in lists.passive_verbs for word in lower):
        return True
    return "door" in lower and any(word in lists.passive_perfect for word in lower)


def is_nominal(word: str) -> bool:
    """A long noun made from a verb, such as `terugvordering`."""
    lists = word_lists()
    if len(word) < NOMINAL_LENGTH or word in lists.nominal_exceptions or word in lists.easy_words:
        return False
    return word.endswith(lists.nominal_endings)


def subordinates(lower: Sequence[str]) -> int:
    """How many words open a subordinate clause (`dat` and `die` after a comma are not counted)."""
    return sum(word in word_lists().subordinators for word in lower)


def negations(lower: Sequence[str]) -> int:
    """How many words say no."""
    return sum(word in word_lists().negations for word in lower)
