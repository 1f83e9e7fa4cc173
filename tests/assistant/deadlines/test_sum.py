from datetime import date

from assistant.deadlines import Duration, fixed_day, load_rules, reckon, say_day, say_duration, sum_of_day, sum_of_term
from assistant.plain import harder_than, measure
from assistant.sentences import load_sentences

POST = load_rules()["kennisgeving-aangetekend-gewoon"]


def the_sum(start, count, unit, today):
    duration = Duration(count, unit)
    days = reckon(start, duration, POST)
    return sum_of_term(start, duration, days, today, start_words="sum.start.letter")


def test_the_sum_in_words():
    assert the_sum(date(2026, 11, 4), 14, "day", date(2026, 11, 6)) == (
        "De brief is van 4 november. Je hebt 14 dagen. Dus ten laatste woensdag 18 november."
    )


def test_another_year_is_said():
    text = the_sum(date(2026, 11, 24), 3, "month", date(2026, 11, 26))
    assert text.endswith("Je hebt 3 maanden. Dus ten laatste woensdag 24 februari 2027.")


def test_a_weekend_and_a_holiday_say_the_working_day():
    assert "in het weekend. Doe het ten laatste op donderdag 24 december" in the_sum(
        date(2026, 11, 27), 30, "day", date(2026, 12, 1)
    )
    assert "een feestdag. Doe het ten laatste op donderdag 24 december" in the_sum(
        date(2026, 12, 11), 14, "day", date(2026, 12, 12)
    )


def test_a_passed_day_says_what_may_still_be_done():
    late = the_sum(date(2026, 11, 27), 30, "day", date(2026, 12, 28))
    assert late.endswith("Misschien ben je nog op tijd: bel vandaag.")
    assert the_sum(date(2026, 11, 27), 30, "day", date(2027, 1, 4)).endswith("Bel vandaag en vraag wat nog kan.")
    assert sum_of_day(fixed_day(date(2026, 11, 20)), date(2026, 11, 20)).endswith("Dat is vandaag.")


def test_words():
    assert say_day(date(2026, 11, 24)) == "dinsdag 24 november 2026"
    assert say_duration(Duration(1, "month")) == "1 maand"
    assert say_duration(Duration(3, "working-day")) == "3 werkdagen"


def test_every_rule_is_said_in_plain_dutch():
    for rule in load_rules().rules.values():
        assert not harder_than(measure(rule.say).level, "B1"), rule.id
    assert "sum.have" in load_sentences()
