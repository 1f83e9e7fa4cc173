"""Words as the index sees them."""

import pytest

from ingest.dutch import Analyser, fold, grams


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser.of(["kinderopvang schuldbemiddeling energiefactuur deurwaarder"])


def test_fold_drops_accents_case_and_signs() -> None:
    assert fold("Ik kán niet, hé? C4!") == "ik kan niet he c4"
    assert fold("—") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kinderen", "kind"), ("schulden", "schuld"), ("woning", "wonen"), ("geschorst", "schorsing"),
        ("betaalde", "betalen"), ("werkloze", "werkloos"),
    ],
)  # fmt: skip
def test_forms_of_a_word_give_one_term(analyser: Analyser, one: str, other: str) -> None:
    assert set(analyser.terms(one)) & set(analyser.terms(other))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("schuldbemiddeling", ("schuld", "bemiddeling")), ("kinderopvang", ("kinder", "opvang")),
        ("arbeidsongeval", ("arbeid", "ongeval")), ("kinderen", ()), ("itsme", ()), ("c4", ()), ("a" * 60, ()),
    ],
)  # fmt: skip
def test_compounds_split_and_other_words_do_not(analyser: Analyser, word: str, parts: tuple[str, ...]) -> None:
    assert analyser.split(word) == parts


def test_a_compound_keeps_its_own_term(analyser: Analyser) -> None:
    assert len(analyser.terms("schuldbemiddeling")) == 3


def test_stop_words_only_count_where_asked(analyser: Analyser) -> None:
    assert analyser.terms("hoe kan ik dat") == []
    assert len(analyser.all_terms("hoe kan ik dat")) == 4


def test_grams_mark_the_borders_of_words() -> None:
    assert grams("De bus") == ["_de_", "_bus", "bus_"]
    assert grams("u") == ["_u_"]
    assert grams("") == []
