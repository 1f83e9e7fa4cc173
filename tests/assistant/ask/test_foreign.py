"""Key words of an answer in the language of the question."""

import pytest

from assistant.ask.foreign import asked_in, key_sentence
from assistant.models import HardWord
from assistant.sentences import Sentences

SAY = Sentences({"foreign.fr": "FR {words}", "foreign.en": "EN {words}"})
WORDS = (
    HardWord(word="huurwaarborg", meaning="Geld als zekerheid.", fr="garantie locative", en="rental deposit"),
    HardWord(word="plaatsbeschrijving", meaning="Een lijst van schade."),
)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("que dois-je faire si je perds mon travail", "fr"),
        ("How can I get a rental deposit?", "en"),
        ("hoe krijg ik mijn huurwaarborg terug", None),
        ("mag ik met mijn C4 naar de VDAB", None),
        ("leefloon", None),
        ("Is leefloon in Antwerpen hoger dan hier?", None),
        ("Peut-on demander une aide à 17 ans ?", "fr"),
    ],
)
def test_the_language_of_a_question_shows_in_its_small_words(question: str, language: str | None) -> None:
    assert asked_in(question) == language


def test_hard_words_come_in_the_language_of_the_question() -> None:
    assert key_sentence("Who pays my deposit and when?", WORDS, SAY) == "EN huurwaarborg = rental deposit"
    assert key_sentence("Qui paie ma garantie et quand ?", WORDS, SAY) == "FR huurwaarborg = garantie locative"


def test_a_dutch_question_and_words_without_translation_get_none() -> None:
    assert key_sentence("wie betaalt mijn huurwaarborg", WORDS, SAY) is None
    assert key_sentence("Who pays my deposit and when?", WORDS[1:], SAY) is None
