"""The screen as one Gradio app: header, start screen, help panel and the six doors."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import gradio as gr
import yaml

from assistant.dossier import keeper_for
from assistant.settings import Settings
from ui.desk import Desk
from ui.doors import appointment, guide, letter, my_steps, question, rights
from ui.doors.chain import Chain
from ui.doors.steps_session import Session, Shelf
from ui.render import frame
from ui.scenes import Corner, Scenes
from ui.text import Text

HELP_FILE = Path(__file__).with_name("help.yaml")
LOOSE_SECONDS = 3600
"""A dossier that is not kept and that nobody touches for an hour is forgotten."""
CACHE_CHECK_SECONDS, CACHE_AGE_SECONDS = 60, 600
"""Uploads that were forgotten go after ten minutes."""


def build_app(wegwijs: Desk, text: Text, today: Callable[[], date] = date.today) -> gr.Blocks:
    """Draw every door and wire its events; `today` is asked anew at each event.

    The look is not in the Blocks: `ui.server` puts style sheet, script and headers around it.
    """
    blocks = gr.Blocks(
        title=text["app.title"],
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(CACHE_CHECK_SECONDS, CACHE_AGE_SECONDS),
    )
    scenes = Scenes()
    with blocks:
        gr.HTML(frame.header(text), elem_id="kop", apply_default_css=False, js_on_load=None)
        with gr.Column(elem_id="inhoud"):
            with gr.Column(elem_id="start", elem_classes="door-panel"):
                gr.HTML(frame.start(text), apply_default_css=False, js_on_load=None)
            chain = Chain(_shelf(wegwijs, scenes), gr.State(Session(), time_to_live=LOOSE_SECONDS), scenes)
            corners = [door.draw(wegwijs, text, today, scenes) for door in (question, letter)]
            corners += [
                door.draw(wegwijs, text, today, scenes, chain) for door in (guide, appointment, rights, my_steps)
            ]
        gr.HTML(help_now(wegwijs, text) + frame.trouble(text), apply_default_css=False, js_on_load=None)
        _restore_on_load(blocks, scenes, corners)
    return blocks


def _shelf(wegwijs: Desk, scenes: Scenes) -> Shelf:
    """What is kept on this machine; after a wipe nothing of it stays in memory either."""

    def forget() -> None:
        scenes.forget_all()
        wegwijs.forget_index()

    settings = Settings()
    return Shelf(keeper_for(settings), settings, forget=forget)


def _restore_on_load(blocks: gr.Blocks, scenes: Scenes, corners: Sequence[Corner]) -> None:
    """After a reload each door shows again what its tab showed."""
    tab = gr.Textbox(visible=False)

    def restore(name: str, request: gr.Request) -> list[object]:
        scenes.bind(request.session_hash, name)
        values: list[object] = []
        for corner in corners:
            scene = scenes.find(name, corner.door)
            values += corner.show(scene) if scene is not None else [gr.skip()] * len(corner.outputs)
        return values

    blocks.load(
        restore,
        inputs=[tab],
        outputs=[part for corner in corners for part in corner.outputs],
        js="() => window.wegwijs.tab()",
        api_visibility="private",
        show_progress="hidden",
    )


def help_now(wegwijs: Desk, text: Text) -> str:
    """The panel with the numbers to call, from the corpus."""
    groups = yaml.safe_load(HELP_FILE.read_text(encoding="utf-8"))
    does = wegwijs.what_they_do([name for ids in groups.values() for name in ids])
    return frame.help_panel({f"help.{need}": wegwijs.contacts(ids) for need, ids in groups.items()}, does, text)
