"""`wegwijs serve`: opens the screen in the browser."""

import sys
from argparse import Namespace

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Where to listen."""
    parser.value("host", default="127.0.0.1")
    parser.value("port", type=int, default=7860)
    parser.flag("no-browser")


def run(options: Namespace, text: CliText) -> int:
    """Serve until Ctrl+C."""
    from assistant.build import build_wegwijs
    from ui.server import serve

    wegwijs = build_wegwijs()
    sys.stdout.write(text.say("serve.open", url=f"http://{options.host}:{options.port}") + "\n")
    sys.stdout.flush()
    serve(wegwijs, host=options.host, port=options.port, open_browser=not options.no_browser)
    return 0
