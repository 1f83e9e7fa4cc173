"""The talk without a browser: which screen comes next, what a form says, what is refused."""

import json

import pytest

from assistant.appointment import Agreed, load_forms, questions
from ingest.errors import BadInput
from ui.doors.talk import Form, Talk, answered, back, fields, fill_open, heard, noted, onward, with_known

FORM = Form(questions(load_forms()))


def test_the_screens_follow_the_answers() -> None:
    assert FORM.screens(Talk()) == [1, 2, 3, 4, 5, 6]
    assert FORM.screens(Talk(answers={"wil": ("kleine-stappen",)})) == [1, 2, 3, 4, 5, 6, 7]


def test_skipping_everything_ends_at_the_sheet() -> None:
    talk = Talk()
    for _ in range(6):
        talk = onward(talk, FORM)
    assert (talk.page, talk.done) == ("sheet", True)


def test_a_changed_answer_leads_back_to_the_sheet_or_to_a_new_question() -> None:
    done = Talk(screen=4, done=True)
    assert answered(done, {"drempels": ["taal"]}, FORM).page == "sheet"
    wants = answered(Talk(screen=6, done=True, answers={"wil": ("kleine-stappen",)}), {"sterk": []}, FORM)
    assert (wants.page, wants.screen) == ("form", 7)


def test_an_emptied_answer_is_forgotten() -> None:
    assert "plaats" not in answered(Talk(screen=3, answers={"plaats": ("x",)}), {"plaats": ""}, FORM).answers


def test_back_goes_one_screen_and_stops_at_the_first() -> None:
    assert back(Talk(screen=3), FORM).screen == 2
    assert back(Talk(), FORM) == Talk()
    assert back(Talk(page="message", message="ziek", done=True), FORM).page == "messages"
    assert back(Talk(page="messages", done=True), FORM).page == "sheet"


def test_what_is_filled_in_goes_along_when_one_goes_back() -> None:
    talk = Talk(screen=3, answers={"waar": ("telefoon",), "weg": ("auto",)})
    after = back(talk, FORM, {"waar": "kantoor", "plaats": "Stationsstraat 1", "weg": ""})
    assert (after.screen, after.answers) == (2, {"waar": ("kantoor",), "plaats": ("Stationsstraat 1",)})
    wrong = back(Talk(screen=2, answers={"uur": ("9:00",)}), FORM, {"dag": "2026-02-31", "uur": "10:00"})
    assert (wrong.screen, wrong.wrong, wrong.answers) == (1, "", {"uur": ("10:00",)})
    message = Talk(page="message", message="ziek", given={"naam": "An"})
    assert back(message, FORM, {"reden": "griep"}).given == {"naam": "An", "reden": "griep"}


def test_who_goes_back_forgets_nothing() -> None:
    talk = Talk(screen=6, answers={"wil": ("werk",)})
    assert heard(talk, back(talk, FORM, {"sterk": []}), FORM) == {}
    assert heard(talk, back(talk, FORM, {"sterk": ["koken"]}), FORM) == {"sterk": ("koken",)}


def test_three_boxes_are_one_day() -> None:
    given = {"dag:day": "8", "dag:month": "12", "dag:year": "2026", "uur": " 10:00 ", "wil": ["werk"]}
    assert fields(json.dumps(given)) == {"dag": "2026-12-08", "uur": "10:00", "wil": ["werk"]}
    assert fields(json.dumps({"dag:day": "", "dag:month": "12", "dag:year": ""})) == {"dag": ""}


@pytest.mark.parametrize("value", ["geen json", "[]", "x" * 60_001, "3"])
def test_what_is_no_form_is_refused(value: str) -> None:
    with pytest.raises(BadInput):
        fields(value)


def test_known_answers_are_not_asked_and_tell_nothing_twice() -> None:
    talk = with_known(Talk(), {"drempels": ("taal",), "wil": ("werk",)})
    assert onward(talk._replace(screen=3), FORM).screen == 6
    assert back(talk._replace(screen=6), FORM).screen == 3
    after = answered(talk._replace(screen=6), {"sterk": ["koken"]}, FORM)
    assert heard(talk._replace(screen=6), after, FORM) == {"sterk": ("koken",)}
    assert heard(Talk(screen=4), answered(Talk(screen=4), {"drempels": []}, FORM), FORM) == {"drempels": ()}


def test_a_known_answer_changed_at_the_start_leads_back_there() -> None:
    after = answered(Talk(screen=4, after=1), {"drempels": ["taal"]}, FORM)
    assert (after.screen, after.after, after.known) == (1, 0, ("drempels",))
    assert back(Talk(screen=4, after=1), FORM).screen == 1


def test_filling_in_goes_on_where_something_is_open() -> None:
    letter = {"soort": ("telefoon",), "dag": ("2026-12-08",), "uur": ("10:00",)}
    assert fill_open(Talk(page="sheet", done=True, answers=letter, known=tuple(letter)), FORM).screen == 3


def test_what_is_written_on_the_sheet_is_kept() -> None:
    talk = noted(Talk(), {"example-Welk werk?": "Kok.", "agreed-0-what": "bellen", "agreed-1-when": "2 mei"})
    assert talk.examples == {"Welk werk?": "Kok."}
    assert talk.agreed == (Agreed("bellen"), Agreed("", "2 mei"))
