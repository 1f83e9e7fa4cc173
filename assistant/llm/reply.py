"""What a model said, as typed lines. Models say more than they are asked: the JSON is looked for in the reply."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field

from assistant.plain import split_sentences
from ingest.errors import ModelSilent
from ingest.models import Model

LONGEST_REPLY = 20_000
MOST_LINES, LONGEST_LINE = 30, 400
STARTS = 40
"""Places where the JSON may begin that are tried."""
MARK = re.compile(r"\[\s*p\d+(?:\s*,\s*p\d+)*\s*\]", re.IGNORECASE)
"""A passage number left in the text."""


class Line(Model):
    """One sentence and the ids of the passages it says it comes from."""

    text: str
    passages: tuple[str, ...]


class Reply(Model):
    """The shape that a model is asked for."""

    sentences: tuple[Line, ...] = Field(max_length=MOST_LINES)


def schema() -> dict[str, Any]:
    """The JSON schema of `Reply`."""
    return Reply.model_json_schema()


def parse_reply(raw: str) -> Reply:
    """The lines of a reply, one sentence each. Raises ModelSilent (reply) when there is no usable JSON."""
    found = next(_objects(raw[:LONGEST_REPLY]), None)
    if found is None:
        raise ModelSilent("no JSON object with sentences in the reply", reason="reply")
    lines = tuple(line for row in found["sentences"] for line in _lines(row))
    if not lines:
        raise ModelSilent("no sentence in the reply", reason="reply")
    return Reply(sentences=lines[:MOST_LINES])


def _objects(raw: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in the text that hold a list of sentences, whatever stands around them."""
    decoder = json.JSONDecoder()
    for start in [match.start() for match in re.finditer(r"\{", raw)][:STARTS]:
        try:
            found, _ = decoder.raw_decode(raw, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(found.get("sentences"), list):
            yield found


def _lines(row: object) -> Iterator[Line]:
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return
    named = row.get("passages")
    ids = tuple(re.sub(r"\W", "", str(name)).lower() for name in (named if isinstance(named, list) else [named]))
    text = " ".join(MARK.sub("", row["text"][: 4 * LONGEST_LINE]).split())
    for span in split_sentences(text):
        if len(span.text) <= LONGEST_LINE:
            yield Line(text=span.text, passages=ids)
