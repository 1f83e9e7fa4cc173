"""The door Afspraak: a few questions, the sheet of a talk, and messages to an office."""

from collections.abc import Callable
from datetime import date

import gradio as gr

from assistant.appointment import draft_of_sheet, sheet_ics, sheet_paper
from assistant.messages import message_docx
from assistant.models import AppointmentSheet, MessageListing
from ingest.errors import UnknownAnswer
from ui.desk import Desk
from ui.doors.talk import AGREED_ROWS, Form, Talk, answered, back, fields, noted, onward, start_message
from ui.render import appointment, appointment_sheet, messages
from ui.render.files import File, download
from ui.render.markup import button, esc
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "afspraak"
TALK_SECONDS = 3600
"""A talk that nobody touches for an hour is forgotten."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ON_SHEET = ("pdf", "ics", "steps", "messages")


class TalkDesk:
    """Moves a talk on and draws where it stands."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date]) -> None:
        """Questions and messages are asked once; the answers live in the browser session."""
        self._wegwijs, self._text, self._today = wegwijs, text, today
        self._form = Form(wegwijs.appointment_questions())
        self._messages = {row.id: row for row in wegwijs.messages()}

    def move(self, talk: Talk, action: str, value: str) -> Talk:
        """The talk after one click or form; an unknown action leaves it as it is. Raises BadInput."""
        if action in ("answer", "answers", "skip", "change"):
            return self._asked(talk, action, value)
        if action == "open":
            return self._opened(talk, value)
        if action == "again":
            return Talk()
        if action == "back":
            return back(talk, self._form)
        if action in ON_SHEET:
            return self._on_sheet(noted(talk, fields(value)) if value else talk, action)
        return self._message(talk, action, value)

    def draw(self, talk: Talk) -> str:
        """The screen for `talk`; Raises UnknownAnswer."""
        above = download(talk.file, self._text) + _to_steps(talk.steps)
        if talk.page == "sheet":
            sheet = self._sheet(talk)
            asked = [row for screen in self._form.screens(talk) for row in self._form.on(screen)]
            return above + appointment_sheet.sheet(sheet, asked, talk.examples, talk.agreed, AGREED_ROWS, self._text)
        if talk.page == "messages":
            return messages.choose(list(self._messages.values()), self._text)
        if talk.page == "message":
            return above + self._draw_message(talk)
        screens = self._form.screens(talk)
        place = (screens.index(talk.screen) + 1, len(screens))
        return appointment.ask(self._form.on(talk.screen), place, talk.answers, talk.wrong, self._text)

    def _asked(self, talk: Talk, action: str, value: str) -> Talk:
        if action == "change" and value.isdigit() and int(value) in self._form.screens(talk):
            return talk._replace(page="form", screen=int(value))
        if talk.page != "form" or action == "change":
            return talk
        if action == "skip":
            return onward(talk, self._form)
        given = fields(value) if action == "answers" else {self._form.on(talk.screen)[0].id: value}
        return answered(talk, given, self._form)

    def _opened(self, talk: Talk, value: str) -> Talk:
        """A letter brings its answers: the sheet at once. Without any the door just opens."""
        given = fields(value) if value else {}
        known = {row.id for row in self._form.questions}
        answers = {name: (words,) for name, words in given.items() if name in known and isinstance(words, str)}
        return Talk(page="sheet", answers=answers, done=True) if answers else talk

    def _on_sheet(self, talk: Talk, action: str) -> Talk:
        if action == "messages":
            return talk._replace(page="messages")
        sheet = self._sheet(talk)
        if action == "pdf":
            return talk._replace(file=File("mijn-gesprek.pdf", "application/pdf", sheet_paper(sheet, talk.agreed)))
        if action == "steps":
            draft = draft_of_sheet(sheet, talk.agreed, self._today())
            return talk._replace(steps=draft.model_dump_json())
        content = sheet_ics(sheet)
        return talk._replace(file=File("mijn-gesprek.ics", "text/calendar", content)) if content else talk

    def _message(self, talk: Talk, action: str, value: str) -> Talk:
        if action == "message" and value in self._messages:
            return start_message(talk, self._messages[value], self._known(talk))
        if talk.page != "message":
            return talk
        if action == "fill":
            given = {name: words for name, words in fields(value).items() if isinstance(words, str) and words}
            try:
                self._wegwijs.fill_message(talk.message, given)
            except UnknownAnswer as error:
                return talk._replace(given=given, wrong=f"talk.wrong_{error.reason}")
            return talk._replace(given=given, filled=True)
        if action == "refill":
            return talk._replace(filled=False)
        if action == "docx":
            made = self._wegwijs.fill_message(talk.message, talk.given)
            return talk._replace(file=File(f"{talk.message}.docx", WORD, message_docx(made)))
        return talk

    def _draw_message(self, talk: Talk) -> str:
        listing: MessageListing = self._messages[talk.message]
        if talk.filled:
            return messages.show(self._wegwijs.fill_message(talk.message, talk.given), self._text)
        return messages.fill(listing, talk.given, talk.wrong, self._text)

    def _sheet(self, talk: Talk) -> AppointmentSheet:
        """The sheet with the example answers as the client changed them."""
        sheet = self._wegwijs.prepare_appointment(talk.answers, self._today())
        practice = tuple(
            row.model_copy(update={"example": talk.examples.get(row.question, row.example)}) for row in sheet.practice
        )
        return sheet.model_copy(update={"practice": practice})

    def _known(self, talk: Talk) -> dict[str, str]:
        """What the sheet knows already: nothing is typed twice."""
        if not talk.answers:
            return {}
        sheet = self._wegwijs.prepare_appointment(talk.answers, self._today())
        hour = sheet.start.strftime("%H:%M") if sheet.start else ""
        return {"dienst": sheet.body, "dag": sheet.day.isoformat() if sheet.day else "", "uur": hour}


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes) -> Corner:
    """Draw the door and wire its one event: every click and every form moves the talk."""
    desk = TalkDesk(wegwijs, text, today)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        state = gr.State(Talk(), time_to_live=TALK_SECONDS)
        shown = gr.HTML(
            desk.draw(Talk()), apply_default_css=False, elem_classes="result",
            js_on_load="window.wegwijs.connect(element, trigger)",
        )  # fmt: skip

    def click(before: Talk, event: gr.EventData, request: gr.Request) -> tuple[str, Talk]:
        after = [before]

        def work() -> str:
            moved = desk.move(before, str(event.action), str(event.value or ""))
            html, after[0] = desk.draw(moved), moved._replace(file=None, steps="", wrong="")
            return html

        html = shown_in_dutch(work, text, button(text["button.back"], picture="back", action="back"))
        scenes.keep(request.session_hash, DOOR, after[0])
        return html, after[0]

    def show_again(scene: object) -> tuple[object, ...]:
        talk = scene if isinstance(scene, Talk) else Talk()
        return desk.draw(talk), talk

    shown.click(click, inputs=[state], outputs=[shown, state], api_visibility="private", show_progress="hidden")
    return Corner(DOOR, [shown, state], show_again)


def _to_steps(draft: str) -> str:
    """The way to Mijn stappen, taken by the script at once."""
    if not draft:
        return ""
    return f'<button type="button" hidden data-auto="yes" data-open="mijn-stappen" data-value="{esc(draft)}"></button>'
