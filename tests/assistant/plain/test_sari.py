"""SARI against values reckoned by hand."""

import pytest

from assistant.plain.sari import sari


def test_the_reference_itself_is_perfect():
    assert sari("u dient te betalen", "je moet betalen", ["je moet betalen"]) == pytest.approx(100)


def test_no_change_keeps_but_neither_adds_nor_deletes():
    # Unigrams: keep p = 1/2, r = 1 -> 2/3; delete has nothing to judge -> 1; add 0.
    # Bigrams and longer: nothing kept that should be, so keep 0, delete 1, add 0 or 1 by what there is to add.
    same = sari("aa bb", "aa bb", ["bb cc"])
    assert 0 < same < sari("aa bb", "bb cc", ["bb cc"])


def test_something_wrong_is_worse():
    good = sari("wij verzoeken u te betalen", "betaal", ["betaal", "betaal dit"])
    bad = sari("wij verzoeken u te betalen", "wij lezen", ["betaal", "betaal dit"])
    assert bad < good
