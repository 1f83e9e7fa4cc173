"""The door Vraag with a language model: what shows when, and whose words they are."""

from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from assistant.models import Answer
from tests.ui.fake_desk import TODAY, FakeDesk
from ui.doors.question import MAX_SESSIONS, Talk
from ui.scenes import Scenes
from ui.text import load_text

TEXT = load_text()
COMING, LABEL = TEXT["question.rewriting"], TEXT["answer.rewritten"]
REQUEST: Any = SimpleNamespace(session_hash="een")


class Model(FakeDesk):
    """`during` runs while the model writes; `away` = it says nothing."""

    rewrites = True
    away = False

    def during(self) -> None:
        """Nothing happens."""

    def rewrite(self, answer: Answer) -> Answer:
        self.during()
        if self.away:
            return answer.model_copy(update={"uncertain": (*answer.uncertain, "Het taalmodel zwijgt.")})
        return answer.model_copy(update={"summary": "Anders gezegd.", "engine": "openai:klein"})


def door(desk: FakeDesk) -> Talk:
    return Talk(desk, TEXT, lambda: TODAY, Scenes())


def is_skipped(values: tuple[object, ...]) -> bool:
    return all(value == gr.skip() for value in values)


def test_the_built_in_answer_says_that_more_comes() -> None:
    talk = door(Model())
    html, turns, *_ = talk.ask("mijn kind is ziek", (), REQUEST)
    assert COMING in str(html)
    assert LABEL not in str(html)
    told, kept = talk.rewrite(turns, REQUEST)  # type: ignore[arg-type]
    assert LABEL in str(told)
    assert "Anders gezegd." in str(told)
    assert COMING not in str(told)
    assert "data-stamp" not in str(told), "it is not announced a second time"
    assert is_skipped(talk.rewrite(kept, REQUEST)), "once is enough"  # type: ignore[arg-type]


def test_a_silent_model_is_one_line() -> None:
    desk = Model()
    desk.away = True
    talk = door(desk)
    _, turns, *_ = talk.ask("mijn kind is ziek", (), REQUEST)
    told, _ = talk.rewrite(turns, REQUEST)  # type: ignore[arg-type]
    assert str(told).count("Het taalmodel zwijgt.") == 2, "below the card, and among what is not certain"
    assert LABEL not in str(told)


@pytest.mark.parametrize("question", ["ik heb geen eten meer", "wie woont op de maan", "geld"])
def test_other_answers_are_left_alone(question: str) -> None:
    talk = door(Model())
    html, turns, *_ = talk.ask(question, (), REQUEST)
    assert COMING not in str(html)
    assert is_skipped(talk.rewrite(turns, REQUEST))  # type: ignore[arg-type]


@pytest.mark.parametrize("event", ["asked", "started anew"])
def test_what_comes_too_late_is_dropped(event: str) -> None:
    desk = Model()
    talk = door(desk)
    _, turns, *_ = talk.ask("mijn kind is ziek", (), REQUEST)
    desk.during = lambda: (  # type: ignore[method-assign]
        talk.ask("en nu?", turns, REQUEST) if event == "asked" else talk.start_anew(REQUEST)  # type: ignore[arg-type]
    )
    assert is_skipped(talk.rewrite(turns, REQUEST))  # type: ignore[arg-type]


def test_another_person_does_not_disturb() -> None:
    desk = Model()
    talk = door(desk)
    other: Any = SimpleNamespace(session_hash="twee")
    _, turns, *_ = talk.ask("mijn kind is ziek", (), REQUEST)
    desk.during = lambda: talk.ask("en nu?", (), other)  # type: ignore[method-assign,assignment,return-value]
    assert not is_skipped(talk.rewrite(turns, REQUEST))  # type: ignore[arg-type]


def test_memory_of_sessions_is_bounded() -> None:
    talk = door(Model())
    for number in range(MAX_SESSIONS + 20):
        talk.start_anew(SimpleNamespace(session_hash=str(number)))  # type: ignore[arg-type]
    assert len(talk._rounds) == MAX_SESSIONS


def test_without_a_model_nothing_is_promised() -> None:
    html, turns, *_ = door(FakeDesk()).ask("mijn kind is ziek", (), REQUEST)
    assert COMING not in str(html)
    assert is_skipped(door(FakeDesk()).rewrite(turns, REQUEST))  # type: ignore[arg-type]
