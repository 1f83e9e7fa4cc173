"""`wegwijs sources`: the official pages behind the answers; `fetch` looks whether they changed."""

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from ui.commands.parser import Parser
from ui.commands.words import CliText

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.sources import FetchReport, PageVisit, Progress, SourcePage

NONE_REACHED = 2
"""The exit status when no site answered at all."""


def arguments(parser: Parser, text: CliText) -> None:
    """Nothing, or `fetch` with or without ids."""
    parser.add_argument("action", nargs="?", choices=["list", "fetch"], default="list", help=text["argument.sources"])
    parser.add_argument("ids", nargs="*", metavar="ID", help=text["argument.source-ids"])
    parser.flag("json")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """List the pages in use, by publisher; or visit them."""
    from assistant.build import settings_for

    settings = settings_for(options.today)
    return _fetch(options, settings, text) if options.action == "fetch" else _list(options, settings, text)


def _list(options: Namespace, settings: "Settings", text: CliText) -> int:
    from assistant.sources import source_pages

    pages = [page for page in source_pages(settings) if not options.ids or page.id in options.ids]
    if options.json:
        sys.stdout.write(json.dumps([page.model_dump(mode="json") for page in pages], ensure_ascii=False) + "\n")
        return 0
    for page in pages:
        sys.stdout.write(_line(page, text) + "\n")
    return 0


def _line(page: "SourcePage", text: CliText) -> str:
    """One page, and what the last visit says about it."""
    date = page.page_date or text["sources.unknown-date"]
    line = text.say("sources.line", publisher=page.publisher, title=page.title, date=date, url=page.url)
    if page.asks_a_look:
        return text.say("sources.changed-on", line=line, date=page.changed)
    if page.status == "gone":
        return text.say("sources.is-gone", line=line)
    return text.say("sources.seen", line=line, date=page.fetched) if page.fetched else line


def _fetch(options: Namespace, settings: "Settings", text: CliText) -> int:
    from assistant.sources import fetch_pages

    report = fetch_pages(options.ids, settings, _tell_progress(text))
    if options.json:
        sys.stdout.write(report.model_dump_json() + "\n")
    else:
        sys.stdout.write(report_text(report, text))
    if report.pages and not report.reached:
        sys.stderr.write(text["sources.none-reached"] + "\n")
        return NONE_REACHED
    return 0


def report_text(report: "FetchReport", text: CliText) -> str:
    """The counts, then each page that is not as it was; a changed one with the documents to read again."""
    rows = [
        text.say("sources.count", status=text[f"sources.status.{status}"], count=count)
        for status, count in report.counts.items()
        if count
    ]
    rows += [_visit(page, text) for page in report.pages if page.status not in {"first", "unchanged"}]
    return "\n".join(rows) + "\n"


def _visit(page: "PageVisit", text: CliText) -> str:
    documents = ", ".join(page.documents) or text["sources.no-document"]
    rows = [text.say(f"sources.visit.{page.status}", publisher=page.publisher, title=page.title, url=page.url)]
    if page.status in {"changed", "gone"}:
        rows.append(text.say("sources.look-at", documents=documents))
    if page.lost_numbers:
        rows.append(text.say("sources.lost-numbers", numbers=", ".join(page.lost_numbers)))
    return "\n" + "\n".join(rows)


def _tell_progress(text: CliText) -> "Progress | None":
    """On a screen: how far we are, on one line; in a pipe nothing."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write("\r" + text.say("sources.progress", done=done, total=total) + end)
        sys.stderr.flush()

    return tell
