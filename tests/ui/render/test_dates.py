from datetime import date, datetime

import pytest

from ui.render.dates import days_left, leaf, spoken_answer, spoken_day, spoken_moment, spoken_page_date, tone
from ui.text import load_text

TEXT = load_text()
TODAY = date(2027, 1, 5)


def test_a_day_is_said_with_its_weekday() -> None:
    assert spoken_day(date(2027, 1, 14), TEXT) == "donderdag 14 januari"
    assert spoken_day(date(2026, 12, 28), TEXT, year=True) == "maandag 28 december 2026"


@pytest.mark.parametrize(
    "moment, said",
    [
        (datetime(2027, 1, 14, 14, 0), "donderdag 14 januari om 14 uur"),
        (datetime(2027, 1, 14, 9, 5), "donderdag 14 januari om 9.05 uur"),
        (datetime(2027, 1, 14), "donderdag 14 januari"),
    ],
)
def test_a_moment(moment: datetime, said: str) -> None:
    assert spoken_moment(moment, TEXT) == said


@pytest.mark.parametrize(
    "day, said",
    [(5, "vandaag"), (6, "morgen"), (4, "gisteren"), (14, "nog 9 dagen"), (2, "3 dagen geleden")],
)
def test_days_left(day: int, said: str) -> None:
    assert days_left(date(2027, 1, day), TODAY, TEXT) == said


@pytest.mark.parametrize("day, name", [(4, "now"), (7, "now"), (8, "soon"), (19, "soon"), (20, "calm")])
def test_tone(day: int, name: str) -> None:
    assert tone(date(2027, 1, day), TODAY) == name


@pytest.mark.parametrize("given, said", [("2026", "2026"), ("2026-03", "maart 2026"), ("2026-03-09", "9 maart 2026")])
def test_the_date_of_a_page_says_no_more_than_is_known(given: str, said: str) -> None:
    assert spoken_page_date(given, TEXT) == said


def test_an_answer_that_is_a_day_is_said_in_words() -> None:
    assert spoken_answer("2027-01-08", TEXT) == "vrijdag 8 januari 2027"
    assert spoken_answer("ja", TEXT) == "ja"


def test_the_leaf_is_not_read_twice() -> None:
    assert 'aria-hidden="true"' in leaf(TODAY, TEXT)
