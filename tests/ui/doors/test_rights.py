import pytest

from assistant.known import Filled
from tests.ui.fake_desk import TODAY, FakeDesk
from ui.doors.rights import Check, RightsDesk, heard
from ui.render.rights import result
from ui.text import load_text

DESK = RightsDesk(FakeDesk(), load_text())
BEGIN = ("begin", "")
BOTH = "we hebben schulden; we verwarmen met mazout"
ALL = (BEGIN, ("answer", "18 of ouder"), ("answer", BOTH), ("answer", "overslaan"))


def clicked(*clicks: tuple[str, str]) -> tuple[str, Check]:
    check = Check()
    for action, value in clicks:
        check = DESK.move(check, action, value)
    return DESK.draw(check), check


def test_the_start_says_that_nothing_is_kept() -> None:
    html, _ = clicked()
    assert "We bewaren ze niet." in html
    assert "3 korte vragen" in html


def test_one_question_a_screen_with_three_ways_out() -> None:
    html, check = clicked(BEGIN)
    assert check.now == "leeftijd"
    assert html.count('data-action="answer"') == 4
    assert 'data-action="back"' in html
    assert "Wat past bij jullie geld?" not in html


def test_a_question_with_more_answers_has_boxes_and_a_button_for_none() -> None:
    html, _ = clicked(*ALL[:2])
    assert html.count('type="checkbox"') == 2
    assert 'data-value-from="kies-geld"' in html
    assert 'data-value="niets van dit"' in html


def test_going_back_keeps_what_was_ticked() -> None:
    html, check = clicked(*ALL[:3], ("back", ""))
    assert check.now == "geld"
    assert html.count(" checked>") == 2


def test_the_result_has_its_groups_and_never_says_no() -> None:
    html, check = clicked(*ALL)
    assert check.done and check.now is None
    for words in (
        "We vonden één recht", "Misschien", "Nu waarschijnlijk niet", "Dit heb je al", "Dit moet je nog weten:",
        "Waarschijnlijk niet. Vraag het na bij je gemeente.", "Je bent 66 jaar.", "komt vanzelf", "Neem mee",
        "Stap voor stap: Een afspraak bij VDAB verzetten", "6 euro: prijs van de kaart.<br>1 euro",
        "pagina van februari 2026",
    ):  # fmt: skip
        assert words in html, words
    assert "geen recht" not in html


def test_while_too_little_is_known_the_main_button_goes_on_with_the_questions() -> None:
    few = FakeDesk().check_rights({}).model_copy(update={"likely": ()})
    html = result(few, list(few.open), {}, "", load_text())
    assert "We weten nog niet genoeg." in html
    assert 'class="btn main" data-action="begin"' in html
    assert html.count("btn main") == 1
    assert 'data-action="begin"' not in clicked(*ALL)[0]


def test_an_answer_can_be_filled_in_from_the_result() -> None:
    html, check = clicked(*ALL, ("change", "vt"), ("answer", "ja"))
    assert check.done and check.now is None
    assert check.answers["vt"] == "ja"
    assert "Dit moet je nog weten:" not in html


def test_the_result_can_come_early_and_the_check_can_begin_again() -> None:
    assert clicked(*ALL[:2], ("show", ""))[1].answers == {"leeftijd": "18 of ouder"}
    assert clicked(*ALL, ("again", ""))[1] == Check()
    assert clicked(BEGIN, ("back", ""))[1] == Check()


def test_unknown_clicks_change_nothing() -> None:
    _, check = clicked(BEGIN)
    assert DESK.move(check, "delete", "x") == check
    assert DESK.move(check, "change", "no-such-question") == check
    assert DESK.move(Check(), "answer", "ja") == Check()


def test_what_is_known_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Filled({"leeftijd": ("18 of ouder",)}, {"vt": ("nee",)})
    monkeypatch.setattr("ui.doors.rights.fill", lambda form, facts: known)
    html = DESK.draw(Check())
    assert "2 korte vragen" in html and "Dit weten we al" in html
    check = DESK.move(Check(), "begin", "")
    assert (check.now, check.answers) == ("geld", {"leeftijd": "18 of ouder"})
    check = DESK.move(check, "answer", "overslaan")
    assert 'aria-pressed="true"' in DESK.draw(check) and "Klopt het nog?" in DESK.draw(check)
    early = DESK.move(Check(), "change", "leeftijd")
    assert DESK.move(early, "answer", "jonger dan 18") == Check() == DESK.move(early, "back", "")
    assert heard(early, "answer", "x") == {"leeftijd": ("x",)}


def test_chosen_rights_become_tasks() -> None:
    _, check = clicked(*ALL)
    draft = DESK.taken(check, "leefloon; trein; on", {}, TODAY)
    assert [(task.source, task.origin) for task in draft.tasks] == [
        ("procedure:afspraak-verzetten", "procedure"), ("right:leefloon", "right")
    ]  # fmt: skip
    assert draft.tasks[1].steps[0].hint == "NMBS 02 111 22 33. Neem mee: je identiteitskaart"


def test_what_somebody_typed_is_shown_as_text() -> None:
    html, _ = clicked(BEGIN, ("answer", "<b>x</b>"), ("show", ""))
    assert "<b>x</b></b>" not in html
    assert "&lt;b&gt;x" in html


def test_the_municipality_is_asked_once_where_a_local_right_may_fit() -> None:
    found = FakeDesk().check_rights({})
    local = [row.model_copy(update={"level": "local"}) for row in found.maybe]
    rights = found.model_copy(update={"maybe": tuple(local)})
    asked = result(rights, (), {}, "", load_text())
    assert "In welke gemeente woon je?" in asked and 'data-action="place"' in asked
    told = result(rights, (), {}, "Gent", load_text())
    assert "Je woont in:" in told and "vraag het in Gent" in told and "We vragen dit maar" not in told
    far = found.model_copy(update={"likely": (), "maybe": ()})
    assert 'data-action="place"' not in result(far, (), {}, "", load_text())
