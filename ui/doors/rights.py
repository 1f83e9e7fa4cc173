"""The door Rechten: quick questions, one a screen, then the rights in groups."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import gradio as gr

from ui.desk import Desk
from ui.render import rights as render
from ui.render.markup import button
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "rechten"
CHECK_SECONDS = 3600
"""A check that nobody touches for an hour is forgotten."""


class Check(NamedTuple):
    """How far somebody has come. `now` = the question on the screen; none = the start or the result."""

    answers: Mapping[str, str] = {}
    now: str | None = None
    done: bool = False
    """The result was shown: a changed answer leads back to it."""


class RightsDesk:
    """Moves a check on and draws where it stands."""

    def __init__(self, wegwijs: Desk, text: Text) -> None:
        """The questions are asked once; the answers live in the browser session."""
        self._wegwijs, self._text = wegwijs, text
        self._questions = {question.id: question for question in wegwijs.check_rights({}).open}
        self._titles = {found.id: found.title for found in wegwijs.procedures()}

    def draw(self, check: Check) -> str:
        """The screen for `check`."""
        if check.now in self._questions:
            number = list(self._questions).index(check.now) + 1
            question, before = self._questions[check.now], check.answers.get(check.now, "")
            return render.ask(question, number, len(self._questions), before, self._text)
        if check.done:
            rights = self._wegwijs.check_rights(check.answers)
            return render.result(rights, list(self._questions.values()), self._titles, self._text)
        return render.intro(len(self._questions), self._text)

    def move(self, check: Check, action: str, value: str) -> Check:
        """The check after one click."""
        return move(check, action, value, list(self._questions))


def move(check: Check, action: str, value: str, order: Sequence[str]) -> Check:
    """The check after one click; an unknown action leaves it as it is. `order` = ids of the questions."""
    if action in ("begin", "open"):
        return Check(now=order[0])
    if action == "again":
        return Check()
    if action == "answer" and check.now:
        return _answered(check, value, order)
    if action == "change" and value in order:
        return check._replace(now=value)
    if action == "show":
        return check._replace(now=None, done=True)
    if action == "back":
        return _back(check, order)
    return check


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:  # noqa: ARG001
    """Draw the door and wire its one event: every click moves the check."""
    desk = RightsDesk(wegwijs, text)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        state = gr.State(Check(), time_to_live=CHECK_SECONDS)
        shown = gr.HTML(
            desk.draw(Check()), apply_default_css=False, elem_classes="result",
            js_on_load="window.wegwijs.connect(element, trigger)",
        )  # fmt: skip

    def click(before: Check, event: gr.EventData, request: gr.Request) -> tuple[str, Check]:
        after = [before]

        def work() -> str:
            moved = desk.move(before, str(event.action), str(event.value))
            html, after[0] = desk.draw(moved), moved
            return html

        html = shown_in_dutch(work, text, button(text["rights.again"], picture="back", action="again"))
        scenes.keep(request.session_hash, DOOR, after[0])
        return html, after[0]

    def show_again(scene: object) -> tuple[object, ...]:
        check = scene if isinstance(scene, Check) else Check()
        return desk.draw(check), check

    shown.click(click, inputs=[state], outputs=[shown, state], api_visibility="private", show_progress="hidden")
    return Corner(DOOR, [shown, state], show_again)


def _answered(check: Check, value: str, order: Sequence[str]) -> Check:
    answers = {**check.answers, check.now or "": value}
    if check.done:
        return check._replace(answers=answers, now=None)
    left = order[order.index(check.now or order[0]) + 1 :]
    return Check(answers, left[0] if left else None, done=not left)


def _back(check: Check, order: Sequence[str]) -> Check:
    """The question before, or the result when one answer was to be changed."""
    if check.now is None or check.done:
        return check._replace(now=None)
    place = order.index(check.now)
    return check._replace(now=order[place - 1]) if place else Check()
