"""The door Vraag: a question, its answer, and up to eight turns of talk."""

from collections.abc import Callable
from datetime import date

import gradio as gr

from assistant.models import Answer
from ui.desk import Desk
from ui.render import answer as render
from ui.render.markup import button, esc
from ui.render.pieces import notice
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "vraag"
MAX_TURNS = 8
MAX_CHARACTERS = 1000
TALK_SECONDS = 3600
"""A talk that nobody touches for an hour is forgotten."""

Turns = tuple[Answer, ...]


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:
    """Draw the door and wire its events: ask, pick an example or an option, start anew."""
    titles = {found.id: found.title for found in wegwijs.procedures()}
    with gr.Column(elem_id="vraag", elem_classes="door-panel"):
        turns = gr.State((), time_to_live=TALK_SECONDS)
        intro = gr.HTML(_intro(text), apply_default_css=False, js_on_load=None)
        shown = gr.HTML(
            "", apply_default_css=False, js_on_load="window.wegwijs.connect(element, trigger)", elem_classes="result"
        )
        with gr.Column(elem_classes="ask-box"):
            box = gr.Textbox(
                label=text["question.label"],
                info=text["question.hint"],
                lines=1,
                max_lines=6,
                max_length=MAX_CHARACTERS,
            )
            with gr.Row(elem_classes="row"):
                send = gr.Button(text["question.send"], variant="primary")
                anew = gr.Button(text["question.new"], visible=False)
        examples = gr.HTML(
            _examples(text), apply_default_css=False, js_on_load="window.wegwijs.connect(element, trigger)"
        )

    def ask(question: str | None, before: Turns, request: gr.Request) -> tuple[object, ...]:
        question = (question or "").strip()
        if not question:
            shown_now = render.talk(before, titles, text) + notice(text["question.empty"])
            return shown_now, before, gr.skip(), gr.skip(), gr.skip(), gr.skip()
        after = list(before)

        def work() -> str:
            history = [turn.question for turn in before]
            after.append(wegwijs.answer(question, history, today()))
            return render.talk(after, titles, text)

        html = shown_in_dutch(work, text)
        if len(after) == len(before):
            return html + render.talk(before, titles, text), before, gr.skip(), gr.skip(), gr.skip(), gr.skip()
        return show(tuple(after[-MAX_TURNS:]), html, request)

    def show(turns_now: Turns, html: str, request: gr.Request | None = None) -> tuple[object, ...]:
        if request:
            scenes.keep(request.session_hash, DOOR, turns_now)
        typed = gr.update(value="", label=text["question.follow_up"], info="")
        return html, turns_now, typed, "", "", gr.update(visible=True)

    def show_again(scene: object) -> tuple[object, ...]:
        kept = tuple(turn for turn in scene if isinstance(turn, Answer)) if isinstance(scene, tuple) else ()
        return show(kept, render.talk(kept, titles, text))

    def ask_picked(before: Turns, event: gr.EventData, request: gr.Request) -> tuple[object, ...]:
        return ask(str(event.value), before, request)

    def start_anew(request: gr.Request) -> tuple[object, ...]:
        scenes.keep(request.session_hash, DOOR, None)
        typed = gr.update(value="", label=text["question.label"], info=text["question.hint"])
        return "", (), typed, _intro(text), _examples(text), gr.update(visible=False)

    after = [shown, turns, box, intro, examples, anew]
    quiet = {"outputs": after, "api_visibility": "private", "show_progress_on": shown, "show_progress": "minimal"}
    gr.on([send.click, box.submit], ask, inputs=[box, turns], **quiet)
    gr.on([shown.click, examples.click], ask_picked, inputs=[turns], **quiet)
    anew.click(start_anew, **quiet)
    return Corner(DOOR, after, show_again)


def _intro(text: Text) -> str:
    return (
        f'<h1 tabindex="-1">{esc(text["door.vraag.title"])}</h1><p class="lead soft">{esc(text["door.vraag.lead"])}</p>'
    )


def _examples(text: Text) -> str:
    rows = "".join(button(line, look="small", action="ask", value=line) for line in text.lines("question.examples"))
    return f'<p class="soft">{esc(text["question.examples_title"])}</p><div class="examples">{rows}</div>'
