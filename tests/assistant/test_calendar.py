"""The .ics and .vcf files, read back by a parser of another kind where there is one."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from assistant.calendar import Entry, ics_file, vcf_file
from assistant.models import Contact

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
MEETING = Entry(datetime(2026, 12, 8, 10, 30), "Gesprek bij VDAB", "Neem mee; je kaart, je brief", "Stationsstraat 1")
LAST_DAY = Entry(datetime(2026, 12, 4), "Papieren geven", last_day=True)


def events(content: bytes) -> list[object]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_meeting_with_its_alarms() -> None:
    (event,) = events(ics_file([MEETING], NOW))
    assert event["dtstart"].dt == datetime(2026, 12, 8, 10, 30)
    assert event["dtend"].dt == datetime(2026, 12, 8, 11, 30)
    assert (event["summary"], event["location"]) == ("Gesprek bij VDAB", "Stationsstraat 1")
    assert event["description"] == "Neem mee; je kaart, je brief"
    rings = [event["dtstart"].dt + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert rings == [datetime(2026, 12, 6, 9), datetime(2026, 12, 7, 9)]


def test_a_last_day_is_a_whole_day() -> None:
    (event,) = events(ics_file([LAST_DAY], NOW))
    assert event["dtstart"].dt == date(2026, 12, 4)
    assert event["dtend"].dt == date(2026, 12, 5)
    assert event["summary"] == "Ten laatste vandaag: Papieren geven"
    triggers = [alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert triggers == [-timedelta(days=1, hours=15), -timedelta(hours=15)]


def test_the_same_entry_keeps_its_uid_and_others_differ() -> None:
    def uids(*entries: Entry) -> list[str]:
        return [str(event["uid"]) for event in events(ics_file(list(entries), NOW))]

    assert uids(MEETING) == uids(MEETING)
    assert len(set(uids(MEETING, LAST_DAY))) == 2


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    content = ics_file([MEETING._replace(title="Een heel lange titel met é en ✓ " * 6)], NOW)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_an_empty_calendar_is_still_one() -> None:
    assert events(ics_file([], NOW)) == []


def test_numbers_for_the_phone() -> None:
    cards = vcf_file([
        Contact(name="OCMW; Voorbeeld, stad", phone="014 00 00 00", hours="9 tot 12"), Contact(name="Zonder nummer"),
    ]).decode()  # fmt: skip
    assert cards.count("BEGIN:VCARD") == 1
    assert "FN:OCMW\\; Voorbeeld\\, stad\r\n" in cards
    assert "TEL;TYPE=VOICE:014 00 00 00\r\n" in cards
    assert "NOTE:9 tot 12\r\n" in cards
