"""The door Mijn stappen: what comes next, what is done, notes, papers; kept only when somebody wants it."""

from collections.abc import Callable
from datetime import date

import gradio as gr

from ingest.errors import WegwijsError
from ui.desk import Desk
from ui.doors.chain import MY_STEPS, Chain, known_to, result
from ui.doors.steps_actions import act, fields
from ui.doors.steps_session import IDLE_SECONDS, Session, Shelf
from ui.log import record
from ui.render import my_steps as render
from ui.render.markup import button
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

SECRETS = {"passphrase", "again", "file"}
AT_A_TIME = 4
"""Opening asks 128 MB of memory."""


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes, chain: Chain) -> Corner:  # noqa: ARG001
    """Draw the door and wire its one event: every click and every form changes the session."""
    shelf = chain.shelf
    desk = StepsDesk(shelf, text, today)
    with gr.Column(elem_id=MY_STEPS, elem_classes="door-panel"):
        shown = result(desk.show(Session())[0])

    def click(before: Session, event: gr.EventData, request: gr.Request) -> tuple[str, Session]:
        html, after = desk.click(before, str(event.action), str(event.value or ""))
        if after.fresh:
            scenes.forget(request.session_hash)
            after = after._replace(fresh=False)
            html = render.load_anew()
        scenes.keep(request.session_hash, MY_STEPS, after)
        return html, after

    def show_again(scene: object) -> tuple[object, ...]:
        return desk.show(shelf.locked_when_idle(scene) if isinstance(scene, Session) else Session())

    shown.click(
        click, inputs=[chain.state], outputs=[shown, chain.state], api_visibility="private", show_progress="hidden",
        concurrency_limit=AT_A_TIME,
    )  # fmt: skip
    return Corner(MY_STEPS, [shown, chain.state], show_again)


class StepsDesk:
    """The one event of the door."""

    def __init__(self, shelf: Shelf, text: Text, today: Callable[[], date]) -> None:
        """`shelf` = what is kept on this machine."""
        self._shelf, self._text, self._today = shelf, text, today

    def click(self, before: Session, action: str, value: str) -> tuple[str, Session]:
        """The screen after a click. A fault leaves the dossier as it was and is said above it."""
        awake = self._shelf.locked_when_idle(before)
        if awake is not before and action != "open-now":
            return self.show(awake)
        after = [awake]

        def work() -> str:
            try:
                after[0] = act(awake, action, value, self._today(), self._shelf)
            except WegwijsError as error:
                after[0] = awake._replace(fault=error, message="", paper=None, typed=_typed(value))
            html, after[0] = ("", after[0]) if after[0].fresh else self.show(after[0])
            return html

        way_out = button(self._text["my.back"], picture="back", action="page", value="plan")
        return shown_in_dutch(work, self._text, way_out), after[0]

    def show(self, session: Session) -> tuple[str, Session]:
        """The page of the session, and the session with its message and paper gone: both are shown once."""
        if session.fault:
            record(session.fault)
        known = known_to(self._shelf, session)
        html = render.page(session, self._shelf, known, self._today(), IDLE_SECONDS, self._text)
        return html, session._replace(message="", fault=None, paper=None)


def _typed(value: str) -> dict[str, str]:
    """What to put back in the boxes of a form that failed."""
    if not value.startswith("{"):
        return {}
    return {name: content for name, content in fields(value).items() if name not in SECRETS}
