"""What a talk brings into Mijn stappen: the day itself, and what was agreed with its last day."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from assistant.models import AppointmentSheet

if TYPE_CHECKING:
    from assistant.dossier import Draft

MOST = 20
LONGEST = 200


class Agreed(NamedTuple):
    """One row of what was agreed, as written at the table."""

    what: str
    when: str = ""
    who: str = ""


def draft_of_sheet(sheet: AppointmentSheet, agreed: Sequence[Agreed], today: date) -> "Draft":
    """The appointment and one task for each row; a day that cannot be read stays in the words of the task."""
    from assistant.dossier import Draft, Meeting, Task  # opens a database library that the sheet does not need

    tasks = []
    for row in [row for row in agreed if row.what.strip()][:MOST]:
        due = _day(row.when, today)
        words = " ".join(part for part in (row.what, "" if due else row.when, row.who and f"({row.who})") if part)
        tasks.append(Task(title=words[:LONGEST], origin="appointment", source=words[:LONGEST], due=due, added_on=today))
    start = sheet.start or (datetime.combine(sheet.day, time()) if sheet.day else None)
    meetings = (Meeting(title=sheet.title, start=start, place=(sheet.where or "")[:LONGEST]),) if start else ()
    return Draft(tasks=tuple(tasks), meetings=meetings)


def _day(words: str, today: date) -> date | None:
    from assistant.letters.dates import find_dates

    found = find_dates(words, today)
    return found[0].day if found else None
