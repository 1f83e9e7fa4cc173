"""The door Brief: give a letter, read what it wants, by when, and what to do."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from ui.desk import Desk
from ui.render.letter import letter as render_letter
from ui.render.markup import esc
from ui.render.pieces import is_alert, notice, stamp
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "brief"
FILE_TYPES = [".pdf", ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".docx", ".txt"]
"""HEIC too: the reader says how to cure it, Gradio would only refuse."""
MAX_CHARACTERS = 40_000
LETTERS_AT_A_TIME = 2
CONNECT = "window.wegwijs.connect(element, trigger)"

Values = tuple[object, ...]
"""One value for each output: result, form, files, pasted text, stop button."""


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:
    """Draw the door and wire its events: explain, stop, another letter."""
    desk = LetterDesk(wegwijs, text, today, scenes)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        with gr.Column() as form:
            gr.HTML(_intro(text), apply_default_css=False, js_on_load=None)
            with gr.Column(elem_classes="ask-box"):
                files = _upload(text)
                gr.HTML(_hint(text), apply_default_css=False, js_on_load=None)
                with gr.Accordion(text["letter.paste_title"], open=False):
                    pasted = gr.Textbox(label=text["letter.paste"], lines=6, max_length=MAX_CHARACTERS)
                go = gr.Button(text["letter.explain"], variant="primary")
        shown = gr.HTML("", apply_default_css=False, js_on_load=CONNECT, elem_classes="result")
        stop = gr.Button(text["letter.cancel"], visible=False)
    outputs = [shown, form, files, pasted, stop]
    wiring: dict[str, Any] = {"outputs": outputs, "api_visibility": "private", "show_progress": "hidden"}
    queue: dict[str, Any] = {"concurrency_limit": LETTERS_AT_A_TIME, "concurrency_id": "letters"}
    running = go.click(desk.explain, inputs=[files, pasted], **wiring, **queue)
    stop.click(desk.stopped, cancels=[running], **wiring)
    shown.click(desk.other, **wiring)
    return Corner(DOOR, outputs, desk.show_again)


class LetterDesk:
    """The events of the door."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> None:
        """`scenes` keeps the explained letter for a reload."""
        self._wegwijs, self._text, self._today, self._scenes = wegwijs, text, today, scenes
        self._titles = {found.id: found.title for found in wegwijs.procedures()}

    def explain(self, files: Sequence[str] | None, words: str | None, request: gr.Request) -> Iterator[Values]:
        """First the card that says that we read, then the explained letter or what went wrong."""
        words = (words or "").strip()
        if not files and not words:
            yield notice(self._text["letter.none"]), gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        yield _reading(self._text), gr.update(visible=False), gr.skip(), gr.skip(), gr.update(visible=True)
        with pages_of(files, words) as pages:
            html = shown_in_dutch(lambda: self._explained(pages), self._text)
        failed = is_alert(html)
        self._scenes.keep(request.session_hash, DOOR, None if failed else html)
        yield html, gr.update(visible=failed), None, gr.skip() if failed else "", gr.update(visible=False)

    def stopped(self) -> Values:
        """Somebody stopped the reading: back to the form, which keeps a pasted text."""
        remark = notice(self._text["letter.cancelled"])
        return remark, gr.update(visible=True), None, gr.skip(), gr.update(visible=False)

    def other(self, request: gr.Request) -> Values:
        """Forget this letter and ask for another one."""
        self._scenes.keep(request.session_hash, DOOR, None)
        return "", gr.update(visible=True), None, "", gr.update(visible=False)

    def show_again(self, scene: object) -> Values:
        """The letter as it was before a reload."""
        return scene, gr.update(visible=False), None, "", gr.update(visible=False)

    def _explained(self, pages: Sequence[Path]) -> str:
        today = self._today()
        found = self._wegwijs.explain_letter(pages, today)
        return render_letter(found, self._titles, today, self._text, self._wegwijs.simpler)


@contextmanager
def pages_of(files: Sequence[str] | None, words: str) -> Iterator[list[Path]]:
    """The pages of one letter as files, or `words` as a file; all are deleted at the end of the block."""
    pages = [Path(file) for file in files or ()]
    if not pages:
        folder = os.environ.get("GRADIO_TEMP_DIR")  # private, and wiped with the uploads
        with tempfile.NamedTemporaryFile("w", suffix=".txt", dir=folder, delete=False, encoding="utf-8") as sheet:
            sheet.write(words)
        pages = [Path(sheet.name)]
    try:
        yield pages
    finally:
        for page in pages:
            page.unlink(missing_ok=True)


def _upload(text: Text) -> gr.File:
    return gr.File(
        label=text["letter.upload"],
        file_count="multiple",
        file_types=FILE_TYPES,
        height=190,
        elem_id="brief-bestand",
    )


def _hint(text: Text) -> str:
    return f'<p class="soft">{esc(text["letter.upload_hint"])}</p>'


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
