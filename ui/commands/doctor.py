"""`wegwijs doctor`: what this machine has and lacks, and how to mend it."""

import sys
from argparse import Namespace

from ui.commands.parser import Parser
from ui.commands.words import CliText


def arguments(parser: Parser, text: CliText) -> None:
    """Only `--json`."""
    parser.flag("json")


def run(options: Namespace, text: CliText) -> int:
    """One line for each check; exit 0 also when something lacks, for wegwijs works without."""
    from assistant.doctor import examine

    report = examine()
    if options.json:
        sys.stdout.write(report.model_dump_json() + "\n")
        return 0
    for check in report.checks:
        row = text.say("doctor.good" if check.ok else "doctor.bad", name=check.name, found=check.found)
        sys.stdout.write(row + "\n")
        if check.mend and not check.ok:
            sys.stdout.write(text.say("doctor.mend", mend=check.mend) + "\n")
    return 0
