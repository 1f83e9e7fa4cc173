"""The command `wegwijs`: find the command, run it, and turn every error into one Dutch sentence.

Only the module of the chosen command is imported, so that help comes at once.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from ui.commands.parser import Parser, overview
from ui.commands.words import CliText, load_cli_text

COMMANDS: tuple[str, ...] = (
    "serve", "ask", "letter", "ingest", "sources", "procedure", "appointment", "message", "rights",
    "dossier", "readability", "mask", "model", "eval", "doctor",
)  # fmt: skip
HELP = {"-h", "--help", "help"}


class Command(Protocol):
    """A module of ui/commands: says what it takes, and runs."""

    def arguments(self, parser: Parser, text: CliText) -> None:
        """Add what the command takes."""

    def run(self, options: Namespace, text: CliText) -> int:
        """Do it; 0 = done, 2 = bad input."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 = done, 2 = bad input or usage, 1 = a fault of ours."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    text = load_cli_text()
    if not given or given[0] in HELP:
        sys.stdout.write(overview(COMMANDS, text))
        return 0 if given else 2
    if given[0] == "--version":
        from importlib.metadata import version

        sys.stdout.write(f"wegwijs {version('wegwijs')}\n")
        return 0
    if given[0] not in COMMANDS:
        return _complain(text.say("usage.unknown-command", word=given[0][:40]), 2)
    return _run(given[0], given[1:], text)


def _run(name: str, given: list[str], text: CliText) -> int:
    from ingest.errors import WegwijsError

    try:
        command: Command = import_module(f"ui.commands.{name}")
        parser = Parser(name, text)
        command.arguments(parser, text)
        return command.run(parser.parse_args(given), text)
    except WegwijsError as error:
        from ui.log import record

        record(error)
        return _complain(text.error(error), error.exit_status)
    except KeyboardInterrupt:
        return _complain(text["usage.stopped"], 130)
    except BrokenPipeError:
        sys.stderr.close()  # whoever reads us has gone: nothing more to say
        return 0
    except Exception as error:  # noqa: BLE001  # the border: a person never sees a traceback
        from ui.log import record

        return _complain(text.say("usage.fault", log=record(error)), 1)


def _complain(sentence: str, status: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return status


def _speak_utf8() -> None:
    """Windows consoles and pipes are often not UTF-8; the contract is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
