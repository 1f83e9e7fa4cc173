"""`wegwijs message`: lists the messages and phone scripts, or fills one."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """A message, what is filled in, and where the Word file goes."""
    parser.add_argument("id", nargs="?", metavar="NAAM", help=text["argument.id"])
    parser.value("answers", type=Path)
    parser.flag("json")
    parser.value("docx", type=Path)


def run(options: Namespace, text: CliText) -> int:
    """The list, or one message."""
    from assistant.build import build_wegwijs
    from ui.commands.answers import read_answers
    from ui.commands.bridge import message_text
    from ui.commands.show import json_lines

    wegwijs = build_wegwijs()
    if options.id is None:
        rows = wegwijs.messages()
        lines = (text.say("message.line", id=row.id, title=row.title, when=row.when) + "\n" for row in rows)
        sys.stdout.write(json_lines(rows) if options.json else "".join(lines))
        return 0
    message = wegwijs.fill_message(options.id, read_answers(options.answers) if options.answers else {})
    if options.docx:
        from assistant.dossier import write_file
        from assistant.messages import message_docx

        write_file(options.docx, message_docx(message))
    sys.stdout.write((message.model_dump_json() if options.json else message_text(message)) + "\n")
    return 0
