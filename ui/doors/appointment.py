"""The door Afspraak: a few questions, the sheet of a talk, and messages to an office."""

from collections.abc import Callable
from datetime import date

import gradio as gr

from ui.desk import Desk
from ui.doors.chain import Chain, result
from ui.doors.steps_session import Session
from ui.doors.talk import Talk, at_start
from ui.doors.talk_desk import TalkDesk
from ui.render.markup import button
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "afspraak"
TALK_SECONDS = 3600
"""A talk that nobody touches for an hour is forgotten."""


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes, chain: Chain) -> Corner:
    """Draw the door and wire its one event: every click and every form moves the talk."""
    desk = TalkDesk(wegwijs, text, today)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        state = gr.State(Talk(), time_to_live=TALK_SECONDS)
        shown = result(desk.draw(Talk()))

    def click(
        before: Talk, session: Session, event: gr.EventData, request: gr.Request
    ) -> tuple[object, Talk, Session]:
        action, value = str(event.action), str(event.value or "")
        if action == "look" and not at_start(before):
            return gr.skip(), before, session
        after, sessions = [before], [chain.told_place(chain.awake(session), action, value, request)]

        def work() -> str:
            moved = desk.move(before, action, value, chain.known(sessions[0]))
            sessions[0] = chain.learn(sessions[0], desk.heard(before, moved), request)
            html = desk.draw(moved, chain.known(sessions[0]))
            after[0] = moved._replace(file=None, steps=None, wrong="", typed={})
            return html

        html = shown_in_dutch(work, text, button(text["button.back"], picture="back", action="back"))
        scenes.keep(request.session_hash, DOOR, after[0])
        return html, after[0], sessions[0]

    def show_again(scene: object) -> tuple[object, ...]:
        talk = scene if isinstance(scene, Talk) else Talk()
        return desk.draw(talk), talk

    chain.wire(shown, state, click)
    return Corner(DOOR, [shown, state], show_again)
