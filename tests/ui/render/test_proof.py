from ui.render.proof import Proofs, found_in, original
from ui.text import load_text

PAGE = "U wordt uitgenodigd\nop 14 januari. Bel <ons>."


def test_a_quote_is_lit_across_a_line_end_and_escaped() -> None:
    proofs = Proofs("s")
    name = proofs.id_of("uitgenodigd op 14 januari")
    html = original((PAGE,), proofs, load_text())
    assert f'data-proof-id="{name}">uitgenodigd\nop 14 januari</mark>' in html
    assert "Bel &lt;ons&gt;." in html


def test_the_same_quote_has_one_id() -> None:
    proofs = Proofs("s")
    assert proofs.id_of("op  14\njanuari") == proofs.id_of("op 14 januari")


def test_a_quote_inside_a_quote_does_not_break_the_page() -> None:
    proofs = Proofs("s")
    proofs.id_of("op 14 januari")
    proofs.id_of("uitgenodigd op 14 januari")
    html = original((PAGE,), proofs, load_text())
    assert html.count("<mark") == html.count("</mark>") == 1


def test_a_quote_that_is_not_there_lights_nothing() -> None:
    proofs = Proofs("s")
    proofs.id_of("op 15 januari")
    assert "<mark" not in original((PAGE,), proofs, load_text())
    assert not found_in((PAGE,), "op 15 januari")
    assert not found_in((PAGE,), " ")
