"""What is asked, what stands in the way, and whether a question hangs on an earlier one."""

from typing import get_args

import pytest

from assistant.ask.intent import barriers, hangs, intents
from assistant.ask.normalise import Query, Vocabulary, normalise
from assistant.ask.rerank import Ranked
from assistant.ask.talk import Earlier, changes_subject, in_talk, joined
from ingest.models import Intent

NO_WORDS = Vocabulary(frozenset(), {})


def asked(text: str) -> Query:
    return normalise(text, NO_WORDS)


INTENTS = [
    ("bedrag", "hoeveel is een leefloon"), ("bedrag", "is dat gratis"), ("termijn", "tegen wanneer moet ik antwoorden"),
    ("termijn", "hoeveel dagen heb ik"), ("meebrengen", "welke papieren moet ik meebrengen"),
    ("stappen", "hoe vraag ik dat aan"), ("wie", "heb ik recht op een premie"),
    ("te-laat", "ik heb mijn afspraak gemist"),
    ("weigering", "mijn leefloon is geweigerd"), ("beroep", "ik ben niet akkoord"),
    ("contact", "wat is het telefoonnummer van de rva"),
    ("wat", "wat is een gpmi"), ("drempel", "ik heb geen computer"),
]  # fmt: skip
BARRIERS = [
    ("geen-pc", "ik heb geen laptop"), ("geen-itsme", "zonder itsme"), ("geen-vervoer", "er is geen bus"),
    ("geen-opvang", "niemand past op mijn kind, geen opvang"), ("ziek", "ik heb griep"),
    ("taal", "ik spreek geen nederlands"),
    ("diploma", "mijn diploma telt niet mee hier, diploma uit syrie"), ("schulden", "ik heb schulden"),
    ("wonen", "ik ben dakloos"),
    ("wantrouwen", "ik ben bang van vdab"), ("verhuisd", "ik ben verhuisd"),
    ("geen-rijksregisternummer", "zonder rijksregisternummer"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), INTENTS)
def test_intents(name: str, text: str) -> None:
    assert name in intents(asked(text))


@pytest.mark.parametrize(("name", "text"), BARRIERS)
def test_barriers(name: str, text: str) -> None:
    assert name in barriers(asked(text))


def test_every_intent_is_tried() -> None:
    assert {name for name, _ in INTENTS} == set(get_args(Intent))


@pytest.mark.parametrize("text", ["leefloon", "", "vdab antwerpen", "groeipakket baby"])
def test_a_bare_subject_asks_nothing(text: str) -> None:
    assert intents(asked(text)) == barriers(asked(text)) == ()


@pytest.mark.parametrize(
    ("text", "hanging"),
    [
        ("en hoeveel is dat?", True), ("wat als ik te laat ben?", True), ("hoe lang?", True), ("waarom?", True),
        ("en mijn vrouw?", True), ("moet ik daarvoor betalen", True), ("hoe vraag ik een leefloon aan", False),
        ("leefloon", False), ("en " + "woord " * 10, False), ("", False),
    ],
)  # fmt: skip
def test_hanging_questions(text: str, hanging: bool) -> None:
    assert hangs(asked(text)) is hanging


def ranked(section: str, score: float, probable: float = 0.0) -> Ranked:
    return Ranked(section, score, {"probable": probable})


def test_another_subject_starts_a_new_talk() -> None:
    earlier = [ranked("leefloon#wat", 9.0), ranked("huur#wat", 1.0)]
    sure = [ranked("huurpremie#wat", 9.0, 0.9)]
    assert changes_subject(asked("krijg ik een huurpremie"), sure, earlier)
    assert not changes_subject(asked("krijg ik een huurpremie"), [ranked("huurpremie#wat", 9.0, 0.3)], earlier)
    assert not changes_subject(asked("hoeveel leefloon"), [ranked("leefloon#bedrag", 9.0, 0.9)], earlier)
    assert not changes_subject(asked("en de huurpremie"), sure, earlier)
    assert not changes_subject(asked("krijg ik een huurpremie"), [], earlier)


def test_a_follow_up_stays_with_its_subject() -> None:
    together = [ranked("huur#wie", 3.0), ranked("leefloon#wie", 2.5)]
    earlier = [ranked("leefloon#wat", 9.0), ranked("huur#wat", 1.0)]
    field = frozenset({"leefloon"})
    found = in_talk(asked("wie"), together, Earlier(asked("leefloon"), earlier, frozenset(), field))
    assert [one.section for one in found] == ["leefloon#wie", "huur#wie"]
    assert in_talk(asked("wie"), [], Earlier(asked("leefloon"), [], frozenset(), frozenset())) == []


def test_a_follow_up_asks_for_something_else_than_was_said() -> None:
    together = [ranked("leefloon#wat", 3.0), ranked("leefloon#duur", 2.5)]
    earlier = Earlier(asked("leefloon"), [ranked("leefloon#wat", 9.0)], frozenset({"leefloon#wat"}), frozenset())
    assert [one.section for one in in_talk(asked("en dan"), together, earlier)] == ["leefloon#duur", "leefloon#wat"]


def test_joined_holds_the_words_of_both() -> None:
    whole = joined(asked("hoe lang"), asked("leefloon vragen"))
    assert whole.original == whole.plain == "hoe lang"
    assert whole.expanded.split() == whole.repaired.split() == ["hoe", "lang", "leefloon", "vragen"]
