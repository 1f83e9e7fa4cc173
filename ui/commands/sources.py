"""`wegwijs sources`: the official pages behind the answers; `fetch` looks whether they changed."""

import json
import sys
from argparse import Namespace

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Nothing, or `fetch`."""
    parser.add_argument("action", nargs="?", choices=["fetch"], help=text["argument.action"])
    parser.flag("json")


def run(options: Namespace, text: CliText) -> int:
    """List the pages in use, by publisher."""
    from assistant.build import cited_sources
    from ingest.errors import NotThereYet

    if options.action == "fetch":
        raise NotThereYet("sources fetch")
    pages = cited_sources()
    if options.json:
        sys.stdout.write(json.dumps([page.model_dump(mode="json") for page in pages], ensure_ascii=False) + "\n")
        return 0
    for page in pages:
        date = page.page_date or text["sources.unknown-date"]
        line = text.say("sources.line", publisher=page.publisher, title=page.title, date=date, url=page.url)
        sys.stdout.write(line + "\n")
    return 0
