"""The door Vraag: a question, its answer, and up to eight turns of talk."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

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
MAX_SESSIONS = 500
"""Of which it is known how often they asked."""
TALK_SECONDS = 3600
"""A talk that nobody touches for an hour is forgotten."""
CONNECT = "window.wegwijs.connect(element, trigger)"

Turns = tuple[Answer, ...]
Values = tuple[object, ...]
"""One value for each output: talk, turns, box, intro, examples, button for a new talk."""


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:
    """Draw the door and wire its events: ask, pick an example or an option, start anew."""
    talk = Talk(wegwijs, text, today, scenes)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        turns = gr.State((), time_to_live=TALK_SECONDS)
        intro = gr.HTML(_intro(text), apply_default_css=False, js_on_load=None)
        shown = gr.HTML("", apply_default_css=False, js_on_load=CONNECT, elem_classes="result")
        with gr.Column(elem_classes="ask-box"):
            box = _box(text)
            with gr.Row(elem_classes="row"):
                send = gr.Button(text["question.send"], variant="primary")
                anew = gr.Button(text["question.new"], visible=False)
            gr.HTML(_searching(text), apply_default_css=False, js_on_load=None)
        examples = gr.HTML(_examples(text), apply_default_css=False, js_on_load=CONNECT)
    outputs = [shown, turns, box, intro, examples, anew]
    wiring: dict[str, Any] = {"outputs": outputs, "api_visibility": "private", "show_progress_on": shown}
    typed = gr.on([send.click, box.submit], talk.ask, inputs=[box, turns], show_progress="minimal", **wiring)
    picked = gr.on([shown.click, examples.click], talk.ask_picked, inputs=[turns], show_progress="minimal", **wiring)
    if wegwijs.rewrites:
        for asked in (typed, picked):
            asked.then(
                talk.rewrite, inputs=[turns], outputs=[shown, turns], show_progress="hidden",
                api_visibility="private", trigger_mode="multiple",
            )  # fmt: skip
    anew.click(talk.start_anew, show_progress="hidden", **wiring)
    return Corner(DOOR, outputs, talk.show_again)


class Talk:
    """The events of the door. The talk itself lives in the browser session."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> None:
        """`scenes` keeps the talk for a reload."""
        self._wegwijs, self._text, self._today, self._scenes = wegwijs, text, today, scenes
        self._titles = {found.id: found.title for found in wegwijs.procedures()}
        self._rounds: dict[str, int] = {}

    def ask(self, question: str | None, before: Turns, request: gr.Request) -> Values:
        """Answer `question`; a fault or an empty box leaves the talk as it was."""
        question = (question or "").strip()
        if not question:
            return self._unchanged(before, notice(self._text["question.empty"]))
        after = list(before)
        self._new_round(request)

        def work() -> str:
            history = [turn.question for turn in before]
            after.append(self._wegwijs.answer(question, history, self._today()))
            return self._talk(after)

        html = shown_in_dutch(work, self._text)
        if len(after) == len(before):
            return self._unchanged(before, html)
        kept = tuple(after[-MAX_TURNS:])
        self._scenes.keep(request.session_hash, DOOR, kept)
        coming = _line(self._text["question.rewriting"]) if self._is_rewritten(kept) else ""
        return self._values(html + coming, kept)

    def rewrite(self, turns: Turns, request: gr.Request) -> tuple[object, object]:
        """The talk with its newest answer in the words of the language model, and one line where that failed.

        Runs beside the talk: who asks on in the meantime keeps what they see.
        """
        if not self._is_rewritten(turns):
            return gr.skip(), gr.skip()
        started = self._rounds.get(request.session_hash or "")
        told = self._wegwijs.rewrite(turns[-1])
        if self._rounds.get(request.session_hash or "") != started:
            return gr.skip(), gr.skip()
        kept = (*turns[:-1], told)
        self._scenes.keep(request.session_hash, DOOR, kept)
        notes = [note for note in told.uncertain if note not in turns[-1].uncertain]
        return self._talk(kept, is_new=False) + "".join(map(_line, notes)), kept

    def _is_rewritten(self, turns: Turns) -> bool:
        return self._wegwijs.rewrites and bool(turns) and turns[-1].kind == "answer" and turns[-1].engine == "builtin"

    def _new_round(self, request: gr.Request) -> None:
        """What a language model still writes about an earlier question comes too late from here on."""
        session = request.session_hash or ""
        self._rounds[session] = self._rounds.pop(session, 0) + 1
        if len(self._rounds) > MAX_SESSIONS:
            del self._rounds[next(iter(self._rounds))]

    def ask_picked(self, before: Turns, event: gr.EventData, request: gr.Request) -> Values:
        """Ask the example or the option that was clicked."""
        return self.ask(str(event.value), before, request)

    def start_anew(self, request: gr.Request) -> Values:
        """Forget the talk."""
        self._new_round(request)
        self._scenes.keep(request.session_hash, DOOR, None)
        typed = gr.update(value="", label=self._text["question.label"], info=self._text["question.hint"])
        return "", (), typed, _intro(self._text), _examples(self._text), gr.update(visible=False)

    def show_again(self, scene: object) -> Values:
        """The talk as it was before a reload."""
        kept = tuple(turn for turn in scene if isinstance(turn, Answer)) if isinstance(scene, tuple) else ()
        return self._values(self._talk(kept), kept)

    def _talk(self, turns: Sequence[Answer], *, is_new: bool = True) -> str:
        return render.talk(turns, self._titles, self._text, is_new=is_new, simpler=self._wegwijs.simpler)

    def _values(self, html: str, turns: Turns) -> Values:
        typed = gr.update(value="", label=self._text["question.follow_up"], info="")
        return html, turns, typed, "", "", gr.update(visible=True)

    def _unchanged(self, before: Turns, remark: str) -> Values:
        html = remark + self._talk(before)
        return html, before, gr.skip(), gr.skip(), gr.skip(), gr.skip()


def _box(text: Text) -> gr.Textbox:
    return gr.Textbox(
        label=text["question.label"],
        info=text["question.hint"],
        lines=1,
        max_lines=6,
        max_length=render.LONGEST_QUESTION,
    )


def _line(sentence: str) -> str:
    return f'<p class="soft small rewriting" role="status">{esc(sentence)}</p>'


def _searching(text: Text) -> str:
    """Shown by the style sheet while an answer is on its way: the first one waits for what still loads."""
    return (
        f'<p class="searching" role="status"><span class="turning" aria-hidden="true"></span>'
        f"{esc(text['question.searching'])}</p>"
    )


def _intro(text: Text) -> str:
    return (
        f'<h1 tabindex="-1">{esc(text["door.vraag.title"])}</h1><p class="lead soft">{esc(text["door.vraag.lead"])}</p>'
    )


def _examples(text: Text) -> str:
    rows = "".join(button(line, look="small", action="ask", value=line) for line in text.lines("question.examples"))
    return f'<p class="soft">{esc(text["question.examples_title"])}</p><div class="examples">{rows}</div>'
