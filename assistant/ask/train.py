"""Train the learned leg on the corpus: `python -m assistant.ask.train`. About a minute, the same result each time."""

import random
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch

from assistant.ask.learned import BUCKETS, MODEL_FILE, Buckets, Learned, buckets, quantised, save
from assistant.ask.normalise import Vocabulary, normalise
from ingest import Chunk, corpus_chunks
from ingest.corpus import load_corpus

SIZE, EPOCHS, BATCH, RATE, COOLING, SMOOTHING = 64, 15, 128, 4e-3, 0.88, 0.05
FORGET = 0.3
"""Share of the pieces left out of an example in each pass, so that no single word decides."""
QUESTION, NOISY, HEADING, PARAGRAPH = 1.0, 0.6, 0.7, 0.35
"""How much each kind of example counts."""
TYPO, DROPPED = 0.25, 0.12


class Example(NamedTuple):
    """A text, the number of its section, and how much it counts."""

    rows: Buckets
    section: int
    weight: float


def train(chunks: Sequence[Chunk], vocabulary: Vocabulary, *, epochs: int = EPOCHS, seed: int = 0) -> Learned:
    """The classifier for the sections `chunks`."""
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    shuffled = np.random.default_rng(seed)
    names, examples = examples_of(chunks, vocabulary, random.Random(seed))
    pieces = torch.nn.EmbeddingBag(BUCKETS, SIZE, mode="sum", sparse=True)
    torch.nn.init.normal_(pieces.weight, std=0.05)
    sections = torch.nn.Linear(SIZE, len(names))
    makers = [
        torch.optim.SparseAdam(pieces.parameters(), lr=RATE),
        torch.optim.AdamW(sections.parameters(), lr=RATE, weight_decay=1e-2),
    ]
    for _ in range(epochs):
        for batch in _batches(examples, shuffled):
            loss = _loss(batch, pieces, sections, shuffled)
            for maker in makers:
                maker.zero_grad()
            loss.backward()
            for maker in makers:
                maker.step()
        for maker in makers:
            for group in maker.param_groups:
                group["lr"] *= COOLING
    return quantised(
        names, pieces.weight.detach().numpy(), sections.weight.detach().numpy(), sections.bias.detach().numpy()
    )


def examples_of(
    chunks: Sequence[Chunk], vocabulary: Vocabulary, chance: random.Random
) -> tuple[list[str], list[Example]]:
    """The section ids, and every question variant (as it is and mistyped), heading and paragraph."""
    examples: list[Example] = []

    def add(number: int, text: str, weight: float) -> None:
        examples.append(Example(buckets(normalise(text, vocabulary).expanded), number, weight))

    for number, chunk in enumerate(chunks):
        for question in chunk.questions:
            add(number, question, QUESTION)
            add(number, mistyped(question, chance), NOISY)
        add(number, f"{chunk.heading} {chunk.title}", HEADING)
        for paragraph in chunk.text.splitlines():
            add(number, paragraph, PARAGRAPH)
    return [chunk.id for chunk in chunks], examples


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
    batch: Sequence[Example], pieces: torch.nn.EmbeddingBag, sections: torch.nn.Linear, shuffled: np.random.Generator
) -> torch.Tensor:
    rows = np.concatenate([example.rows for example in batch])
    owner = np.repeat(np.arange(len(batch)), [len(example.rows) for example in batch])
    kept = shuffled.random(len(rows)) > FORGET
    counts = np.bincount(owner[kept], minlength=len(batch))
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
    summed = pieces(torch.from_numpy(rows[kept]), torch.from_numpy(offsets))
    scaled = summed / torch.from_numpy(np.sqrt(np.maximum(counts, 1))).float()[:, None]
    wanted = torch.tensor([example.section for example in batch])
    weights = torch.tensor([example.weight for example in batch])
    losses = torch.nn.functional.cross_entropy(
        sections(scaled), wanted, reduction="none", label_smoothing=SMOOTHING
    )
    return (losses * weights).mean()


def main() -> int:
    """Train on the corpus of today and write the model."""
    corpus = load_corpus()
    model = train(list(corpus_chunks(corpus)), Vocabulary.of_corpus(corpus))
    save(model)
    sys.stdout.write(f"{len(model.names)} sections, {MODEL_FILE.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
