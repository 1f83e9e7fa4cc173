"""The formula by hand, and a level that rises with the language."""

import pytest

from assistant.plain import harder_than, measure
from assistant.plain.measure import flesch_douma


def test_formula_of_douma_by_hand():
    # 10 words a sentence and 1.5 syllables a word: 206.84 - 9.3 - 115.5.
    assert flesch_douma(10, 1.5) == pytest.approx(82.04)


def test_score_of_a_sentence_counted_by_hand():
    # Four words, four syllables, one sentence: 206.84 - 0.93 * 4 - 77 * 1.
    assert measure("Ik ga naar huis.").flesch_douma == pytest.approx(126.1)


def test_levels():
    easy = measure("Bel ons voor je afspraak.").level
    hard = measure(
        "Overeenkomstig de vigerende reglementering dient de belanghebbende de verschuldigde bedragen onverwijld "
        "terug te betalen, bij gebreke waarvan tot gedwongen tenuitvoerlegging zal worden overgegaan."
    ).level
    assert easy == "A2"
    assert hard == "C"
    assert harder_than(hard, easy)


def test_empty_text_is_easy():
    assert measure("").level == "A2"
