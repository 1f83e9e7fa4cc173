"""What a talk brings into Mijn stappen: the day itself, and what was agreed with its last day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from assistant.models import AppointmentSheet
from assistant.sentences import load_sentences

if TYPE_CHECKING:
    from assistant.dossier import Draft

MOST = 20
LONGEST = 200
NOTHING: Mapping[str, Sequence[str]] = {}
OF_THE_MEETING = ("soort", "dag", "uur", "waar", "plaats", "weg")
"""Answers that say what talk it is, when and where; what a person finds hard is no part of an appointment."""


class Agreed(NamedTuple):
    """One row of what was agreed, as written at the table."""

    what: str
    when: str = ""
    who: str = ""


def draft_of_sheet(
    sheet: AppointmentSheet, agreed: Sequence[Agreed], today: date, answers: Mapping[str, Sequence[str]] = NOTHING
) -> "Draft":
    """The appointment and one task for each row; a day that cannot be read stays in the words of the task.

    `answers` = what the sheet was made from: the appointment opens it again.
    """
    from assistant.dossier import Draft, Meeting, Task  # opens a database library that the sheet does not need

    tasks = []
    for row in [row for row in agreed if row.what.strip()][:MOST]:
        due = _day(row.when, today)
        words = " ".join(part for part in (row.what, "" if due else row.when, row.who and f"({row.who})") if part)
        tasks.append(Task(title=words[:LONGEST], origin="appointment", source=words[:LONGEST], due=due, added_on=today))
    start = sheet.start or (datetime.combine(sheet.day, time()) if sheet.day else None)
    again = {name: answers[name][0] for name in OF_THE_MEETING if answers.get(name)}
    place = (sheet.where or "")[:LONGEST]
    meetings = (Meeting(title=meeting_title(sheet), start=start, place=place, sheet=again),) if start else ()
    return Draft(tasks=tuple(tasks), meetings=meetings)


def meeting_title(sheet: AppointmentSheet) -> str:
    """How the talk is called in a list of days; the same as for the letter that invites to it."""
    return load_sentences().say("dossier.meeting", sender=sheet.body)


def _day(words: str, today: date) -> date | None:
    from assistant.letters.dates import find_dates

    found = find_dates(words, today)
    return found[0].day if found else None
