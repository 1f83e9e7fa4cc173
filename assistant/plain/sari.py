"""SARI: how well a simplification keeps, adds and deletes what references keep, add and delete.

Source: Xu, Napoles, Pavlick, Chen, Callison-Burch, Optimizing Statistical Machine Translation for Text
Simplification, TACL 2016 (F1 for keep and add, precision for delete, mean over n = 1 to 4).
"""

import re
from collections import Counter
from collections.abc import Sequence

SIZES = (1, 2, 3, 4)
TOKEN = re.compile(r"\w+(?:[.,:/'’-]\w+)*|[^\w\s]")
Grams = Counter[tuple[str, ...]]


def sari(source: str, output: str, references: Sequence[str]) -> float:
    """A score from 0 to 100; the mean of keep, add and delete. Needs at least one reference."""
    return 100 * sum(_one_size(source, output, references, size) for size in SIZES) / len(SIZES)


def _one_size(source: str, output: str, references: Sequence[str], size: int) -> float:
    count = len(references)
    before, after = _grams(source, size), _grams(output, size)
    wanted: Grams = sum((_grams(reference, size) for reference in references), Counter())
    # Source and output weigh as much as all references together.
    many_before = Counter({gram: n * count for gram, n in before.items()})
    many_after = Counter({gram: n * count for gram, n in after.items()})
    kept, deleted = many_before & many_after, many_before - many_after
    good_kept, all_kept = kept & wanted, many_before & wanted
    keep = _f1(_share(good_kept, kept), _share(good_kept, all_kept))
    delete = _share(deleted - wanted, deleted)
    added, to_add = set(after) - set(before), set(wanted) - set(before)
    good = len(added & set(wanted))
    add = _f1(good / len(added) if added else 1.0 * (not to_add), good / len(to_add) if to_add else 1.0)
    return (keep + delete + add) / 3


def _share(good: Grams, every: Grams) -> float:
    """The mean over the n-grams of `every` of the part that is good; 1 when there is nothing to judge."""
    if not every:
        return 1.0
    return sum(min(good[gram] / n, 1.0) for gram, n in every.items()) / len(every)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _grams(text: str, size: int) -> Grams:
    tokens = TOKEN.findall(text.lower())
    return Counter(zip(*(tokens[n:] for n in range(size)), strict=False))
