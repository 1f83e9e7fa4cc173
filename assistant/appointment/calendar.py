"""The talk for the calendar of a phone."""

from datetime import datetime, time

from assistant.appointment.draft import meeting_title
from assistant.models import AppointmentSheet


def sheet_ics(sheet: AppointmentSheet, now: datetime | None = None) -> bytes | None:
    """The .ics file; None while the day is not known. `now` = the stamp, in UTC."""
    from assistant.calendar import Entry, ics_file  # a calendar library that few sheets need

    if sheet.day is None:
        return None
    at = sheet.start or datetime.combine(sheet.day, time())
    detail = "\n".join([*sheet.bring, "", sheet.if_i_cannot])
    return ics_file([Entry(at, meeting_title(sheet), detail=detail, place=sheet.where or "")], now)
