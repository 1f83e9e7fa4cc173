"""`wegwijs eval`: the project's own measurements as a table."""

import sys
from argparse import Namespace
from datetime import date

from ui.commands.parser import Parser
from ui.commands.words import CliText

EVAL_DAY = date(2026, 11, 25)
"""Suites run at a fixed day, so that figures can be compared."""
SHOWN = 25


def arguments(parser: Parser, text: CliText) -> None:
    """Suites, none = all."""
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=text["argument.suites"])
    parser.flag("json")
    parser.flag("llm")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """One table, or one JSON line, for each suite."""
    from assistant.build import build_wegwijs, settings_for
    from assistant.evals import SUITES, run_suite

    wegwijs = build_wegwijs(settings_for(options.today or EVAL_DAY))
    for name in options.suites or SUITES:
        result = run_suite(name, wegwijs)
        if options.json:
            sys.stdout.write(result.model_dump_json() + "\n")
            continue
        sys.stdout.write(text.say("eval.title", suite=result.suite, cases=result.cases) + "\n")
        for score, value in result.scores.items():
            sys.stdout.write(text.say("eval.score", name=f"{score:<32}", value=f"{value:g}") + "\n")
        for failure in result.failures[:SHOWN]:
            sys.stdout.write(text.say("eval.failure", case=failure.case, why=failure.why) + "\n")
        if len(result.failures) > SHOWN:
            sys.stdout.write(text.say("eval.more", count=len(result.failures) - SHOWN) + "\n")
        sys.stdout.flush()
    return 0
