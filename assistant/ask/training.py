"""Train a small classifier over words and character pieces. Deterministic: the same examples, the same model."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch

from assistant.ask.learned import BUCKETS, Buckets, Learned, quantised

BATCH, RATE, COOLING, SMOOTHING = 128, 4e-3, 0.88, 0.05
FORGET = 0.3
"""Share of the pieces left out of an example in each pass, so that no single word decides."""
TYPO, DROPPED = 0.25, 0.12


class Example(NamedTuple):
    """The pieces of a text, the number of its class, and how much it counts."""

    rows: Buckets
    wanted: int
    weight: float


def train_classifier(
    names: Sequence[str], examples: Sequence[Example], *, size: int, epochs: int, seed: int = 0
) -> Learned:
    """The classifier that tells the classes `names` apart; `size` numbers for each piece."""
    torch.set_num_threads(1)  # sums of several threads differ in their last digit
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    shuffled = np.random.default_rng(seed)
    pieces = torch.nn.EmbeddingBag(BUCKETS, size, mode="sum", sparse=True)
    torch.nn.init.normal_(pieces.weight, std=0.05)
    classes = torch.nn.Linear(size, len(names))
    makers = [
        torch.optim.SparseAdam(pieces.parameters(), lr=RATE),
        torch.optim.AdamW(classes.parameters(), lr=RATE, weight_decay=1e-2),
    ]
    for _ in range(epochs):
        for batch in _batches(examples, shuffled):
            loss = _loss(batch, pieces, classes, shuffled)
            for maker in makers:
                maker.zero_grad()
            loss.backward()
            for maker in makers:
                maker.step()
        for maker in makers:
            for group in maker.param_groups:
                group["lr"] *= COOLING
    return quantised(
        names, pieces.weight.detach().numpy(), classes.weight.detach().numpy(), classes.bias.detach().numpy()
    )


def averaged(models: Sequence[Learned]) -> Learned:
    """One classifier whose scores are the mean of those of `models`, which know the same classes.

    Trained from other starts they err on other questions; together they are right more often than the best of them.
    """
    return Learned(
        models[0].names,
        np.concatenate([model.pieces for model in models], axis=1),
        np.concatenate([model.scale for model in models]),
        np.concatenate([model.classes / np.float32(len(models)) for model in models], axis=1),
        np.mean([model.bias for model in models], axis=0).astype(np.float32),
    )


def mistyped(text: str, chance: random.Random) -> str:
    """The text with letters swapped, lost or doubled, and some words left out."""
    words = [_mistype(word, chance) for word in text.split() if chance.random() > DROPPED]
    return " ".join(words) or text


def _mistype(word: str, chance: random.Random) -> str:
    if len(word) < 4 or chance.random() > TYPO:
        return word
    at = chance.randrange(len(word) - 1)
    kind = chance.choice(("swap", "lose", "double"))
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + (word[at + 1 :] if kind == "lose" else word[at] + word[at:])


def _batches(examples: Sequence[Example], shuffled: np.random.Generator) -> Iterator[list[Example]]:
    order = shuffled.permutation(len(examples))
    for start in range(0, len(order), BATCH):
        yield [examples[n] for n in order[start : start + BATCH]]


def _loss(
    batch: Sequence[Example], pieces: torch.nn.EmbeddingBag, classes: torch.nn.Linear, shuffled: np.random.Generator
) -> torch.Tensor:
    rows = np.concatenate([example.rows for example in batch])
    owner = np.repeat(np.arange(len(batch)), [len(example.rows) for example in batch])
    kept = shuffled.random(len(rows)) > FORGET
    counts = np.bincount(owner[kept], minlength=len(batch))
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
    summed = pieces(torch.from_numpy(rows[kept]), torch.from_numpy(offsets))
    scaled = summed / torch.from_numpy(np.sqrt(np.maximum(counts, 1))).float()[:, None]
    wanted = torch.tensor([example.wanted for example in batch])
    weights = torch.tensor([example.weight for example in batch])
    losses = torch.nn.functional.cross_entropy(
        classes(scaled), wanted, reduction="none", label_smoothing=SMOOTHING
    )
    return (losses * weights).mean()
