"""Two questions in one message."""

import pytest

from assistant.ask.parts import parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hoeveel krijg ik? En tegen wanneer moet het binnen zijn?",
         ("Hoeveel krijg ik?", "En tegen wanneer moet het binnen zijn?")),
        ("Mijn vrouw is ziek. Mag ik thuisblijven en hoeveel krijg ik dan?",
         ("Mijn vrouw is ziek. Mag ik thuisblijven", "hoeveel krijg ik dan?")),
        ("hoeveel tijd heb ik en wa als ik niks doe", ("hoeveel tijd heb ik", "wa als ik niks doe")),
    ],
)  # fmt: skip
def test_two_questions_are_told_apart(text: str, found: tuple[str, str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ik ben ziek en kan niet komen, wat nu",
        "Ik kreeg een brief van de RVA. Wat moet ik doen?",
        "Wanneer en waar moet ik stempelen?",
        "Wat is dat? Wie krijgt dat? Hoe vraag ik dat?",
        "",
    ],
)
def test_one_question_or_more_than_two_stay_whole(text: str) -> None:
    assert parts(text) == (text,)
