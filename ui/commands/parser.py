"""argparse that speaks Dutch and refuses in one sentence."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from typing import NoReturn

from ui.commands.words import CliText


class DutchFormatter(argparse.HelpFormatter):
    """Help with a Dutch word in front of the usage line."""

    usage_word = ""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """As argparse, with our own prefix."""
        super().add_usage(usage, actions, groups, f"{self.usage_word}: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """The options of one command; wrong ones end with exit 2 and one sentence."""

    def __init__(self, command: str, text: CliText) -> None:
        """`command` is the word after `wegwijs`."""
        self.text = text
        DutchFormatter.usage_word = text["help.usage"]
        super().__init__(
            prog=f"wegwijs {command}", description=text[f"command.{command}"], add_help=False,
            formatter_class=DutchFormatter, allow_abbrev=False,
        )  # fmt: skip
        self._positionals.title = text["help.arguments"]
        self._optionals.title = text["help.options"]
        self.add_argument("-h", "--help", action="help", help=text["option.help"])

    def flag(self, name: str) -> None:
        """An option that is on or off; its help is `option.<name>`."""
        self.add_argument(f"--{name}", action="store_true", help=self.text[f"option.{name}"])

    def value(self, name: str, **more: object) -> None:
        """An option with a value; its help is `option.<name>`."""
        self.add_argument(f"--{name}", help=self.text[f"option.{name}"], metavar=name.upper(), **more)  # type: ignore[arg-type]

    def today(self) -> None:
        """`--today YYYY-MM-DD`: the day to reckon with."""
        self.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help=self.text["option.today"])

    def error(self, message: str) -> NoReturn:
        """One Dutch sentence on stderr, exit 2. The English detail of argparse is left out."""
        sys.stderr.write(self.text.say("usage.wrong-option", command=self.prog) + "\n")
        raise SystemExit(2)


def overview(commands: Iterable[str], text: CliText) -> str:
    """What `wegwijs --help` shows."""
    width = max(map(len, commands)) + 2
    rows = "\n".join(f"  {name:<{width}}{text[f'command.{name}']}" for name in commands)
    return f"{text['help.what']}\n\n{text['help.usage']}: {text['help.usage-line']}\n\n{rows}\n\n{text['help.more']}\n"
