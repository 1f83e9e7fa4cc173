import re

import pytest

from assistant.known import Filled
from assistant.models import OpenQuestion, Walk
from assistant.procedures import listing, load_procedures
from ingest.errors import BadInput
from tests.ui.fake_desk import TODAY, FakeDesk
from ui.doors.guide import Guide, Journey, move
from ui.render.walk import ask, choose
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


def test_who_goes_back_sees_what_they_answered() -> None:
    html, journey = walked(*ALL, ("back", ""), ("back", ""), ("back", ""))
    assert 'aria-pressed="true" data-action="answer" data-value="ik heb een adres"' in html
    assert "Klopt het nog?" not in html
    _, journey = GUIDE.draw(move(journey, "answer", "ik heb een adres"))
    again, _ = GUIDE.draw(move(journey, "answer", "weet ik niet"))
    assert 'aria-pressed="true" data-action="answer" data-value="ja"' in again


def test_the_first_question_leads_back_to_the_list_the_others_to_the_question_before() -> None:
    assert "Vorige vraag" not in walked(START)[0]
    assert "Vorige vraag" in walked(*ALL[:2])[0]


def test_an_earlier_answer_can_change_and_later_ones_fall_away() -> None:
    _, journey = walked(*ALL, ("change", "sinds"))
    assert journey.now == "sinds"
    assert journey.answers == {"woonplaats": "ik heb een adres"}


def test_unknown_clicks_change_nothing() -> None:
    _, journey = walked(START)
    assert move(journey, "delete-all", "x") == journey
    assert move(journey, "change", "no-such-question") == journey
    assert move(Journey(), "answer", "ja") == Journey()


def test_what_is_known_is_not_asked_and_can_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Filled({"woonplaats": ("ik heb een adres",)}, {"sinds": ("2026-12-08",)})
    monkeypatch.setattr("ui.doors.guide.fill", lambda form, facts: known)
    html, journey = walked(START)
    assert (journey.now, journey.known) == ("sinds", ("woonplaats",))
    assert "ik heb een adres (dit weten we al)" in html
    assert 'value="8"' in html and '<option value="12" selected>' in html and "Klopt het nog?" in html
    html, journey = walked(START, ("change", "woonplaats"))
    assert (journey.now, journey.known) == ("woonplaats", ())
    html, journey = walked(START, ("answer", "2027-01-08"), ("answer", "ja"))
    assert "Dit weten we al" in html and journey.answers["woonplaats"] == "ik heb een adres"


def test_a_letter_brings_its_day() -> None:
    journey = move(Journey(), "open", '{"procedure": "verhoor-rva", "letter": {"brief-afspraak": "2026-12-08"}}')
    assert (journey.procedure, journey.letter) == ("verhoor-rva", {"brief-afspraak": ("2026-12-08",)})
    for broken in ("{", "{}", '{"procedure": "x", "letter": []}'):
        with pytest.raises(BadInput):
            move(Journey(), "open", broken)


def test_the_list_is_grouped_and_can_be_searched() -> None:
    html, _ = walked()
    assert html.count("data-filter-group") == 1  # each of these few is asked a lot
    assert 'data-filter-text="een leefloon vragen bij het ocmw ocmw"' in html


def test_a_day_that_is_not_there_yet_has_a_button_beside_its_boxes() -> None:
    question = OpenQuestion(id="dag", ask="Welke dag?", why="Zo.", kind="date", options=("nog niet", "overslaan"))
    walk = Walk(id="x", title="X", intro="I.", answers={}, open=(question,), steps=(), done_when="D.", next="N.")
    html = ask(question, walk, {"dag": "Welke dag?"}, (), ("nog niet", False), load_text())
    assert 'data-value-from="dag-dag"' in html
    assert 'aria-pressed="true" data-action="answer" data-value="nog niet"' in html
    assert 'value="nog niet"' not in html.replace('data-value="nog niet"', "")


def test_the_most_asked_procedures_stand_on_top_once_as_tiles() -> None:
    rows = [listing(row) for row in load_procedures().values()]
    html = choose(rows, load_text())
    top, others = html.split("</ul>", 1)
    assert top.count("card pick tile") == 6 and top.count("<svg") == 6
    assert re.findall('data-value="([^"]*)"', top)[2] == "leefloon-aanvragen"
    assert sorted(re.findall('data-value="([^"]*)"', html)) == sorted(row.id for row in rows)
    assert "tile" not in others
