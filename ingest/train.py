"""Make the built-in static model from the corpus: `python -m ingest.train`.

Tokens are learnt from the corpus, their vectors start as PPMI-SVD and are then pulled so that a question
lies near the section that answers it (MultipleNegativesRankingLoss). The same corpus gives the same files.

Source: Levy and Goldberg, NIPS 2014 (PPMI-SVD); Henderson et al., 2017 (in-batch negatives).
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from ingest.corpus import read_corpus
from ingest.embed import MODEL_DIR, BuiltinEmbeddings, Vectors
from ingest.index.chunk import Chunk, corpus_chunks
from ingest.models import Corpus

SEED = 7
VOCABULARY = 4000
DIMENSION = 160
WINDOW = 8
EPOCHS = 6
BATCH = 64
LEARNING_RATE = 5e-3
UNKNOWN = "[UNK]"


class Pair(NamedTuple):
    """A question and the text that answers it; pairs of one `owner` never share a batch."""

    question: str
    passage: str
    owner: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the corpus and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=MODEL_DIR)
    options = parser.parse_args(arguments)
    corpus, _ = read_corpus()
    tokenizer, rows = train(list(corpus_chunks(corpus)), glossary_pairs(corpus))
    save(tokenizer, rows, options.out)
    sys.stdout.write(f"{rows.shape[0]} tokens x {rows.shape[1]}: {BuiltinEmbeddings.load(options.out).id}\n")


def glossary_pairs(corpus: Corpus) -> list[Pair]:
    """Hard words with their plain meaning, lay words with the official ones."""
    found = [Pair(entry.plain, entry.term, f"term:{entry.term}") for entry in corpus.glossary]
    return found + [Pair(say, " ".join(means), f"lay:{means[0]}") for say, means in corpus.lay_terms.items() if means]


def train(chunks: Sequence[Chunk], extra: Sequence[Pair] = (), *, seed: int = SEED) -> tuple[Tokenizer, Vectors]:
    """A tokenizer and a vector for each of its tokens, learnt from `chunks` and their question variants."""
    import torch

    torch.set_num_threads(1)  # sums of several threads differ in their last digit
    pairs = [Pair(q, c.passage, c.id) for c in chunks for q in (*c.questions, c.heading)] + list(extra)
    texts = [chunk.search_text for chunk in chunks] + [f"{p.question}\n{p.passage}" for p in extra]
    tokenizer = learn_tokens(texts)
    rows = ppmi_vectors([tokenizer.encode(text).ids for text in texts], tokenizer.get_vocab_size(), seed)
    return tokenizer, pull_together(tokenizer, rows, pairs, seed)


def learn_tokens(texts: Sequence[str]) -> Tokenizer:
    """A byte-pair tokenizer of at most VOCABULARY tokens: lower case, no accents; parts of compounds are tokens too.

    Byte pairs, because training Unigram or WordPiece gives another vocabulary at each run.
    """
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    plain = [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    tokenizer.normalizer = normalizers.Sequence(plain)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY, special_tokens=[UNKNOWN], min_frequency=2, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def ppmi_vectors(texts: Sequence[Sequence[int]], size: int, seed: int) -> Vectors:
    """Shape (size, DIMENSION): the left singular vectors of the positive mutual information, rare tokens longer."""
    import torch

    counts: Counter[tuple[int, int]] = Counter()
    for ids in texts:
        for at, token in enumerate(ids):
            counts.update((token, other) for other in ids[max(0, at - WINDOW) : at])
    table = np.zeros((size, size), dtype=np.float32)
    for (one, other), count in counts.items():
        table[one, other] += count
        table[other, one] += count
    totals = table.sum(axis=1) + 1e-9
    with np.errstate(divide="ignore"):
        table = np.maximum(np.log(table * table.sum() / np.outer(totals, totals)), 0)
    torch.manual_seed(seed)
    left, strengths, _ = torch.svd_lowrank(torch.from_numpy(table), q=min(DIMENSION, size), niter=4)
    vectors = (left * strengths.sqrt()).numpy()
    vectors = np.pad(vectors, ((0, 0), (0, DIMENSION - vectors.shape[1])))
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return (vectors * _rarity(texts, size)[:, None]).astype(np.float32)


def _rarity(texts: Sequence[Sequence[int]], size: int) -> Vectors:
    """idf of each token, so that the mean of a text is about its rare words."""
    seen = Counter(token for ids in texts for token in set(ids))
    return np.array([math.log((1 + len(texts)) / (1 + seen[token])) for token in range(size)], dtype=np.float32)


def pull_together(tokenizer: Tokenizer, rows: Vectors, pairs: Sequence[Pair], seed: int) -> Vectors:
    """The vectors after training on question -> passage, each batch with other owners as wrong answers."""
    import torch
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss

    torch.manual_seed(seed)
    model = _sentence_transformer(tokenizer, rows)
    loss = MultipleNegativesRankingLoss(model)
    optimiser = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    chance = random.Random(seed)
    for _ in range(EPOCHS):
        for batch in batches(pairs, chance):
            optimiser.zero_grad()
            sides = ([p.question for p in batch], [p.passage for p in batch])
            loss([model.preprocess(side) for side in sides], None).backward()
            optimiser.step()
    trained: Vectors = model[0].embedding.weight.detach().numpy().copy()
    trained[tokenizer.token_to_id(UNKNOWN)] = 0  # an unknown letter says nothing
    return trained


def batches(pairs: Sequence[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """All pairs in random order, in batches where every owner stands once; batches of one are left out."""
    waiting = list(pairs)
    chance.shuffle(waiting)
    while waiting:
        batch: dict[str, Pair] = {}
        later = []
        for pair in waiting:
            if len(batch) < BATCH and pair.owner not in batch:
                batch[pair.owner] = pair
            else:
                later.append(pair)
        waiting = later
        if len(batch) > 1:
            yield list(batch.values())


def save(tokenizer: Tokenizer, rows: Vectors, folder: Path) -> None:
    """Write as a sentence-transformers model (safetensors, no pickle)."""
    folder.mkdir(parents=True, exist_ok=True)
    _sentence_transformer(tokenizer, rows).save(str(folder), create_model_card=False)


def _sentence_transformer(tokenizer: Tokenizer, rows: Vectors) -> Any:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    static = StaticEmbedding(tokenizer, embedding_weights=torch.from_numpy(rows.copy()))
    return SentenceTransformer(modules=[static, Normalize()], device="cpu")


if __name__ == "__main__":
    main()
