"""A small invented corpus and an embedder without a model."""

from datetime import date
from hashlib import sha256

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from ingest.dutch import fold
from ingest.models import Corpus, CorpusDocument, Paragraph, Section, Sentence

SUBJECTS = {
    "fiets-lenen": (
        "Een fiets lenen", "Je leent een fiets in het buurthuis.", ("waar kan ik een fiets lenen", "kheb geen fiets")
    ),
    "tuin-huren": (
        "Een volkstuin huren", "Je huurt een tuin bij de gemeente.", ("ik wil groenten kweken", "hoe huur ik een tuin")
    ),
    "hond-melden": ("Een verloren hond", "Bel het dierenasiel.", ("mijn hond is weg", "hond kwijt wat nu")),
}  # fmt: skip


class CountingEmbedder(Embeddings):
    """One dimension range for each word, by hash; counts the texts it embeds."""

    is_ready = True
    dimension = 64

    def __init__(self, name: str = "counting-1") -> None:
        self.id = name
        self.embedded: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [self._vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._vector(text)

    def _vector(self, text: str) -> list[float]:
        found = np.zeros(self.dimension, dtype=np.float32)
        for word in fold(text).split():
            found[int(sha256(word.encode()).hexdigest(), 16) % self.dimension] += 1
        found /= max(float(np.linalg.norm(found)), 1e-9)
        return [float(value) for value in found]


def make_document(name: str, title: str, text: str, questions: tuple[str, ...]) -> CorpusDocument:
    def section(identity: str, said: str, asked: tuple[str, ...]) -> Section:
        paragraph = Paragraph(kind="text", sentences=(Sentence(text=said, sources=(), advice=True),))
        return Section(id=identity, intent="wat", heading=title, questions=asked, paragraphs=(paragraph,), line=1)

    sections = (section("wat", text, questions), section("prijs", f"{title} kost niets.", ("hoeveel kost dat",)))
    return CorpusDocument(id=name, title=title, domain="hulp", stale_after=date(2027, 1, 1), sections=sections)


def make_corpus(**texts: str) -> Corpus:
    """The invented corpus; `texts` replaces the text of a subject (`fiets_lenen="..."`)."""
    documents = tuple(
        make_document(name, title, texts.get(name.replace("-", "_"), text), questions)
        for name, (title, text, questions) in SUBJECTS.items()
    )
    return Corpus(documents=documents, sources={}, amounts={}, organisations={}, glossary=(), lay_terms={})


@pytest.fixture
def corpus() -> Corpus:
    return make_corpus()


@pytest.fixture
def changed_corpus() -> Corpus:
    return make_corpus(fiets_lenen="Je leent een fiets in de bibliotheek.")


@pytest.fixture
def embedder() -> CountingEmbedder:
    return CountingEmbedder()


@pytest.fixture
def other_embedder() -> CountingEmbedder:
    return CountingEmbedder("counting-2")
