"""The days of a dossier as calendar entries."""

from datetime import date

from assistant.calendar import Entry
from assistant.dossier.model import Dossier
from assistant.dossier.view import moments


def entries(dossier: Dossier, today: date) -> list[Entry]:
    """Every day that matters from today on: meetings, and the last days of tasks."""
    return [
        Entry(row.at, row.title, "" if row.kind == "meeting" else row.detail,
              row.detail if row.kind == "meeting" else "", last_day=row.kind == "task")
        for row in moments(dossier, today)
        if row.at.date() >= today
    ]  # fmt: skip
