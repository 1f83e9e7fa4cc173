from tests.ui.fake_desk import TODAY, FakeDesk
from ui.doors.guide import Guide, Journey, move
from ui.text import load_text

GUIDE = Guide(FakeDesk(), load_text(), lambda: TODAY)


def walked(*clicks: tuple[str, str]) -> tuple[str, Journey]:
    html, journey = GUIDE.draw(Journey())
    for action, value in clicks:
        html, journey = GUIDE.draw(move(journey, action, value))
    return html, journey


START = ("open", "leefloon-aanvragen")
ALL = (START, ("answer", "ik heb een adres"), ("answer", "weet ik niet"), ("answer", "ja"))


def test_one_question_a_screen() -> None:
    html, journey = walked(START)
    assert "Waar woon je?" in html
    assert "Heb je je identiteitskaart" not in html
    assert journey.now == "woonplaats"


def test_a_date_is_asked_with_a_date_box() -> None:
    html, _ = walked(*ALL[:2])
    assert html.count("data-part=") == 3
    assert '<option value="12">december</option>' in html
    assert 'data-value-from="dag-sinds"' in html


def test_the_checklist_says_what_is_not_known_yet() -> None:
    html, journey = walked(*ALL)
    assert "Dit weet je nog niet" in html
    assert "Vul in: Sinds welke dag heb je geen geld meer?" in html
    assert journey.answers == {"woonplaats": "ik heb een adres", "sinds": "weet ik niet", "papieren": "ja"}
    assert "Doe dit ten laatste op vrijdag 15 januari" in html


def test_back_from_question_and_from_checklist() -> None:
    assert walked(*ALL, ("back", ""))[1].now == "papieren"
    assert walked(*ALL[:3], ("back", ""))[1].now == "sinds"
    assert walked(START, ("back", ""))[1] == Journey()


def test_an_earlier_answer_can_change_and_later_ones_fall_away() -> None:
    _, journey = walked(*ALL, ("change", "sinds"))
    assert journey.now == "sinds"
    assert journey.answers == {"woonplaats": "ik heb een adres"}


def test_unknown_clicks_change_nothing() -> None:
    _, journey = walked(START)
    assert move(journey, "delete-all", "x") == journey
    assert move(journey, "change", "no-such-question") == journey
    assert move(Journey(), "answer", "ja") == Journey()


def test_the_list_is_grouped_and_can_be_searched() -> None:
    html, _ = walked()
    assert html.count("data-filter-group") == 2
    assert 'data-filter-text="een leefloon vragen bij het ocmw ocmw"' in html
