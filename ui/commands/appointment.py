"""`wegwijs appointment`: the preparation sheet of one talk; without answers it shows the questions."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:  # noqa: ARG001  # every command takes the text
    """The answers known so far, and where paper and calendar go."""
    parser.value("answers", type=Path)
    parser.flag("json")
    parser.value("pdf", type=Path)
    parser.value("ics", type=Path)
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """The questions, or the sheet with its files."""
    from assistant.build import build_wegwijs, settings_for
    from ui.commands.answers import read_answers
    from ui.commands.bridge import questions_text, sheet_text
    from ui.commands.show import json_lines

    wegwijs = build_wegwijs(settings_for(options.today))
    if options.answers is None:
        rows = wegwijs.appointment_questions()
        sys.stdout.write(json_lines(rows) if options.json else questions_text(rows))
        return 0
    sheet = wegwijs.prepare_appointment(read_answers(options.answers))
    if options.pdf or options.ics:
        from assistant.appointment import sheet_ics, sheet_paper
        from assistant.dossier import write_file

        if options.pdf:
            write_file(options.pdf, sheet_paper(sheet))
        if options.ics:
            content = sheet_ics(sheet)
            if content is None:
                sys.stderr.write(text["appointment.no-day"] + "\n")
                return 2
            write_file(options.ics, content)
    sys.stdout.write((sheet.model_dump_json() if options.json else sheet_text(sheet)) + "\n")
    return 0
