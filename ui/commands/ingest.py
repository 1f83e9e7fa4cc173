"""`wegwijs ingest`: adds own documents to the index."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Files or folders."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="BESTAND", help=text["argument.paths"])
    parser.flag("json")


def run(options: Namespace, text: CliText) -> int:
    """Add, change and remove; say what was skipped and why."""
    from assistant.build import add_documents
    from ui.text import load_text

    report = add_documents(options.paths)
    screen = load_text()
    skipped = tuple(one.model_copy(update={"why": screen.fill(one.why, file=one.file)}) for one in report.skipped)
    report = report.model_copy(update={"skipped": skipped})
    if options.json:
        sys.stdout.write(report.model_dump_json() + "\n")
        return 0
    sys.stdout.write(text.say("ingest.done", **report.model_dump()) + "\n")
    for row in report.skipped:
        sys.stdout.write(text.say("ingest.skipped", file=row.file, why=row.why) + "\n")
    return 0
