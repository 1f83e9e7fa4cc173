"""The door `brief`."""

from collections.abc import Callable
from datetime import date

import gradio as gr

from ui.desk import Desk
from ui.render.later import later
from ui.text import Text


def draw(wegwijs: Desk, text: Text, today: Callable[[], date]) -> None:
    """Draw the door; its real content comes in a later version."""
    with gr.Column(elem_id="brief", elem_classes="door-panel"):
        gr.HTML(later("brief", text), apply_default_css=False, js_on_load=None)
