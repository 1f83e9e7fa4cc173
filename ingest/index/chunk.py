"""A chunk: the piece of text that is searched and cited. Sections of the corpus, pieces of own documents."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from langchain_core.documents import Document

from ingest.models import Corpus, CorpusDocument, Section

OWN = "own:"


class Chunk(NamedTuple):
    """A searchable piece of text.

    `id` is `<document>#<section>` for the corpus and `own:<hash>#<n>` for own documents.
    """

    id: str
    document_id: str
    title: str
    heading: str
    text: str
    questions: tuple[str, ...] = ()
    page: int | None = None

    @classmethod
    def of_row(cls, row: list[Any]) -> "Chunk":
        """A chunk as JSON keeps it: a list of its fields."""
        identity, document_id, title, heading, text, questions, page = row
        return cls(identity, document_id, title, heading, text, tuple(questions), page)

    @property
    def search_text(self) -> str:
        """Title, heading, text and question variants."""
        return "\n".join([self.title, self.heading, self.text, *self.questions])

    @property
    def passage(self) -> str:
        """What the embedder sees: title, heading and text."""
        return "\n".join([self.title, self.heading, self.text])

    @property
    def is_own(self) -> bool:
        """Whether it comes from a document that the team added."""
        return self.id.startswith(OWN)

    def as_document(self) -> Document:
        """The chunk as LangChain carries it; `metadata` holds no empty values (the store refuses them)."""
        found: dict[str, str | int] = {"document_id": self.document_id, "title": self.title, "heading": self.heading}
        if self.page is not None:
            found["page"] = self.page
        return Document(page_content=self.passage, metadata=found, id=self.id)


def corpus_chunks(corpus: Corpus) -> Iterator[Chunk]:
    """Every section of the corpus, in order."""
    return (section_chunk(document, section) for document in corpus.documents for section in document.sections)


def section_chunk(document: CorpusDocument, section: Section) -> Chunk:
    """One section as a chunk."""
    return Chunk(
        id=document.section_ref(section), document_id=document.id, title=document.title, heading=section.heading,
        text=section.text, questions=section.questions,
    )  # fmt: skip
