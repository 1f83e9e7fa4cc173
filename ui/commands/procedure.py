"""`wegwijs procedure`: lists the guided procedures, or walks one to its checklist."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """A procedure and the answers known so far."""
    parser.add_argument("id", nargs="?", metavar="NAAM", help=text["argument.id"])
    parser.value("answers", type=Path)
    parser.value("pdf", type=Path)
    parser.flag("json")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """The list, or the steps of one."""
    from assistant.build import build_wegwijs, settings_for
    from ui.commands.answers import read_answers
    from ui.commands.show import json_lines, walk_text

    wegwijs = build_wegwijs(settings_for(options.today))
    if options.id is None:
        rows = wegwijs.procedures()
        if options.json:
            sys.stdout.write(json_lines(rows))
        else:
            sys.stdout.writelines(text.say("procedure.line", **row.model_dump()) + "\n" for row in rows)
        return 0
    walked = wegwijs.walk(options.id, read_answers(options.answers) if options.answers else {})
    if options.pdf:
        from assistant.dossier import write_file
        from assistant.paper import checklist_sheet

        write_file(options.pdf, checklist_sheet(walked, wegwijs.settings.day()))
    sys.stdout.write((walked.model_dump_json() if options.json else walk_text(walked)) + "\n")
    return 0
