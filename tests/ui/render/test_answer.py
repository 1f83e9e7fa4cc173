import re

import pytest

from assistant.models import Answer, Citation, Contact, Near, Step
from tests.ui.fake_desk import abstain, clarify, crisis, sick_child
from ui.render.answer import card, talk
from ui.render.answer_blocks import details
from ui.render.sources import sources
from ui.text import load_text

TEXT = load_text()
TITLES = {"afspraak-verzetten": "Een afspraak verzetten"}
EVIL = '<script>alert(1)</script>"&'


def words_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def test_the_answer_is_the_heading() -> None:
    html = card(sick_child("x"), TITLES, TEXT)
    assert re.search(r"<h1[^>]*>Bel VDAB vandaag nog, vóór je afspraak\.</h1>", html)
    assert 'data-open="stap-voor-stap" data-value="afspraak-verzetten"' in html
    assert "Onze samenvatting van deze pagina" in html
    assert "datum onbekend" in html
    assert "pagina van maart 2026" in html


def test_a_page_stands_once_with_its_sentences() -> None:
    cited = sick_child("x").citations[0]
    twice = [cited, cited.model_copy(update={"quote": "Nog een zin.", "section": "y"}), cited]
    other = cited.model_copy(update={"title": "Een andere pagina"})
    html = sources([*twice, other], TEXT)
    assert html.count(f"<b>{cited.title}</b>") == 1
    assert html.count("<blockquote>") == 3
    assert html.index("Nog een zin.") < html.index("Een andere pagina")


def test_in_a_crisis_nothing_stands_before_the_number() -> None:
    html = talk([sick_child("eerst"), crisis("ik heb geen eten")], TITLES, TEXT)
    assert words_of(html).split()[:3] == ["0800", "13", "500"]
    assert html.index("0800 13 500") < html.index("Eerder gevraagd: eerst")


def test_a_body_without_a_number_keeps_its_place() -> None:
    answer = crisis("x").model_copy(update={"summary": "Ga vandaag naar het OCMW."})
    assert "huge" not in card(answer, TITLES, TEXT)
    assert "0800 13 500" in card(answer, TITLES, TEXT)


def test_clarify_has_a_button_for_each_option() -> None:
    html = card(clarify("geld"), TITLES, TEXT)
    assert html.count('data-action="ask"') == 3


def test_a_number_before_a_full_stop_stays_whole() -> None:
    answer = sick_child("x").model_copy(update={"answer": "Bel gratis 0800 30 700. Zeg waarom.\nBel op tijd."})
    html = card(answer, TITLES, TEXT)
    assert '<b class="nb">0800 30 700</b>. Zeg waarom.' in html


def test_what_to_do_comes_before_more_words() -> None:
    html = card(sick_child("x"), TITLES, TEXT)
    assert html.index("Wat doe je?") < html.index("Blijf niet weg zonder te bellen.")


def test_abstain_shows_who_helps_at_once() -> None:
    html = card(abstain("x"), TITLES, TEXT)
    assert html.index("Wie helpt je?") < html.index("0800 13 500")
    assert "<summary>Wie helpt je?" not in html


def test_what_is_near_can_be_asked_with_a_click() -> None:
    near = abstain("x").model_copy(update={"answer": "Niets.\n\nWat we wel weten:\n- De RVA vraagt geld terug"})
    html = card(near, TITLES, TEXT)
    assert 'data-action="ask" data-value="De RVA vraagt geld terug"' in html


@pytest.mark.parametrize("length, told", [(980, False), (998, True), (1000, True)])
def test_who_fills_the_whole_box_hears_that_it_was_cut(length: int, told: bool) -> None:
    html = talk([sick_child("a" * length)], TITLES, TEXT)
    assert ("We lazen alleen het begin." in html) is told


def test_an_earlier_question_is_one_line() -> None:
    html = talk([sick_child("mijn kind is ziek " * 50), sick_child("twee")], TITLES, TEXT)
    assert html.count("mijn kind is ziek") < 10


def test_earlier_turns_are_folded_and_have_no_second_h1() -> None:
    html = talk([sick_child("een"), sick_child("twee")], TITLES, TEXT)
    assert html.count("<h1") == 1
    assert "Eerder gevraagd: een" in html


def test_everything_is_escaped() -> None:
    cited = Citation(document_id=EVIL, section=EVIL, title=EVIL, publisher=EVIL, url="javascript:alert(1)", quote=EVIL)
    answer = Answer(
        question=EVIL, kind="answer", label="answer", summary=EVIL, answer=EVIL, steps=(Step(text=EVIL),),
        bring=(EVIL,),
        contacts=(Contact(name=EVIL, phone=EVIL, url="javascript:alert(1)", hours=EVIL),), citations=(cited,),
        uncertain=(EVIL,), options=(EVIL,),
    )  # fmt: skip
    html = talk([answer], {}, TEXT)
    assert "<script" not in html
    assert "javascript:" not in html


@pytest.mark.parametrize(
    "block, kept",
    [
        ("Wat doe je?\n1. Bel ons.", False),
        ("Wie helpt je?\n- Het OCMW: 02 00 (altijd)", False),
        ("Nog iets\n- Een ander punt", True),
        ("Gewone tekst.", True),
        ("Kort.", False),
    ],
)
def test_details_leave_out_what_is_shown_elsewhere(block: str, kept: bool) -> None:
    answer = Answer(
        question="x", kind="answer", label="answer", summary="Kort.", answer=f"Kort.\n\n{block}",
        steps=(Step(text="Bel ons."),), contacts=(Contact(name="Het OCMW"),),
    )  # fmt: skip
    assert details(answer) == ([block] if kept else [])


def test_two_questions_have_each_their_own_steps() -> None:
    first = sick_child("Kind ziek?").model_copy(update={"steps": (Step(text="Bel VDAB."),)})
    second = sick_child("Hoeveel?").model_copy(update={"summary": "Tien euro.", "steps": (Step(text="Bel het OCMW."),)})
    together = first.model_copy(update={"steps": (*first.steps, *second.steps), "parts": (first, second)})
    html = card(together, TITLES, TEXT)
    one, two = html.split('<section class="part">')[1:]
    assert "Vraag 1: Kind ziek?" in one
    assert "Bel VDAB." in one
    assert "Bel het OCMW." not in one
    assert "Tien euro." in two
    assert "Bel het OCMW." in two
    assert html.count("<h1") == 1


def test_a_near_question_can_be_asked_with_one_press() -> None:
    near = Near(question="Mag ik <b>weg</b>?", answer="Ja, 3 weken.")
    html = card(sick_child("x").model_copy(update={"more": (near,)}), TITLES, TEXT)
    assert 'data-action="ask" data-value="Mag ik &lt;b&gt;weg&lt;/b&gt;?"' in html
    assert "Ja, 3 weken." in html


def test_a_word_of_care_stands_once_right_under_the_answer() -> None:
    care = "Is er nu gevaar? Bel 112."
    answer = sick_child("x")
    text = f"{answer.summary}\n\n{care}\n\nMeer."
    html = card(answer.model_copy(update={"care": care, "answer": text}), TITLES, TEXT)
    assert html.count(care) == 1
    assert html.index("</h1>") < html.index(care) < html.index("Meer.")
    assert 'class="care"' not in card(answer, TITLES, TEXT)


def test_care_that_a_model_left_among_the_details_stands_once() -> None:
    care = "Is er nu gevaar? Bel 112."
    answer = sick_child("x")
    told = answer.model_copy(update={"care": care, "answer": f"{answer.summary}\n\n{care}\nNog iets."})
    assert card(told, TITLES, TEXT).count(care) == 1
