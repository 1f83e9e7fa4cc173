"""When, where and how to get there, in words."""

from collections.abc import Mapping
from datetime import date, datetime

from assistant.appointment.answers import clock
from assistant.appointment.model import Forms, Kind
from assistant.deadlines import say_day
from assistant.sentences import load_sentences

Given = Mapping[str, tuple[str, ...]]
"""Checked answers."""

PHONE_KIND, PHONE_MODE, OFFICE_MODE = "telefoon", "telefoon", "kantoor"


def day_of(given: Given) -> date | None:
    """The day of the talk."""
    return date.fromisoformat(given["dag"][0]) if "dag" in given else None


def start_of(given: Given) -> datetime | None:
    """Day and hour; None when one of them is not known."""
    day, hour = day_of(given), clock(given["uur"][0]) if "uur" in given else None
    return datetime.combine(day, hour) if day and hour else None


def say_when(given: Given, today: date) -> str | None:
    """`Dinsdag 8 december, 10 uur`; the year only when it is not this year's or next month's."""
    day, start = day_of(given), start_of(given)
    if day is None:
        return None
    words = say_day(day, year=abs((day - today).days) > 180)
    words = words[:1].upper() + words[1:]
    if start is None:
        return words
    key = "appointment.hour" if start.minute else "appointment.hour.whole"
    return load_sentences().say(key, day=words, hour=start.hour, minute=f"{start.minute:02d}")


def say_where(given: Given, kind: Kind, forms: Forms) -> str | None:
    """The place as far as it is known."""
    mode, place = _mode(given, kind), given.get("plaats", ("",))[0]
    if place and mode in (None, OFFICE_MODE):
        return place[:1].upper() + place[1:]
    if mode is None:
        return None
    key = "appointment.where.place" if place else "appointment.where"
    words = load_sentences().say(key, place=place, body=forms.bodies[kind.body], mode=forms.modes[mode])
    return words[:1].upper() + words[1:]


def say_way(given: Given, kind: Kind, forms: Forms) -> str | None:
    """How I get there, or what I prepare when nobody has to travel."""
    mode, way = _mode(given, kind), given.get("weg", ("",))[0]
    if mode and mode in forms.mode_ways:
        return forms.mode_ways[mode]
    return forms.ways.get(way)


def _mode(given: Given, kind: Kind) -> str | None:
    if "waar" in given:
        return given["waar"][0]
    return PHONE_MODE if kind.id == PHONE_KIND else None
