"""Train the kinds of letters on their example sentences: `python -m assistant.letters.train`. About two minutes.

`kinds.npz` tells which kind a letter sounds like.
"""

import random
import sys
from collections.abc import Mapping, Sequence

import numpy as np

from assistant.ask.learned import BUCKETS, Learned, buckets, save
from assistant.ask.training import Example, averaged, train_classifier
from assistant.letters.alike import KINDS_FILE, plain_words
from assistant.letters.patterns import letter_language

SIZE, EPOCHS, MEMBERS = 48, 22, 3
MIXTURES = 30
"""So many made-up letters for each kind: a few of its sentences together, as in a real letter."""
LONGEST = 4
"""Sentences in a made-up letter."""


def train(sentences: Mapping[str, Sequence[str]], *, epochs: int = EPOCHS) -> Learned:
    """The classifier for the kinds, the mean of several with other starts. Pieces in no example count for nothing."""
    members = []
    for seed in range(MEMBERS):
        examples = _examples(sentences, random.Random(seed))
        members.append(train_classifier(list(sentences), examples, size=SIZE, epochs=epochs, seed=seed))
    model = averaged(members)
    return model._replace(pieces=model.pieces * _seen(sentences)[:, None])


def _examples(sentences: Mapping[str, Sequence[str]], chance: random.Random) -> list[Example]:
    texts = [
        (number, text)
        for number, rows in enumerate(sentences.values())
        for text in (*rows, *(_mixture(rows, chance) for _ in range(MIXTURES)))
    ]
    return [Example(buckets(plain_words(text)), number, 1.0) for number, text in texts]


def _mixture(rows: Sequence[str], chance: random.Random) -> str:
    return " ".join(chance.sample(rows, min(chance.randint(2, LONGEST), len(rows))))


def _seen(sentences: Mapping[str, Sequence[str]]) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    """1 for each piece that stands in an example. The others still hold the chance numbers they started with."""
    seen = np.zeros(BUCKETS, dtype=np.int8)
    for rows in sentences.values():
        for row in rows:
            seen[buckets(plain_words(row))] = 1
    return seen


def main() -> int:
    """Train on the sentences of today and write the model."""
    model = train(letter_language("kinds"))
    save(model, KINDS_FILE)
    sys.stdout.write(f"{KINDS_FILE.name}: {len(model.names)} classes, {KINDS_FILE.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
