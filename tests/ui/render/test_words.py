import re

from assistant.models import HardWord
from ui.render.words import SLOT, Explained, Levels, plain, word_list
from ui.text import load_text

WORDS = (HardWord(word="leefloon", meaning="Geld van het <OCMW>."), HardWord(word="loon", meaning="Geld voor werk."))


def test_each_word_is_explained_once_and_whole() -> None:
    words = Explained(WORDS, "s")
    html = words.mark("Een leefloon is geen loon. Leefloon vraag je aan.")
    assert html.count('class="word"') == 2
    assert 'aria-describedby="w-s-1">leefloon</button>' in html
    assert "Leefloon vraag" in html
    assert words.mark("leefloon") == "leefloon"


def test_meaning_and_text_are_escaped() -> None:
    assert "&lt;OCMW&gt;" in Explained(WORDS, "s").mark("leefloon")
    assert Explained(WORDS, "s").mark("<b>") == "&lt;b&gt;"
    assert Explained((), "s").mark("<b>") == "&lt;b&gt;"


def test_a_word_inside_a_word_is_left_alone() -> None:
    assert "button" not in Explained(WORDS, "s").mark("minimumloon loonbrief")


def test_a_phone_number_stands_out() -> None:
    assert plain("Bel 0800 30 700.") == 'Bel <b class="nb">0800 30 700</b>.'
    assert plain("op 14 januari 2027") == "op 14 januari 2027"


def test_no_words_no_list() -> None:
    assert word_list((), load_text()) == ""


def test_every_form_of_a_word_is_the_same_word() -> None:
    words = Explained((HardWord(word="kaart", meaning="Papier.", forms=("kaart", "kaarten")),), "s")
    html = words.mark("Twee Kaarten en een kaart.")
    assert html.count('class="word"') == 1
    assert ">Kaarten</button>" in html


def cut(text: str) -> str:
    return text.split(", ")[0]


def test_both_levels_stand_in_the_page() -> None:
    levels = Levels(WORDS, "s", cut)
    html = levels.with_switch(SLOT + levels.mark("Vraag een leefloon, en <lees> dit."), load_text())
    assert '<span class="level-full">Vraag een <span class="explained">' in html
    assert html.count('class="word"') == 2
    assert "&lt;lees&gt;" in html
    assert 'data-simpler="yes"' in html
    assert len(set(re.findall(r'id="(w-[^"]+)"', html))) == 2


def test_no_switch_where_nothing_gets_simpler() -> None:
    for levels in (Levels(WORDS, "s", cut), Levels(WORDS, "s")):
        html = levels.with_switch(SLOT + levels.mark("Bel VDAB."), load_text())
        assert html == "Bel VDAB."


def test_paragraphs_in_two_levels() -> None:
    levels = Levels((), "s", cut)
    html = levels.paragraphs("Een\ntwee\n\ndrie, vier")
    assert html == (
        '<div class="level-full"><p>Een<br>twee</p><p>drie, vier</p></div>'
        '<div class="level-simple"><p>Een<br>twee</p><p>drie</p></div>'
    )


def test_a_simpler_word_in_brackets_comes_once() -> None:
    levels = Levels((), "s", lambda text: text.replace("loon", "loon (geld)"))
    assert "loon (geld)</span>" in levels.mark("Een loon")
    assert levels.mark("Het loon") == "Het loon"
    assert "(extra)" in levels.mark("Dit is (extra) loon")
