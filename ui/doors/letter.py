"""The door Brief: give a letter, read what it wants, by when, and what to do."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.models import Letter
from assistant.pile import add_letter
from ui.desk import Desk
from ui.render.letter import letter as render_letter
from ui.render.markup import esc
from ui.render.pieces import is_alert, notice, stamp
from ui.render.pile import above_letter
from ui.render.pile import pile as render_pile
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
"""One value for each output: result, form, files, pasted text, stop button, pile."""
Pile = tuple[Letter, ...]
PILE_SECONDS = 3600
"""Letters that nobody touches for an hour are forgotten."""


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
                each = gr.Button(text["letter.many"], elem_classes="each-letter")  # in sight from two files on
        pile = gr.State((), time_to_live=PILE_SECONDS)
        shown = gr.HTML("", apply_default_css=False, js_on_load=CONNECT, elem_classes="result")
        stop = gr.Button(text["letter.cancel"], visible=False)
    outputs = [shown, form, files, pasted, stop, pile]
    wiring: dict[str, Any] = {"outputs": outputs, "api_visibility": "private", "show_progress": "hidden"}
    queue: dict[str, Any] = {"concurrency_limit": LETTERS_AT_A_TIME, "concurrency_id": "letters"}
    running = go.click(desk.explain, inputs=[files, pasted, pile], **wiring, **queue)
    apart = each.click(desk.explain_each, inputs=[files, pasted, pile], **wiring, **queue)
    stop.click(desk.stopped, cancels=[running, apart], **wiring)
    shown.click(desk.click, inputs=[pile], **wiring)
    return Corner(DOOR, outputs, desk.show_again)


class LetterDesk:
    """The events of the door."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> None:
        """`scenes` keeps the explained letter for a reload."""
        self._wegwijs, self._text, self._today, self._scenes = wegwijs, text, today, scenes
        self._titles = {found.id: found.title for found in wegwijs.procedures()}

    def explain(
        self, files: Sequence[str] | None, words: str | None, before: Pile, request: gr.Request
    ) -> Iterator[Values]:
        """The pages of one letter: first the card that says that we read, then the letter or what went wrong."""
        yield from self._read(files, words, before, request, apart=False)

    def explain_each(
        self, files: Sequence[str] | None, words: str | None, before: Pile, request: gr.Request
    ) -> Iterator[Values]:
        """Every file is a letter of its own: the list of them, the most urgent first."""
        yield from self._read(files, words, before, request, apart=bool(files and len(files) > 1))

    def _read(
        self, files: Sequence[str] | None, words: str | None, before: Pile, request: gr.Request, apart: bool
    ) -> Iterator[Values]:
        words = (words or "").strip()
        if not files and not words:
            yield notice(self._text["letter.none"]), *[gr.skip()] * 5
            return
        yield _reading(self._text), gr.update(visible=False), gr.skip(), gr.skip(), gr.update(visible=True), gr.skip()
        with pages_of(files, words) as pages:
            after = self._explained_each(pages, before) if apart else self._explained(pages, before)
        html, letters = after
        failed = is_alert(html) and letters == before
        self._scenes.keep(request.session_hash, DOOR, None if failed else after)
        typed = gr.skip() if failed else ""
        yield html, gr.update(visible=failed), None, typed, gr.update(visible=False), letters

    def stopped(self) -> Values:
        """Somebody stopped the reading: back to the form, which keeps a pasted text."""
        remark = notice(self._text["letter.cancelled"])
        return remark, gr.update(visible=True), None, gr.skip(), gr.update(visible=False), gr.skip()

    def click(self, letters: Pile, event: gr.EventData, request: gr.Request) -> Values:
        """Open a letter of the pile, show the pile, or ask for another letter."""
        value = str(event.value or "")
        if event.action == "letter" and value.isdigit() and int(value) < len(letters):
            html = above_letter(letters, False, self._text) + self._draw(letters[int(value)])
        elif event.action == "pile":
            html = render_pile(letters, "", self._text)
        else:
            self._scenes.keep(request.session_hash, DOOR, None)
            return "", gr.update(visible=True), None, "", gr.update(visible=False), gr.skip()
        self._scenes.keep(request.session_hash, DOOR, (html, letters))
        return html, gr.update(visible=False), None, "", gr.update(visible=False), gr.skip()

    def show_again(self, scene: object) -> Values:
        """The letters as they were before a reload."""
        html, letters = scene if isinstance(scene, tuple) else ("", ())
        return html, gr.update(visible=not html), None, "", gr.update(visible=False), letters

    def _explained(self, pages: Sequence[Path], before: Pile) -> tuple[str, Pile]:
        """The letter with its place in the pile, or what went wrong."""
        after = [before]

        def work() -> str:
            found = self._wegwijs.explain_letter(pages, self._today())
            after[0], twice = add_letter(before, found)
            return above_letter(after[0], twice, self._text) + self._draw(found)

        return shown_in_dutch(work, self._text), after[0]

    def _explained_each(self, pages: Sequence[Path], before: Pile) -> tuple[str, Pile]:
        """The pile with every letter that could be read; what went wrong with the others above it."""
        letters, remarks = before, ""
        for page in pages:
            html, after = self._explained([page], letters)
            twice = len(after) == len(letters)
            remarks += html if is_alert(html) else notice(self._text["letter.twice"]) if twice else ""
            letters = after
        return (render_pile(letters, remarks, self._text) if letters else remarks), letters

    def _draw(self, found: Letter) -> str:
        return render_letter(found, self._titles, self._today(), self._text, self._wegwijs.simpler)


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
