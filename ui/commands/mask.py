"""`wegwijs mask`: shows which personal data would be hidden before a text leaves this machine."""

import sys
from argparse import Namespace
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """One file; `--json` prints the object."""
    parser.add_argument("file", type=Path, metavar="BESTAND", help=text["argument.file"])
    parser.flag("json")


def run(options: Namespace, text: CliText) -> int:
    """The personal data that were found, then the text without them."""
    from assistant.mask import mask
    from ingest.readers import read_file

    read = read_file(options.file)
    masked = mask("\n\n".join(page.text for page in read.pages), file=read.name)
    if options.json:
        sys.stdout.write(masked.model_dump_json() + "\n")
        return 0
    for row in masked.found:
        sys.stdout.write(text.say("mask.row", kind=text[f"mask.kind.{row.kind}"], value=row.text) + "\n")
    if not masked.found:
        sys.stdout.write(text["mask.nothing"] + "\n")
    sys.stdout.write(f"\n{masked.masked}\n")
    return 0
