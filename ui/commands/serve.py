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
    """Serve until Ctrl+C. A damaged file of the corpus is said before the screen opens."""
    from assistant.build import build_wegwijs
    from ingest.corpus import check_yaml
    from ui.server import serve

    def say_ready() -> None:
        sys.stdout.write(text.say("serve.open", url=f"http://{options.host}:{options.port}") + "\n")
        sys.stdout.flush()

    check_yaml()
    serve(build_wegwijs(), options.host, options.port, open_browser=not options.no_browser, ready=say_ready)
    return 0
