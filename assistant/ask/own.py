"""Answer from a document that the team added: its own words, literally, never more than 25 at a time."""

from assistant.ask.normalise import Query, fold
from assistant.models import Answer, Citation
from assistant.plain import split_sentences
from assistant.sentences import Sentences
from ingest import Chunk

QUOTED_WORDS = 25
SENTENCES = 2


def answer(query: Query, chunk: Chunk, confidence: float, say: Sentences) -> Answer:
    """The sentences of the chunk that share most words with the question, quoted."""
    wanted = set(query.expanded.split())
    spans = split_sentences(chunk.text)
    pieces = [chunk.text[span.start : span.end].strip() for span in spans] or [chunk.text]
    ranked = sorted(range(len(pieces)), key=lambda i: -len(wanted & set(fold(pieces[i]).split())))
    quotes = [_cut(pieces[i]) for i in sorted(ranked[:SENTENCES])]
    citations = tuple(
        Citation(document_id=chunk.id, section=chunk.heading, title=chunk.title, publisher=chunk.title,
                 url=None, page=chunk.page, quote=quote, quote_from="own-document")
        for quote in quotes
    )  # fmt: skip
    text = "\n\n".join([say["own.summary"], *quotes])
    return Answer(
        question=query.original, kind="answer", label="answer", confidence=round(confidence, 3),
        summary=quotes[0], answer=text, citations=citations,
    )  # fmt: skip


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:QUOTED_WORDS]) + (" …" if len(words) > QUOTED_WORDS else "")
