"""Days for the phone: an .ics file with two alarms for each day, and a .vcf file with numbers to call."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, vDDDTypes
from icalendar.prop import vText

from assistant.models import Contact
from assistant.sentences import load_sentences

HOUR = timedelta(hours=1)
MORNING = time(9)
PRODUCT = "-//wegwijs//nl-BE//"


class Entry(NamedTuple):
    """One entry. Midnight as the hour of `at` means a whole day. `last_day` = a task to be done by then."""

    at: datetime
    title: str
    detail: str = ""
    place: str = ""
    last_day: bool = False


def ics_file(entries: Sequence[Entry], now: datetime | None = None) -> bytes:
    """The entries as one calendar (RFC 5545): floating Belgian time, alarms two days before and the morning before.

    The same entry keeps its UID, so that bringing the file in again doubles nothing. `now` = the stamp, in UTC.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, now or datetime.now(UTC)))
    content: bytes = calendar.to_ical()
    return content


def vcf_file(contacts: Sequence[Contact]) -> bytes:
    """The contacts with a number as vCard 3.0, the version that every phone reads."""
    cards = [
        "\r\n".join(
            ("BEGIN:VCARD", "VERSION:3.0", f"FN:{_text(row.name)}", f"N:{_text(row.name)};;;;",
             f"TEL;TYPE=VOICE:{_text(row.phone or '')}", *([f"NOTE:{_text(row.hours)}"] if row.hours else []),
             "END:VCARD", "")
        )
        for row in contacts
        if row.phone
    ]  # fmt: skip
    return "".join(cards).encode("utf-8")


def _event(entry: Entry, now: datetime) -> Event:
    say = load_sentences()
    whole_day = entry.at.time() == time()
    event = Event()
    event.add("uid", f"{sha256(f'{entry.at}|{entry.title}|{entry.detail}'.encode()).hexdigest()[:32]}@wegwijs")
    event.add("dtstamp", now)
    event.add("summary", say.say("calendar.task", title=entry.title) if entry.last_day else entry.title)
    event.add("dtstart", entry.at.date() if whole_day else entry.at)
    event.add("dtend", entry.at.date() + timedelta(days=1) if whole_day else entry.at + HOUR)
    for name, words in (("description", entry.detail), ("location", entry.place)):
        if words:
            event.add(name, words)
    for key, days in (("calendar.alarm.days", 2), ("calendar.alarm.morning", 1)):
        event.add_component(_alarm(say.say(key, title=entry.title), _before(entry.at, days)))
    return event


def _alarm(words: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm["trigger"] = vDDDTypes(-before)
    return alarm


def _before(at: datetime, days: int) -> timedelta:
    """From nine in the morning `days` days earlier to the start: at night nobody hears an alarm."""
    ring: date = at.date() - timedelta(days=days)
    return at - datetime.combine(ring, MORNING)


def _text(words: str) -> str:
    escaped: str = vText(words).to_ical().decode("utf-8")
    return escaped
