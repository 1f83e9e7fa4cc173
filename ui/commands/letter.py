"""`wegwijs letter`: explains letters from files."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Files or folders; with `--one` the files are pages of one letter."""
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help=text["argument.letter-files"])
    parser.flag("json")
    parser.flag("one")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """Print each explained letter; a file that cannot be read is said, the others go on."""
    from assistant.build import build_wegwijs, settings_for
    from ingest.errors import BadInput
    from ui.commands.show import letter_text

    wegwijs = build_wegwijs(settings_for(options.today))
    letters = [list(options.files)] if options.one else [[path] for path in _letters(options.files)]
    status = 0
    for pages in letters:
        try:
            letter = wegwijs.explain_letter(*pages)
        except BadInput as error:
            if len(letters) == 1:
                raise
            sys.stderr.write(f"{pages[0].name}: {text.error(error)}\n")
            status = 2
            continue
        sys.stdout.write((letter.model_dump_json(exclude={"original"}) if options.json else letter_text(letter)) + "\n")
        sys.stdout.flush()
    return status


def _letters(paths: Sequence[Path]) -> Iterator[Path]:
    """The files themselves, and for a folder its files by name; hidden ones are left out."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        else:
            yield path
