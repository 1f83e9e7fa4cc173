"""`wegwijs dossier`: list, show, export, import and wipe what is kept in Mijn stappen."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.parser import Parser
from ui.commands.words import CliText

if TYPE_CHECKING:
    from assistant.dossier import Dossier, Keeper

LONGEST = 4096
"""Bytes of a passphrase that we read."""


def arguments(parser: Parser, text: CliText) -> None:
    """What to do, with which dossier and file."""
    parser.add_argument("action", choices=tuple(ACTIONS), metavar="ACTIE", help=text["argument.dossier-action"])
    parser.add_argument("names", nargs="*", metavar="NAAM", help=text["argument.dossier-names"])
    parser.value("name")
    parser.value("passphrase-fd", type=int)
    parser.value("pdf", type=Path)
    parser.value("ics", type=Path)
    parser.flag("all")
    parser.flag("json")
    parser.today()


def run(options: Namespace, text: CliText) -> int:
    """Do it; exit 2 where a name or file is missing."""
    from assistant.build import settings_for
    from assistant.dossier import keeper_for

    low, high = NAMES[options.action]
    if options.all and options.action == "wipe":
        low, high = 0, 0
    if not low <= len(options.names) <= high:
        sys.stderr.write(text[f"dossier.usage.{options.action}"] + "\n")
        return 2
    return ACTIONS[options.action](keeper_for(settings_for(options.today)), options, text)


def _list(keeper: "Keeper", options: Namespace, text: CliText) -> int:
    import json

    rows = keeper.names()
    if options.json:
        found = [{"nickname": row.nickname, "saved_at": row.saved_at.isoformat(timespec="seconds")} for row in rows]
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    elif not rows:
        sys.stdout.write(text["dossier.none"] + "\n")
    else:
        sys.stdout.writelines(
            text.say("dossier.line", name=row.nickname, day=row.saved_at.date().isoformat()) + "\n" for row in rows
        )
    return 0


def _show(keeper: "Keeper", options: Namespace, text: CliText) -> int:
    from assistant.build import settings_for
    from assistant.calendar import ics_file
    from assistant.dossier import entries, load_services, plan_sheet, write_file

    settings = settings_for(options.today)
    dossier = keeper.open(options.names[0], _passphrase(options, text)).dossier
    if options.pdf:
        write_file(options.pdf, plan_sheet(dossier, settings.day(), load_services(settings.home).contacts()))
    if options.ics:
        write_file(options.ics, ics_file(entries(dossier, settings.day())))
    sys.stdout.write((dossier.model_dump_json() if options.json else _words(dossier, settings.day(), text)) + "\n")
    return 0


def _export(keeper: "Keeper", options: Namespace, text: CliText) -> int:
    from assistant.dossier import write_file

    name, path = options.names
    write_file(Path(path), keeper.export(name, _passphrase(options, text)))
    sys.stdout.write(text.say("dossier.exported", file=path) + "\n")
    return 0


def _import(keeper: "Keeper", options: Namespace, text: CliText) -> int:
    from assistant.dossier import read_file

    sealed = read_file(Path(options.names[0]))
    opened = keeper.take_in(sealed, _passphrase(options, text), options.name or "")
    sys.stdout.write(text.say("dossier.imported", name=opened.dossier.nickname) + "\n")
    return 0


def _wipe(keeper: "Keeper", options: Namespace, text: CliText) -> int:
    """What goes is said first. A person at a terminal is asked once more; a script has said it already."""
    from assistant.build import settings_for
    from assistant.wipe import holdings, wipe_everything

    settings = settings_for(options.today)
    if options.all:
        found = holdings(settings)
        sys.stderr.write(text.say("dossier.goes", **found._asdict()) + "\n")
    if sys.stdin.isatty():
        sys.stderr.write(text["dossier.sure"] + " ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() != text["dossier.yes"]:
            sys.stdout.write(text["dossier.nothing-wiped"] + "\n")
            return 0
    if options.all:
        keeper.close()
        sys.stdout.write(text.say("dossier.wiped-all", **wipe_everything(settings)._asdict()) + "\n")
        return 0
    keeper.wipe(options.names[0])
    sys.stdout.write(text["dossier.wiped"] + "\n")
    return 0


ACTIONS: dict[str, Callable[["Keeper", Namespace, CliText], int]] = {
    "list": _list, "show": _show, "export": _export, "import": _import, "wipe": _wipe,
}  # fmt: skip
NAMES = {"list": (0, 0), "show": (1, 1), "export": (2, 2), "import": (1, 1), "wipe": (1, 1)}
"""How many names and files each action takes."""


def _passphrase(options: Namespace, text: CliText) -> str:
    """From the file descriptor that was named, else asked without showing it. Never from the command line."""
    from ingest.errors import BadInput

    if options.passphrase_fd is None:
        try:
            return getpass(text["dossier.passphrase"] + " ")
        except EOFError as error:
            raise BadInput("no passphrase was given", reason="no-passphrase") from error
    try:
        with os.fdopen(options.passphrase_fd, "rb", closefd=False) as stream:
            return stream.readline(LONGEST).decode("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError, OverflowError) as error:
        raise BadInput("the passphrase cannot be read", reason="no-passphrase") from error


def _words(dossier: "Dossier", today: date, text: CliText) -> str:
    """The dossier for a terminal: open tasks with their small steps, days, done, notes."""
    from assistant.dossier import done_tasks, due_day, moments, open_tasks

    lines = [dossier.nickname]
    for task in open_tasks(dossier, today):
        day = due_day(task)
        lines.append(f"[ ] {task.title}{f' ({day.isoformat()})' if day else ''}")
        lines += [f"    [{'x' if step.done_on else ' '}] {step.text}" for step in task.steps]
    days = moments(dossier, today)
    lines += [f"{row.at.date().isoformat()} {row.title}" for row in days if row.kind == "meeting"]
    lines += [f"[x] {task.title} ({task.done_on})" for task in done_tasks(dossier)]
    lines += [f"{text['dossier.note']} {note.text}" for note in dossier.notes]
    return "\n".join(lines)
