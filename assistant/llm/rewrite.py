"""The built-in answer in the words of a language model, where each of its sentences is proven.

A paragraph is replaced whole, and only when all that it says is said again: an answer never loses a fact by being
rewritten. Steps, papers, terms and contacts are not rewritten at all.
"""

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from assistant.ask import cite
from assistant.ask.check import unproven_numbers
from assistant.ask.compose import Used
from assistant.llm.material import Material, Paragraph, Passage, take_apart
from assistant.llm.model import LanguageModel
from assistant.llm.outgoing import outgoing
from assistant.llm.prompts import rewrite_messages
from assistant.llm.proof import PLAIN, is_carried, is_fit, is_told
from assistant.llm.reply import Line, Reply, parse_reply, schema
from assistant.models import Answer
from assistant.plain import hard_words, harder_than, measure
from assistant.sentences import Sentences
from ingest.errors import ModelMissing, ModelSilent
from ingest.models import Corpus

KEPT = 0.5
"""When more of a reply falls than this share, none of it is used."""


class Proven(NamedTuple):
    """A sentence of the model and the passages that carry it, all of one paragraph."""

    text: str
    passages: tuple[Passage, ...]


def rewrite(answer: Answer, model: LanguageModel, corpus: Corpus, say: Sentences) -> Answer:
    """The answer in the words of the model, `engine` = its name; or the answer as it was. Never raises.

    As it was: for a kind that is not rewritten, a model that is silent (with one line that says so), a reply that
    cannot be read, or one of which too little is proven.
    """
    started = perf_counter()
    material = take_apart(answer, corpus, say)
    if material is None:
        return answer
    question = answer.question if model.choice.is_here else outgoing(answer.question, corpus)
    try:
        reply = parse_reply(model.ask(rewrite_messages(question, material.paragraphs), schema()))
    except ModelSilent as error:
        return with_note(answer, error, say)
    told = _told(answer, material, prove(reply, material.paragraphs), model.name, corpus)
    if told is None or not _is_sound(told, answer):
        return answer
    return told.model_copy(update={"seconds": round(answer.seconds + perf_counter() - started, 4)})


def with_note(answer: Answer, error: ModelSilent | ModelMissing, say: Sentences) -> Answer:
    """The built-in answer with one line that says why the model did not speak; a bad reply is not worth a line."""
    if error.reason == "reply" or answer.kind != "answer":
        return answer
    key = f"llm.note.{error.reason}" if isinstance(error, ModelSilent) else "llm.note.missing"
    return answer.model_copy(update={"uncertain": (*answer.uncertain, say[key])})


def prove(reply: Reply, paragraphs: Sequence[Paragraph]) -> list[Proven]:
    """The sentences that are fit to show and carried by the passages they name; none when too many fall."""
    kept = [found for line in reply.sentences if (found := _proven(line, paragraphs))]
    return kept if len(kept) >= KEPT * len(reply.sentences) else []


def _proven(line: Line, paragraphs: Sequence[Paragraph]) -> Proven | None:
    """Only passages of one paragraph count, so that a line has one place. A line without a known id falls."""
    for paragraph in paragraphs:
        named = tuple(passage for passage in paragraph.passages if passage.id in line.passages)
        if named and is_carried(line.text, [passage.sentence.text for passage in named]):
            return Proven(line.text, named) if is_fit(line.text) else None
    return None


def _told(answer: Answer, material: Material, proven: Sequence[Proven], name: str, corpus: Corpus) -> Answer | None:
    """The answer put together again; None when no paragraph is said again whole."""
    told = [_paragraph(paragraph, proven) for paragraph in material.paragraphs]
    if not any(told):
        return None
    summary, *details = (new or old.text for new, old in zip(told, material.paragraphs, strict=True))
    text = "\n\n".join(block for block in (summary, "\n".join(details), *material.tail) if block)
    used = [Used(p.section, p.sentence) for row in proven for p in row.passages]
    return answer.model_copy(
        update={
            "summary": summary, "answer": text, "engine": name,
            "citations": tuple(dict.fromkeys((*answer.citations, *cite.cite(used, corpus)))),
            "difficult_words": hard_words(text, corpus.glossary), "readability": measure(text),
        }
    )  # fmt: skip


def _paragraph(paragraph: Paragraph, proven: Sequence[Proven]) -> str | None:
    """The paragraph in the words of the model; None when they leave out any of it."""
    rows = [row for row in proven if set(row.passages) <= set(paragraph.passages)]
    for passage in paragraph.passages:
        if not is_told(passage.sentence.text, [row.text for row in rows if passage in row.passages]):
            return None
    return " ".join(row.text for row in rows) or None


def _is_sound(told: Answer, built: Answer) -> bool:
    """No new number without proof, and not harder to read than the promise or than the built-in answer."""
    return (
        not set(unproven_numbers(told)) - set(unproven_numbers(built))
        and not harder_than(told.readability.level, PLAIN)
        and not harder_than(measure(told.summary).level, max(measure(built.summary).level, "A2"))
    )
