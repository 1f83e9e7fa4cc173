"""The door Brief: give a letter, read what it wants, by when, and what to do."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO

import gradio as gr

from ui.desk import Desk
from ui.render.letter import letter as render_letter
from ui.render.markup import esc
from ui.render.pieces import is_alert, notice, stamp
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

FILE_TYPES = [".pdf", ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".docx", ".txt"]
MAX_CHARACTERS = 40_000
DOOR = "brief"
LETTERS_AT_A_TIME = 2
CONNECT = "window.wegwijs.connect(element, trigger)"


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:
    """Draw the door and wire its events: explain, stop, another letter."""
    titles = {found.id: found.title for found in wegwijs.procedures()}
    with gr.Column(elem_id="brief", elem_classes="door-panel"):
        with gr.Column() as form:
            gr.HTML(_intro(text), apply_default_css=False, js_on_load=None)
            with gr.Column(elem_classes="ask-box"):
                files = gr.File(
                    label=text["letter.upload"],
                    file_count="multiple",
                    file_types=FILE_TYPES,
                    height=190,
                    elem_id="brief-bestand",
                )
                gr.HTML(
                    f'<p class="soft">{esc(text["letter.upload_hint"])}</p>', apply_default_css=False, js_on_load=None
                )
                with gr.Accordion(text["letter.paste_title"], open=False):
                    pasted = gr.Textbox(label=text["letter.paste"], lines=6, max_length=MAX_CHARACTERS)
                go = gr.Button(text["letter.explain"], variant="primary")
        shown = gr.HTML("", apply_default_css=False, js_on_load=CONNECT, elem_classes="result")
        stop = gr.Button(text["letter.cancel"], visible=False)

    def explain(paths: Sequence[str] | None, words: str | None, request: gr.Request) -> Iterator[tuple[object, ...]]:
        words = (words or "").strip()
        if not paths and not words:
            yield notice(text["letter.none"]), gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        yield _reading(text), gr.update(visible=False), gr.skip(), gr.skip(), gr.update(visible=True)
        with _Pages(paths, words) as pages:
            html = shown_in_dutch(
                lambda: render_letter(wegwijs.explain_letter(pages, today()), titles, today(), text), text
            )
        failed = is_alert(html)
        scenes.keep(request.session_hash, DOOR, None if failed else html)
        yield html, gr.update(visible=failed), None, "" if not failed else gr.skip(), gr.update(visible=False)

    def cancelled() -> tuple[object, ...]:
        return notice(text["letter.cancelled"]), gr.update(visible=True), None, gr.skip(), gr.update(visible=False)

    def other(request: gr.Request) -> tuple[object, ...]:
        scenes.keep(request.session_hash, DOOR, None)
        return "", gr.update(visible=True), None, "", gr.update(visible=False)

    def show_again(scene: object) -> tuple[object, ...]:
        return scene, gr.update(visible=False), None, "", gr.update(visible=False)

    parts = [shown, form, files, pasted, stop]
    running = go.click(
        explain, inputs=[files, pasted], outputs=parts, api_visibility="private", show_progress="hidden",
        concurrency_limit=LETTERS_AT_A_TIME, concurrency_id="letters",
    )  # fmt: skip
    stop.click(cancelled, outputs=parts, cancels=[running], api_visibility="private", show_progress="hidden")
    shown.click(other, outputs=parts, api_visibility="private", show_progress="hidden")
    return Corner(DOOR, parts, show_again)


class _Pages:
    """The pages of one letter as files that exist only inside the block: uploads are deleted after reading."""

    def __init__(self, paths: Sequence[str] | None, words: str) -> None:
        self._paths = [Path(path) for path in paths or ()]
        self._words = words

    def __enter__(self) -> list[Path]:
        if not self._paths:
            with _sheet() as sheet:
                sheet.write(self._words)
            self._paths = [Path(sheet.name)]
        return self._paths

    def __exit__(self, *_: object) -> None:
        for path in self._paths:
            path.unlink(missing_ok=True)


def _sheet() -> IO[str]:
    """A new text file in the private upload folder, which is wiped with the rest."""
    return tempfile.NamedTemporaryFile(
        "w", suffix=".txt", dir=os.environ.get("GRADIO_TEMP_DIR"), delete=False, encoding="utf-8"
    )


def _intro(text: Text) -> str:
    return (
        f'<h1 tabindex="-1">{esc(text["letter.title"])}</h1><p class="lead soft" '
        f'data-upload-label="{esc(text["letter.choose"])}">{esc(text["letter.lead"])}</p>'
    )


def _reading(text: Text) -> str:
    return (
        f'<section class="card reading" data-stamp="{stamp()}"><span class="turning" aria-hidden="true"></span><div>'
        f'<h1 tabindex="-1">{esc(text["letter.reading"])}</h1><p>{esc(text["letter.reading_hint"])}</p></div></section>'
    )
