"""Is the corpus written plainly? Level, sentence length, hard words, officialese and tone; figures without a page.

Structure is checked in `ingest/corpus.py`. Run as `python -m assistant.corpus_check [file...]`.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.ask.check import NUMBER
from assistant.plain import findings, harder_than, measure, split_sentences, unexplained
from assistant.plain.segment import split_words
from ingest.corpus import read_corpus
from ingest.corpus_document import Problem
from ingest.models import Corpus, CorpusDocument, GlossaryEntry, Section

MAX_WORDS = 15
"""The longest sentence of a direct answer."""
MAX_AVERAGE = 10.0
"""Words per sentence over all direct answers of one document."""
REPORTED = {"officialese": "officialese", "officialese-drop": "officialese", "tone": "tone", "formal-you": "formal-you"}
FORMAL_MESSAGE = re.compile(r"(?<!\w)[\"“‘'](?=\S)[^\"”]*?[\"”’'](?!\w)")
"""Words between quotes (what to say or write to an office) may be formal. An apostrophe inside a word opens nothing."""


def check_levels(corpus: Corpus) -> list[Problem]:
    """Everything in the documents that is harder than it may be; empty = plain enough."""
    return [problem for document in corpus.documents for problem in _document(document, corpus.glossary)]


def _document(document: CorpusDocument, glossary: Sequence[GlossaryEntry]) -> Iterator[Problem]:
    file = f"{document.id}.md"
    sizes = []
    for section in document.sections:
        yield from _section(file, section, glossary)
        sizes += [len(split_words(s.text)) for s in split_sentences(section.direct_answer.text)]
    if sizes and sum(sizes) / len(sizes) > MAX_AVERAGE:
        yield Problem(file, 1, "answers-long", f"{sum(sizes) / len(sizes):.1f} > {MAX_AVERAGE:.0f}")


def _section(file: str, section: Section, glossary: Sequence[GlossaryEntry]) -> Iterator[Problem]:
    direct = section.direct_answer.text
    level = measure(direct).level
    if harder_than(level, "A2"):
        yield Problem(file, section.line, "direct-answer-level", f"{section.id}: {level}")
    for sentence in split_sentences(direct):
        size = len(split_words(sentence.text))
        if size > MAX_WORDS:
            yield Problem(file, section.line, "direct-answer-long", f"{section.id}: {size}: {sentence.text}")
    level = measure(section.text).level
    if harder_than(level, "B1"):
        yield Problem(file, section.line, "section-level", f"{section.id}: {level}")
    for word in unexplained(section.text, glossary):
        yield Problem(file, section.line, "hard-word", f"{section.id}: {word}")
    for line in section.paragraphs:
        for said in line.sentences:
            if not said.sources and NUMBER.search(said.text):
                yield Problem(file, section.line, "advice-figure", said.text)
    yield from _wordings(file, section)


def _wordings(file: str, section: Section) -> Iterator[Problem]:
    """Officialese, formal `u` and hurtful tone; quoted words are left alone."""
    text = FORMAL_MESSAGE.sub(lambda match: " " * len(match[0]), section.text)
    for finding in findings(text):
        if finding.kind in REPORTED:
            what = f"{section.id}: {text[finding.start : finding.end]}: {finding.remedy}"
            yield Problem(file, section.line, REPORTED[finding.kind], what)


def main(arguments: Sequence[str]) -> int:
    """Write the problems of the named files (all without names); 1 when there are any."""
    corpus, _ = read_corpus()
    wanted = {Path(name).name for name in arguments}
    problems = [p for p in check_levels(corpus) if not wanted or p.file in wanted]
    for problem in problems:
        sys.stdout.write(f"{problem.file}:{problem.line} {problem.key}: {problem.what}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
