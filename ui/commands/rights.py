"""`wegwijs rights`: the rights check; without answers it shows the questions."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from assistant.models import RightRow, Rights
from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:  # noqa: ARG001  # every command takes the text
    """The answers known so far."""
    parser.value("answers", type=Path)
    parser.flag("json")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """The questions, or the rights in groups."""
    from assistant.build import build_wegwijs, settings_for
    from ui.commands.answers import read_answers

    wegwijs = build_wegwijs(settings_for(options.today))
    rights = wegwijs.check_rights(read_answers(options.answers) if options.answers else {})
    if options.json:
        sys.stdout.write(rights.model_dump_json() + "\n")
    else:
        sys.stdout.write((rights_text(rights, text) if options.answers else questions_text(rights, text)) + "\n")
    return 0


def questions_text(rights: Rights, text: CliText) -> str:
    """Each question with its id and its closed answers."""
    rows = [f"{question.id}: {question.ask}\n  {' | '.join(question.options)}" for question in rights.open]
    return "\n".join([text["rights.questions"], *rows])


def rights_text(rights: Rights, text: CliText) -> str:
    """The groups as plain text; what is not likely ends with whom to ask."""
    not_now = [f"- {row.title}. {row.advice} {text['rights.change']} {' '.join(row.change)}" for row in rights.not_now]
    blocks = [
        [text["rights.likely"], *_rows(rights.likely, text)],
        [text["rights.maybe"], *_rows(rights.maybe, text)],
        [text["rights.not-now"], *not_now],
        [text["rights.have"], *(f"- {row.title}" for row in rights.have)],
        list(rights.uncertain),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if len(block) > 1)


def _rows(rows: Iterable[RightRow], text: CliText) -> list[str]:
    lines = []
    for row in rows:
        lines += [f"- {row.title}. {row.gives}", f"    {row.how} ({row.where})"]
        lines += [f"    {line}" for line in (row.amount or "").splitlines()]
        if row.missing:
            lines.append(f"    {text['rights.missing']} {' '.join(row.missing)}")
    return lines
