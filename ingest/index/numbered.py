"""Texts as numbers of their terms: those of a hundred thousand texts fit in memory, the strings do not."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain


class Numbered:
    """Texts in order; `ids` and `vocab` are the names that bm25s expects."""

    def __init__(self, ids: list["array[int]"], vocab: dict[str, int]) -> None:
        """`ids` = for each text the numbers of its terms, `vocab` = the number of each term."""
        self.ids = ids
        self.vocab = vocab

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> "Numbered":
        """Number the terms in the order they come."""
        vocab: defaultdict[str, int] = defaultdict()
        vocab.default_factory = vocab.__len__
        ids = [array("i", map(vocab.__getitem__, terms)) for terms in texts]
        return cls(ids, dict(vocab))

    def joined(self, owners: Sequence[str]) -> tuple[list[str], "Numbered"]:
        """The texts of each owner as one text; `owners` names the owner of each text."""
        found: dict[str, array[int]] = {}
        for owner, numbers in zip(owners, self.ids, strict=True):
            found.setdefault(owner, array("i")).extend(numbers)
        return list(found), Numbered(list(found.values()), self.vocab)

    def frequency(self) -> dict[str, int]:
        """In how many texts each term stands."""
        counts = Counter(chain.from_iterable(map(set, self.ids)))
        return {term: counts[number] for term, number in self.vocab.items()}
