"""`wegwijs readability`: measures a text and says what makes it hard."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Files; `--rewrite` adds the plain version."""
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help=text["argument.files"])
    parser.flag("json")
    parser.flag("rewrite")


def run(options: Namespace, text: CliText) -> int:
    """One report for each file, in order."""
    from assistant.plain import report
    from ingest.readers import read_file

    for path in options.files:
        source = "\n\n".join(page.text for page in read_file(path).pages)
        found = report(source, rewritten=options.rewrite)
        if options.json:
            sys.stdout.write(found.model_dump_json() + "\n")
            continue
        sys.stdout.write(text.say("readability.line", level=found.level, words=found.words_per_sentence) + "\n")
        for finding in found.findings:
            row = text.say("readability.finding", place=source[finding.start : finding.end][:60], remedy=finding.remedy)
            sys.stdout.write(row + "\n")
        if found.rewritten is not None:
            sys.stdout.write(f"\n{text['readability.rewritten']}\n{found.rewritten}\n")
    return 0
