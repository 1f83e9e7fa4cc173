from assistant.models import HardWord
from ui.render.words import Explained, plain, word_list
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
