"""`wegwijs model`: search models; the only command that may download one."""

import sys
from argparse import Namespace

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """`list`, `fetch NAME` or `use NAME`."""
    actions = ["list", "fetch", "use"]
    parser.add_argument("action", nargs="?", choices=actions, default="list", help=text["argument.action"])
    parser.add_argument("name", nargs="?", metavar="NAAM", help=text["argument.name"])
    parser.flag("json")


def run(options: Namespace, text: CliText) -> int:
    """List, fetch or choose."""
    from assistant.embedders import fetch, listing, use
    from assistant.settings import Settings
    from ui.commands.show import json_lines

    settings = Settings()
    if options.action != "list" and not options.name:
        sys.stderr.write(text["model.no-name"] + "\n")
        return 2
    if options.action == "fetch":
        if sys.stderr.isatty():
            sys.stderr.write(text.say("model.fetching", name=options.name) + "\n")
        fetch(settings, options.name)
        sys.stdout.write(text.say("model.fetched", name=options.name) + "\n")
    elif options.action == "use":
        use(settings, options.name)
        sys.stdout.write(text.say("model.used", name=options.name) + "\n")
    elif options.json:
        sys.stdout.write(json_lines(listing(settings)))
    else:
        for row in listing(settings):
            sys.stdout.write(text.say("model.line-used" if row.used else "model.line", name=row.name) + "\n")
    return 0
