"""The built-in answer taken apart: the paragraphs that a model may rewrite, and what stays as it is."""

import re
from typing import NamedTuple

from assistant.ask.check import NUMBER
from assistant.models import Answer
from assistant.sentences import Sentences
from ingest.models import Corpus, SectionId, Sentence

MOST = 40
"""Passages that a model gets."""
LINK = re.compile(r"https?://|www\.|\S@\S|\b[a-z0-9-]+\.(?:be|com|org|eu|net)\b", re.IGNORECASE)
HEADS = ("head.steps", "head.bring", "head.deadlines", "head.contacts", "head.near")


class Passage(NamedTuple):
    """One proven sentence, as a model sees it: an id and the words."""

    id: str
    section: SectionId
    sentence: Sentence


class Paragraph(NamedTuple):
    """A line of the answer. Without passages it is not rewritten: it holds more than sentences of the corpus."""

    text: str
    passages: tuple[Passage, ...]


class Material(NamedTuple):
    """The summary is the first paragraph; `tail` (steps, papers, terms, contacts) is never rewritten."""

    paragraphs: tuple[Paragraph, ...]
    tail: tuple[str, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in order."""
        return tuple(passage for paragraph in self.paragraphs for passage in paragraph.passages)


def take_apart(answer: Answer, corpus: Corpus, say: Sentences) -> Material | None:
    """The parts of an answer that is made of sentences of the corpus; None for every other answer.

    Crisis, refusals, quotes from own documents and two answers in one are left as they are. So is a paragraph about
    a second subject, a list, and one with a link or with a number that has no source.
    """
    if answer.kind != "answer" or not answer.answer.startswith(answer.summary):
        return None
    heads = {say[key] for key in HEADS if key in say}
    blocks = answer.answer.removeprefix(answer.summary).strip().split("\n\n")
    start = next((n for n, block in enumerate(blocks) if block.split("\n")[0] in heads), len(blocks))
    lines = [answer.summary, *(line for block in blocks[:start] for line in block.splitlines())]
    known = _sentences(answer, corpus)
    paragraphs, count = [], 0
    for line in lines:
        found = _passages(line, known, count)
        count += len(found)
        paragraphs.append(Paragraph(line, found if count <= MOST else ()))
    return Material(tuple(paragraphs), tuple(blocks[start:])) if any(p.passages for p in paragraphs) else None


def _sentences(answer: Answer, corpus: Corpus) -> dict[str, tuple[SectionId, Sentence]]:
    """The sentences of the cited sections by their text, longest first, so that the whole one is found."""
    refs = dict.fromkeys(f"{c.document_id}#{c.section}" for c in answer.citations if c.quote_from == "own-summary")
    rows = [
        (ref, sentence)
        for ref in refs
        if ref in corpus
        for paragraph in corpus.section(ref)[1].paragraphs
        if paragraph.kind == "text"
        for sentence in paragraph.sentences
    ]
    found: dict[str, tuple[SectionId, Sentence]] = {}
    for ref, sentence in sorted(rows, key=lambda row: -len(row[1].text)):
        found.setdefault(sentence.text, (ref, sentence))
    return found


def _passages(line: str, known: dict[str, tuple[SectionId, Sentence]], count: int) -> tuple[Passage, ...]:
    """The sentences that make up `line`, numbered on from `count`; empty when it holds anything else."""
    found: list[Passage] = []
    while line:
        text = next((text for text in known if line.startswith(text)), None)
        if text is None or not _may_be_told(known[text][1]):
            return ()
        section, sentence = known[text]
        found.append(Passage(f"p{count + len(found) + 1}", section, sentence))
        line = line[len(text) :].strip()
    return tuple(found)


def _may_be_told(sentence: Sentence) -> bool:
    return not LINK.search(sentence.text) and bool(sentence.sources or not NUMBER.search(sentence.text))
