"""The .ics file: the right moment, two alarms, nothing without a day."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from assistant.appointment import prepare_appointment, sheet_ics
from ingest.corpus import load_corpus

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CORPUS = load_corpus(today=TODAY)


@pytest.mark.parametrize("day", ["2026-12-08", "2027-07-06"])
def test_ten_o_clock_stays_ten_o_clock(day: str) -> None:
    sheet = prepare_appointment({"soort": "telefoon", "dag": day, "uur": "10:00"}, CORPUS, TODAY)
    content = sheet_ics(sheet, NOW)
    assert content
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    assert event.decoded("dtstart") == datetime.fromisoformat(f"{day}T10:00:00")
    assert len(event.walk("VALARM")) == 2
    assert content == sheet_ics(sheet, NOW)


def test_a_day_without_an_hour_is_a_whole_day() -> None:
    content = sheet_ics(prepare_appointment({"dag": "2026-12-08"}, CORPUS, TODAY), NOW)
    assert content
    assert Calendar.from_ical(content).walk("VEVENT")[0].decoded("dtstart") == date(2026, 12, 8)


def test_no_day_no_file() -> None:
    assert sheet_ics(prepare_appointment({}, CORPUS, TODAY), NOW) is None
