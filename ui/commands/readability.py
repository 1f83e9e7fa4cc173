"""`wegwijs readability`: measures a text and says, sentence by sentence, what is hard and what to write instead."""

import shutil
import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.parser import Parser
from ui.commands.words import CliText

if TYPE_CHECKING:
    from assistant.models import ReadabilityReport
    from assistant.plain import Advice

WIDEST = 100
"""Columns: longer lines read badly."""
DEEP = "   "


def arguments(parser: Parser, text: CliText) -> None:
    """Files; `--rewrite` adds the plain version."""
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help=text["argument.files"])
    parser.flag("json")
    parser.flag("rewrite")


def run(options: Namespace, text: CliText) -> int:
    """One report for each file, in order."""
    from assistant.plain import advise, report
    from ingest.readers import read_file

    for path in options.files:
        source = "\n\n".join(page.text for page in read_file(path).pages)
        found = report(source, rewritten=options.rewrite)
        if options.json:
            sys.stdout.write(found.model_dump_json() + "\n")
            continue
        head = f"{path.name}\n" if len(options.files) > 1 else ""
        sys.stdout.write(head + "\n".join(shown(found, advise(source), text)) + "\n")
    return 0


def shown(found: "ReadabilityReport", advice: Sequence["Advice"], text: CliText) -> Iterator[str]:
    """The lines to print: the whole text, each sentence that can be easier, then the plain version if there is one."""
    hard = [row for row in advice if row.findings]
    yield text.say("readability.line", level=found.level, words=f"{found.words_per_sentence:.1f}".replace(".", ","))
    yield text.say("readability.hard", hard=len(hard), all=len(advice)) if hard else text["readability.easy"]
    for row in hard:
        yield ""
        yield from _sentence(row, text)
    if found.rewritten is not None:
        yield f"\n{text['readability.rewritten']}\n{found.rewritten}"


def _sentence(row: "Advice", text: CliText) -> Iterator[str]:
    """The sentence with its line and level, each remedy once, and how it can be said."""
    said = " ".join(row.span.text.split())
    yield from _wrapped(text.say("readability.sentence", line=row.line, level=row.level, sentence=said), "")
    for remedy in dict.fromkeys(finding.remedy for finding in row.findings):
        yield from _wrapped(text.say("readability.finding", remedy=remedy), DEEP)
    if row.plainer is not None:
        yield from _wrapped(text.say("readability.instead", sentence=row.plainer), DEEP)


def _wrapped(line: str, indent: str) -> list[str]:
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return textwrap.wrap(line, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
