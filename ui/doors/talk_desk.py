"""Moves a talk on and draws where it stands; what other doors told is not asked again."""

from collections.abc import Callable, Iterable
from datetime import date

from assistant.appointment import draft_of_sheet, sheet_ics, sheet_paper
from assistant.known import Facts, fill
from assistant.messages import message_docx
from assistant.models import AppointmentSheet, MessageListing
from ingest.errors import UnknownAnswer
from ui.desk import Desk
from ui.doors.chain import place_of
from ui.doors.talk import (
    AGREED_ROWS,
    FORM,
    NOT_GIVEN,
    NOTHING,
    Form,
    Talk,
    answered,
    at_start,
    back,
    fields,
    fill_open,
    heard,
    noted,
    onward,
    start_message,
    with_known,
)
from ui.render import appointment, appointment_sheet, messages
from ui.render.files import File, download
from ui.render.known import KnownRow, place_box
from ui.render.pieces import straight_to_my_steps
from ui.text import Text

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOCAL_KIND = "ocmw"
"""The kind of talk with an office of the municipality."""
ON_SHEET = ("pdf", "ics", "steps", "messages", "practise", "practise-back")


class TalkDesk:
    """Moves a talk on and draws where it stands."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date]) -> None:
        """Questions and messages are asked once; the answers live in the browser session."""
        self._wegwijs, self._text, self._today = wegwijs, text, today
        self._form = Form(wegwijs.appointment_questions())
        self._messages = {row.id: row for row in wegwijs.messages()}

    def move(self, talk: Talk, action: str, value: str, facts: Facts = NOTHING) -> Talk:
        """The talk after one click or form; an unknown action leaves it as it is. Raises BadInput."""
        if action in ("answer", "answers", "skip", "change"):
            return self._asked(talk, action, value, facts)
        if action == "open":
            return self._opened(talk, value, facts)
        if action == "fill-open":
            return fill_open(talk, self._form)
        if action == "again":
            return Talk()
        if action == "back":
            return back(talk, self._form, fields(value) if value else NOT_GIVEN)
        if action in ON_SHEET:
            return self._on_sheet(noted(talk, fields(value)) if value else talk, action)
        return self._message(talk, action, value, facts)

    def heard(self, before: Talk, after: Talk) -> Facts:
        """What the last screen of answers says of the person."""
        return heard(before, after, self._form)

    def draw(self, talk: Talk, facts: Facts = NOTHING) -> str:
        """The screen for `talk`; Raises UnknownAnswer."""
        above = download(talk.file, self._text) + (straight_to_my_steps(talk.steps) if talk.steps else "")
        if talk.page == "sheet":
            sheet = self._sheet(talk)
            asked = [row for screen in self._form.screens(talk) for row in self._form.on(screen)]
            known = self._rows(facts, talk.known)
            notes = appointment_sheet.Notes(talk.examples, talk.agreed, AGREED_ROWS, talk.wrong)
            where = place_box(place_of(facts), FORM, self._text) if sheet.kind == LOCAL_KIND else ""
            return above + where + appointment_sheet.sheet(sheet, asked, known, notes, self._text)
        if talk.page == "practice":
            rows = self._sheet(talk).practice
            return appointment_sheet.practise(rows, min(talk.number, len(rows) - 1), self._text)
        if talk.page == "messages":
            return messages.choose(list(self._messages.values()), self._text)
        if talk.page == "message":
            return above + self._draw_message(talk)
        return self._draw_questions(talk, facts)

    def _draw_questions(self, talk: Talk, facts: Facts) -> str:
        """One screen of questions; at the start with what needs not be asked."""
        sure, marked = fill(FORM, facts)
        questions, screens = self._form.on(talk.screen), self._form.screens(with_known(talk, sure))
        given = {**sure, **marked}
        is_given = any(row.id in given and row.id not in talk.answers for row in questions)
        known = self._rows(facts, sure) if at_start(talk) else []
        return appointment.ask(
            questions, (screens.index(talk.screen) + 1, len(screens)), {**given, **talk.answers, **talk.typed},
            [row for row in known if int(row.change) in screens], is_given, talk.wrong, self._way_back(talk),
            self._text,
        )  # fmt: skip

    def _way_back(self, talk: Talk) -> str:
        """Text key of the button back: to the sheet, or to the question before; none on the first question."""
        if talk.done or talk.after:
            return "button.back"
        return "guide.previous" if back(talk, self._form) != talk else ""

    def _rows(self, facts: Facts, ids: Iterable[str]) -> list[KnownRow]:
        """What other doors told, for the box with what is known."""
        sure, wanted = fill(FORM, facts).sure, set(ids)
        return [
            KnownRow(row.ask, ", ".join(row.options.get(value, value) for value in sure[row.id]), str(row.screen))
            for row in self._form.questions
            if row.id in sure and row.id in wanted
        ]

    def _asked(self, talk: Talk, action: str, value: str, facts: Facts) -> Talk:
        screens = self._form.screens(with_known(talk, fill(FORM, facts).sure))
        if action == "change" and value.isdigit() and int(value) in screens:
            return talk._replace(page="form", screen=int(value), after=1 if at_start(talk) else 0)
        if talk.page != "form" or action == "change":
            return talk
        if not talk.done and not talk.after:
            talk = with_known(talk, fill(FORM, facts).sure)
        if action == "skip":
            return onward(talk, self._form)
        given = fields(value) if action == "answers" else {self._form.on(talk.screen)[0].id: value}
        return answered(talk, given, self._form)

    def _opened(self, talk: Talk, value: str, facts: Facts) -> Talk:
        """A letter or an appointment brings its answers: the sheet at once. Without any the door just opens."""
        given = fields(value) if value else {}
        words = {name: content for name, content in given.items() if isinstance(content, str) and content}
        screens = {row.id: row.screen for row in self._form.questions}
        if words.get("ask") in screens:
            return talk._replace(page="form", screen=screens[words["ask"]], after=0 if talk.done else 1)
        answers = {name: (content,) for name, content in words.items() if name in screens}
        if not answers:
            return talk
        holes = {hole.id for row in self._messages.values() for hole in row.holes} - screens.keys()
        given_holes = {name: content for name, content in words.items() if name in holes}
        opened = Talk(page="sheet", answers=answers, done=True, known=tuple(answers), given=given_holes)
        return with_known(opened, fill(FORM, facts).sure)

    def _on_sheet(self, talk: Talk, action: str) -> Talk:
        if action == "messages":
            return talk._replace(page="messages")
        if action.startswith("practise"):
            return self._practised(talk, 1 if action == "practise" else -1)
        sheet = self._sheet(talk)
        if action == "pdf":
            return talk._replace(file=File("mijn-gesprek.pdf", "application/pdf", sheet_paper(sheet, talk.agreed)))
        if action == "steps":
            steps = draft_of_sheet(sheet, talk.agreed, self._today(), talk.answers)
            nothing = not (steps.tasks or steps.meetings)
            return talk._replace(steps=steps, wrong="talk.keep_nothing" if nothing else "")
        content = sheet_ics(sheet)
        return talk._replace(file=File("mijn-gesprek.ics", "text/calendar", content)) if content else talk

    def _practised(self, talk: Talk, way: int) -> Talk:
        """The first question, the next or the one before; past either end the sheet."""
        number = talk.number + way if talk.page == "practice" else 0
        inside = 0 <= number < len(self._sheet(talk).practice)
        return talk._replace(page="practice" if inside else "sheet", number=number if inside else 0)

    def _message(self, talk: Talk, action: str, value: str, facts: Facts) -> Talk:
        if action == "message" and value in self._messages:
            return start_message(talk, self._messages[value], self._known(talk, facts))
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

    def _known(self, talk: Talk, facts: Facts) -> dict[str, str]:
        """What the sheet and the other doors know already: nothing is typed twice."""
        told = {name: values[0] for name, values in fill("messages", facts).marked.items()}
        if not talk.answers:
            return told
        sheet = self._wegwijs.prepare_appointment(talk.answers, self._today())
        hour = sheet.start.strftime("%H:%M") if sheet.start else ""
        return {**told, "dienst": sheet.body, "dag": sheet.day.isoformat() if sheet.day else "", "uur": hour}
