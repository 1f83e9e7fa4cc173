"""The check: answers are read strictly, conditions are judged in three values, families get what is theirs."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.evals.rights import GROUPS, read_families, wrong
from assistant.models import Rights
from assistant.rights import check_rights, load_book
from assistant.rights.answers import Income, read_answers
from assistant.rights.rules import Judge
from assistant.sentences import load_sentences
from ingest.corpus import load_corpus
from ingest.errors import UnknownAnswer

BOOK, CORPUS = load_book(), load_corpus()
FAMILIES = list(read_families(Path(__file__).resolve().parents[2] / "evals" / "rights"))


def check(answers: Mapping[str, object]) -> Rights:
    return check_rights(BOOK, answers, CORPUS, {"leefloon-aanvragen"}, load_sentences())


def judge(**answers: object) -> Judge:
    return Judge(BOOK, read_answers(BOOK, answers), CORPUS.amounts)


def row(rights: Rights, name: str):  # noqa: ANN201
    return next(found for group in GROUPS for found in getattr(rights, group) if found.id == name)


@pytest.mark.parametrize("name, answers, wanted", FAMILIES, ids=[family[0] for family in FAMILIES])
def test_family(name: str, answers: Mapping[str, object], wanted: Mapping[str, list[str]]) -> None:
    assert wrong(check(answers), wanted) == []


def test_there_are_enough_families_and_each_right_is_named() -> None:
    assert len(FAMILIES) >= 150
    assert len({name for name, _, _ in FAMILIES}) == len(FAMILIES)
    offered = {right for _, _, wanted in FAMILIES for group in ("likely", "maybe") for right in wanted.get(group, [])}
    assert {right.id for right in BOOK.rights} - offered == set()


def test_every_right_stands_in_exactly_one_group() -> None:
    for _, answers, _ in FAMILIES[::10]:
        rights = check(answers)
        names = [found.id for group in GROUPS for found in getattr(rights, group)]
        assert sorted(names) == sorted(right.id for right in BOOK.rights)


def test_each_group_says_what_it_must() -> None:
    for _, answers, _ in FAMILIES[::10]:
        rights = check(answers)
        assert all(not found.missing and found.advice is None for found in rights.likely)
        assert all(found.missing for found in rights.maybe)
        assert all(found.change and found.advice and found.where in found.advice for found in rights.not_now)


def test_a_right_tells_all_of_it() -> None:
    found = row(check({"leeftijd": "25 tot 64", "inkomen": "500"}), "leefloon")
    assert found.where == "Het OCMW van je gemeente" and found.contact.local
    assert "1.314,20 euro per maand" in (found.amount or "") and "1/2/2025" in (found.amount or "")
    assert found.procedure == "leefloon-aanvragen"
    assert {citation.section for citation in found.citations} == {"leefloon"}
    assert found.citations[0].quote == found.gives
    assert row(check({}), "huurpremie").procedure is None, "a procedure that cannot be walked is not offered"


def test_a_skipped_question_is_named_and_can_be_asked() -> None:
    found = row(check({"leeftijd": "25 tot 64", "gezin": "overslaan"}), "leefloon")
    assert "papieren" in found.ask and "leeftijd" not in found.ask
    assert "Welke papieren heb je?" in found.missing


def test_open_questions_and_remarks() -> None:
    rights = check({"leeftijd": "25 tot 64"})
    assert [question.id for question in rights.open] == [q.id for q in BOOK.questions if q.id != "leeftijd"]
    assert load_sentences()["rights.skipped"] in rights.uncertain
    everything = FAMILIES[-1][1] | {"kinderen": "1", "inkomen": "900"}
    assert load_sentences()["rights.skipped"] not in check(everything).uncertain
    assert check(everything).open == ()


@pytest.mark.parametrize(
    "raw, income",
    [("1450", Income(1450, 1450)), ("tot 850 euro", Income(1, 850)), ("meer dan 4000 euro", Income(4001, None)),
     ("niets", Income(0, 0)), ("100000", Income(100_000, 100_000)), ("weet ik niet", None), ("overslaan", None)],
)  # fmt: skip
def test_income_is_a_band_or_a_sum(raw: str, income: Income | None) -> None:
    assert read_answers(BOOK, {"inkomen": raw}).income == income


def test_more_answers_as_a_list_or_as_one_text() -> None:
    both = {"we hebben schulden", "we verwarmen met mazout"}
    assert read_answers(BOOK, {"rekeningen": sorted(both)}).chosen["rekeningen"] == both
    assert read_answers(BOOK, {"rekeningen": "; ".join(both)}).chosen["rekeningen"] == both


@pytest.mark.parametrize(
    "raw, reason",
    [({"schoenmaat": "42"}, "id"), ({"leeftijd": "oud"}, "value"), ({"inkomen": "-5"}, "value"),
     ({"inkomen": "12,50"}, "value"), ({"inkomen": "100001"}, "value"), ({"vt": "ja; nee"}, "value"),
     ({"rekeningen": ["we hebben schulden", "goud"]}, "value"), ({"leeftijd": {"a": 1}}, "value")],
)  # fmt: skip
def test_unknown_ids_and_values_are_refused_by_name(raw: dict[str, object], reason: str) -> None:
    with pytest.raises(UnknownAnswer) as refused:
        check(raw)
    assert refused.value.reason == reason
    assert refused.value.values["id"] in raw
    assert "goud" not in str(refused.value) + str(refused.value.values), "never what somebody typed"


def test_conditions_in_three_values() -> None:
    assert judge(vt="ja").judge("heeft-vt").holds is True
    assert judge(vt="nee").judge("heeft-vt").holds is False
    assert judge().judge("heeft-vt").ask == ("vt",)
    assert judge(leeftijd="jonger dan 18").judge("meerderjarig").holds is None


def test_one_of_is_enough_and_all_must_hold() -> None:
    leefloon = "leefloon of steun van het OCMW"
    assert judge(inkomsten=leefloon).judge("advocaat-groep").holds is True
    assert judge(inkomsten="loon", leeftijd="25 tot 64", inkomen="9000").judge("advocaat-groep").holds is False
    assert judge(vt="ja").all_of(["heeft-vt", "kinderen"]).holds is None
    refused = judge(vt="nee", kinderen="geen").all_of(["heeft-vt", "kinderen"])
    assert refused.holds is False and len(refused.change) == 2


def test_some_conditions_are_never_sure() -> None:
    with_leefloon = judge(inkomsten="leefloon of steun van het OCMW", vt="nee")
    assert with_leefloon.judge("sociaal-statuut").holds is True
    assert with_leefloon.judge("vt-mogelijk").holds is None
