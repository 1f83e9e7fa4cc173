"""`wegwijs ask`: one question, or JSON Lines in and out."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.commands.parser import Parser
from ui.commands.words import CliText

if TYPE_CHECKING:
    from assistant.models import Answer


def arguments(parser: Parser, text: CliText) -> None:
    """A question or `--batch`."""
    parser.add_argument("question", nargs="?", metavar="VRAAG", help=text["argument.question"])
    parser.flag("batch")
    parser.flag("json")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """Print the answer, or an answer line for each question line."""
    if not options.batch and options.question is None:
        sys.stderr.write(text["usage.no-question"] + "\n")
        return 2
    from assistant.build import build_wegwijs, settings_for

    wegwijs = build_wegwijs(settings_for(options.today))
    if not options.batch:
        built = wegwijs.answer(options.question)
        answer = wegwijs.rewrite(built)
        sys.stdout.write((answer.model_dump_json() if options.json else _plain(built, answer, text)) + "\n")
        return 0
    for identifier, question, history in _questions(sys.stdin):
        answer = wegwijs.rewrite(wegwijs.answer(question, history)).model_copy(update={"id": identifier})
        if question is UNREADABLE:
            answer = answer.model_copy(update={"summary": text["batch.bad-line"], "answer": text["batch.bad-line"]})
        sys.stdout.write(answer.model_dump_json() + "\n")
        sys.stdout.flush()
    return 0


def _plain(built: "Answer", told: "Answer", text: CliText) -> str:
    """The answer, and below it what the language model had to do with it, if one is set."""
    notes = [note for note in told.uncertain if note not in built.uncertain]
    if told.engine != built.engine:
        notes.append(text["ask.rewritten"])
    return "\n\n".join([told.answer, *notes])


UNREADABLE = ""
"""An empty question gets an answer of kind `clarify`; so does a line that is no question."""


def _questions(lines: Iterator[str]) -> Iterator[tuple[str | None, str, list[str]]]:
    """The id, question and history of each line that is not blank; never raises on what a line says."""
    for line in lines:
        if line.strip():
            yield _question(line)


def _question(line: str) -> tuple[str | None, str, list[str]]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None, UNREADABLE, []
    if not isinstance(row, dict):
        return None, UNREADABLE, []
    identifier = None if row.get("id") is None else str(row["id"])
    history = row.get("history") or []
    if not isinstance(row.get("text"), str) or not isinstance(history, list):
        return identifier, UNREADABLE, []
    return identifier, row["text"], [str(earlier) for earlier in history]
