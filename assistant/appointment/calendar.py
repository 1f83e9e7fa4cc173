"""The talk as an .ics file with two alarms: a day before, and two hours before."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from assistant.models import AppointmentSheet

ZONE = ZoneInfo("Europe/Brussels")
LENGTH = timedelta(hours=1)
"""A talk is entered as one hour: letters rarely say how long it takes."""
BEFORE_HOUR = (timedelta(days=-1), timedelta(hours=-2))
BEFORE_DAY = (timedelta(hours=-15), timedelta(hours=8))
"""For a day without an hour: 9 o'clock the day before, and 8 o'clock that morning."""


def sheet_ics(sheet: AppointmentSheet, now: datetime | None = None) -> bytes | None:
    """The file for the calendar; None while the day is not known. `now` = when the file was made."""
    if sheet.day is None:
        return None
    event = Event()
    event.add("uid", sha256(f"{sheet.kind} {sheet.start or sheet.day}".encode()).hexdigest()[:24])
    event.add("dtstamp", now or datetime.now(UTC))
    event.add("summary", sheet.title)
    if sheet.start:
        start = sheet.start.replace(tzinfo=ZONE).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + LENGTH)
    else:
        event.add("dtstart", sheet.day)
        event.add("dtend", sheet.day + timedelta(days=1))
    if sheet.where:
        event.add("location", sheet.where)
    event.add("description", "\n".join([*sheet.bring, "", sheet.if_i_cannot]))
    for trigger in BEFORE_HOUR if sheet.start else BEFORE_DAY:
        event.add_component(_alarm(sheet.title, trigger))
    calendar = Calendar()
    calendar.add("prodid", "-//wegwijs//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm
