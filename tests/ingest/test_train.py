"""Training gives the same model again, and one that knows what it was taught."""

import random
from pathlib import Path

import numpy as np

from ingest.embed import BuiltinEmbeddings
from ingest.index.chunk import Chunk, corpus_chunks
from ingest.models import Corpus
from ingest.train import UNKNOWN, Pair, batches, save, train

MORE = [
    Chunk(f"d{n}#s", f"d{n}", f"onderwerp {word}", word, f"Dit gaat over {word}.", (f"wat is {word}", f"{word} uitleg"))
    for n, word in enumerate(["lamp", "stoel", "tafel", "kast", "deur", "raam"])
]


def test_the_same_texts_give_the_same_model(corpus: Corpus, tmp_path: Path) -> None:
    chunks = [*corpus_chunks(corpus), *MORE]
    ids = []
    for name in ("one", "two"):
        save(*train(chunks), tmp_path / name)
        ids.append(BuiltinEmbeddings.load(tmp_path / name).id)
    assert ids[0] == ids[1]


def test_a_question_finds_its_text_and_unknown_letters_nothing(corpus: Corpus) -> None:
    chunks = [*corpus_chunks(corpus), *MORE]
    tokenizer, rows = train(chunks)
    embedder = BuiltinEmbeddings(tokenizer, rows, "test")
    passages = embedder.vectors([chunk.passage for chunk in chunks])
    nearest = int(np.argmax(passages @ embedder.vectors(["uitleg over een lamp"])[0]))
    assert chunks[nearest].id == "d0#s"
    assert not rows[tokenizer.token_to_id(UNKNOWN)].any()
    assert not embedder.vectors(["☂☂"]).any()


def test_a_batch_never_holds_one_owner_twice() -> None:
    pairs = [Pair(f"q{n}", f"p{n % 3}", f"o{n % 3}") for n in range(20)]
    found = list(batches(pairs, random.Random(1)))
    assert all(len({pair.owner for pair in batch}) == len(batch) > 1 for batch in found)
    assert sum(map(len, found)) >= 18
