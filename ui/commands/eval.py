"""`wegwijs eval`: the project's own measurements as a table."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.parser import Parser
from ui.commands.words import CliText

if TYPE_CHECKING:
    from assistant.models import EvalResult

EVAL_DAY = date(2026, 11, 25)
"""Suites run at a fixed day, so that figures can be compared."""
SHOWN = 25
BEIR = "beir"
"""`wegwijs eval beir FOLDER…`: a retrieval set of others."""


def arguments(parser: Parser, text: CliText) -> None:
    """Suites, none = all."""
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=text["argument.suites"])
    parser.flag("json")
    parser.flag("llm")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """One table, or one JSON line, for each suite."""
    for result in _results(options):
        if options.json:
            sys.stdout.write(result.model_dump_json() + "\n")
        else:
            _show(result, text)
        sys.stdout.flush()
    return 0


def _results(options: Namespace) -> "Iterator[EvalResult]":
    from assistant.build import build_wegwijs, settings_for
    from assistant.evals import SUITES, check_corpus, run_beir, run_suite

    if options.suites[:1] == [BEIR]:
        yield from map(run_beir, map(Path, options.suites[1:] or ["."]))
        return
    day = options.today or EVAL_DAY
    if options.llm:
        from assistant.evals.told import check_model

        check_model(settings_for(day))
    wegwijs = cache(lambda: build_wegwijs(settings_for(day)))
    for name in options.suites or SUITES:
        # a corpus that is not whole must be listed, so it is read before there is an assistant
        yield check_corpus(day) if name == "corpus" else run_suite(name, wegwijs(), llm=options.llm)


def _show(result: "EvalResult", text: CliText) -> None:
    sys.stdout.write(text.say("eval.title", suite=result.suite, cases=result.cases) + "\n")
    for score, value in result.scores.items():
        sys.stdout.write(text.say("eval.score", name=f"{score:<32}", value=f"{value:g}") + "\n")
    for failure in result.failures[:SHOWN]:
        sys.stdout.write(text.say("eval.failure", case=failure.case, why=failure.why) + "\n")
    if len(result.failures) > SHOWN:
        sys.stdout.write(text.say("eval.more", count=len(result.failures) - SHOWN) + "\n")
