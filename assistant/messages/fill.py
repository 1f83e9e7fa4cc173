"""Fill a template: what is not given stays '…' and is listed; nothing is made up."""

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.appointment.answers import clock
from assistant.ask.cite import citation
from assistant.deadlines import say_day
from assistant.messages.load import HOLE, Template, by_id, load_templates
from assistant.models import Message, MessageHole, MessageListing
from assistant.plain import measure
from assistant.procedures.walk import DO_NOT_KNOW, SKIP
from assistant.sentences import load_sentences
from ingest.errors import UnknownAnswer
from ingest.models import Corpus

EMPTY = "…"
MAX_CHARACTERS = 2000
DOCUMENT = "message"


def message_listings() -> tuple[MessageListing, ...]:
    """All messages with the holes that they ask for."""
    templates = load_templates()
    return tuple(
        MessageListing(id=row.id, title=row.title, when=row.when, holes=templates.holes(row))
        for row in templates.messages
    )


def fill_message(name: str, answers: Mapping[str, str], corpus: Corpus) -> Message:
    """The message with its holes filled. Raises UnknownAnswer for an unknown message, id or value."""
    templates = load_templates()
    found = by_id(templates)
    if name not in found:
        raise UnknownAnswer("unknown message id", reason="message", id=name[:60])
    template = found[name]
    holes = templates.holes(template)
    given = _checked(answers, holes)
    text = _filled(templates.whole(template), holes, given)
    return Message(
        id=template.id, title=template.title, text=text,
        script=_filled(template.script, holes, given) if template.script else None,
        missing=tuple(hole.ask for hole in holes if hole.id not in given and not hole.optional),
        watch=tuple(row.text for row in template.watch),
        citations=tuple(
            citation(source, row.text, DOCUMENT, template.id, corpus)
            for row in template.watch for source in row.sources if source in corpus.sources
        ),
        readability=measure(own_words(template)),
    )  # fmt: skip


def own_words(template: Template) -> str:
    """The sentences that we wrote, with the holes as short words: what a person fills in is not measured."""
    rows = [row for row in template.text.split("\n") if row.rstrip().endswith((".", "?"))]
    return HOLE.sub("dit", "\n".join(rows)).replace("....................", "")


def _checked(answers: Mapping[str, str], holes: Sequence[MessageHole]) -> dict[str, str]:
    """The answers as they stand in the text. Raises UnknownAnswer that names the hole."""
    by_name = {hole.id: hole for hole in holes}
    found = {}
    for name, value in answers.items():
        if name not in by_name:
            raise UnknownAnswer("unknown hole", reason="id", id=name[:60])
        words = " ".join(str(value or "").split())
        if words and words not in (DO_NOT_KNOW, SKIP):
            found[name] = _said(by_name[name], words)
    return found


def _said(hole: MessageHole, words: str) -> str:
    """One answer as a person writes it: a day and an hour in words, no full stop where the sentence has its own."""
    if len(words) > MAX_CHARACTERS:
        raise UnknownAnswer("text too long", reason="long", id=hole.id)
    if hole.kind == "choice":
        if words not in hole.options:
            raise UnknownAnswer("unknown value", reason="value", id=hole.id, options=", ".join(hole.options))
        return hole.options[words]
    if hole.kind == "date":
        return _day(hole, words)
    if hole.kind == "time":
        return _hour(hole, words)
    return words.rstrip(".")


def _day(hole: MessageHole, words: str) -> str:
    try:
        return say_day(date.fromisoformat(words))
    except ValueError as error:
        raise UnknownAnswer("not a date", reason="date", id=hole.id) from error


def _hour(hole: MessageHole, words: str) -> str:
    found = clock(words)
    if found is None:
        raise UnknownAnswer("not an hour", reason="time", id=hole.id)
    key = "message.hour" if found.minute else "message.hour.whole"
    return load_sentences().say(key, hour=found.hour, minute=f"{found.minute:02d}")


def _filled(text: str, holes: Sequence[MessageHole], given: Mapping[str, str]) -> str:
    """The text line by line; a line that hangs on an optional hole without an answer falls away."""
    optional = {hole.id for hole in holes if hole.optional and hole.id not in given}
    kept = [line for line in text.split("\n") if not optional & set(HOLE.findall(line))]
    return HOLE.sub(lambda hit: given.get(hit[1], EMPTY), "\n".join(kept)).strip()
