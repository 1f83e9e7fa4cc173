"""Train what ships with wegwijs beside the corpus: `python -m assistant.ask.train`. About three minutes.

`sections.npz` tells which section a question is about, `routes.npz` which kind of message somebody typed.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.ask.learned import ROUTES_FILE, SECTIONS_FILE, Learned, buckets, save
from assistant.ask.normalise import Vocabulary, fold, normalise, spell_out
from assistant.ask.route import is_crisis
from assistant.ask.training import Example, averaged, mistyped, train_classifier
from ingest import Chunk, corpus_chunks
from ingest.corpus import CORPUS_DIR, load_corpus, load_yaml

SECTION_SIZE, ROUTE_SIZE, EPOCHS = 64, 24, 15
QUESTION, NOISY, HEADING, PARAGRAPH = 1.0, 0.6, 0.7, 0.35
"""How much each kind of example counts."""
MEMBERS = 3
"""So many classifiers are trained from other starts and averaged."""
ANSWER = "answer"
HELP_LINES = "hulplijnen"
"""Who asks what stands in this document may be in need: its questions are no examples of ordinary ones."""
RARE = 6.0
"""How much more an example of a rare route counts than a question of the corpus."""


def train(chunks: Sequence[Chunk], vocabulary: Vocabulary, *, epochs: int = EPOCHS) -> Learned:
    """The classifier for the sections `chunks`: from variants (as they are and mistyped), headings, paragraphs."""
    chance = random.Random(0)
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
    return _averaged([chunk.id for chunk in chunks], examples, size=SECTION_SIZE, epochs=epochs)


def train_routes(by_label: Mapping[str, Sequence[str]], questions: Sequence[str], *, epochs: int = EPOCHS) -> Learned:
    """The classifier for the kinds of message; the questions of the corpus are all of kind `answer`."""
    chance = random.Random(0)
    names = sorted({ANSWER, *by_label})
    examples: list[Example] = []

    def add(label: str, text: str, weight: float) -> None:
        examples.append(Example(buckets(spell_out(fold(text))), names.index(label), weight))

    for label, texts in by_label.items():
        for text in texts:
            add(label, text, RARE)
            add(label, mistyped(text, chance), RARE / 2)
            if is_crisis(label) or label == ANSWER:
                # Need is often said in passing, around a practical question.
                add(label, " ".join(chance.sample([text, chance.choice(questions)], 2)), RARE / 2)
    for question in questions:
        add(ANSWER, question, 1.0)
    return _averaged(names, examples, size=ROUTE_SIZE, epochs=epochs)


def route_examples(root: Path = CORPUS_DIR) -> Mapping[str, Sequence[str]]:
    """The examples of every label, of all files in `corpus/language/route_examples/`."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((root / "language" / "route_examples").glob("*.yaml")):
        for label, texts in load_yaml(path)["examples"].items():
            found[label] += texts
    return found


def _averaged(names: Sequence[str], examples: Sequence[Example], *, size: int, epochs: int) -> Learned:
    return averaged(
        [train_classifier(names, examples, size=size, epochs=epochs, seed=seed) for seed in range(MEMBERS)]
    )


def main() -> int:
    """Train on the corpus of today and write both models."""
    corpus = load_corpus()
    chunks = list(corpus_chunks(corpus))
    sections = train(chunks, Vocabulary.of_corpus(corpus))
    save(sections, SECTIONS_FILE)
    ordinary = [chunk for chunk in chunks if chunk.document_id != HELP_LINES]
    routes = train_routes(route_examples(), [question for chunk in ordinary for question in chunk.questions])
    save(routes, ROUTES_FILE)
    for model, file in ((sections, SECTIONS_FILE), (routes, ROUTES_FILE)):
        sys.stdout.write(f"{file.name}: {len(model.names)} classes, {file.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
