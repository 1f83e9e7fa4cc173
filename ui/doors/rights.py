"""The door Rechten: quick questions, one a screen, then the rights in groups, and on to Mijn stappen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import gradio as gr

from assistant.dossier import Draft, draft_of_right, draft_of_walk
from assistant.known import Facts, fill, told
from assistant.models import RightRow
from ui.desk import Desk
from ui.doors.chain import Chain, place_of, result
from ui.doors.steps_session import Session
from ui.render import rights as render
from ui.render.known import KnownRow
from ui.render.markup import button
from ui.render.pieces import straight_to_my_steps
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR, FORM = "rechten", "rights"
CHECK_SECONDS = 3600
"""A check that nobody touches for an hour is forgotten."""
NOTHING: Facts = {}
MOST = 20
"""Tasks that one draft may hold."""


class Check(NamedTuple):
    """How far somebody has come. `now` = the question on the screen; none = the start or the result."""

    answers: Mapping[str, str] = {}
    now: str | None = None
    done: bool = False
    """The result was shown: a changed answer leads back to it."""
    known: tuple[str, ...] = ()
    """Ids of the questions that were not asked, since their answer is known."""
    early: bool = False
    """A known answer is changed before the check begins."""


class RightsDesk:
    """Moves a check on and draws where it stands."""

    def __init__(self, wegwijs: Desk, text: Text) -> None:
        """The questions are asked once; the answers live in the browser session."""
        self._wegwijs, self._text = wegwijs, text
        self._questions = {question.id: question for question in wegwijs.check_rights({}).open}
        self._titles = {found.id: found.title for found in wegwijs.procedures()}

    def draw(self, check: Check, facts: Facts = NOTHING, kept_as: str = "") -> str:
        """The screen for `check`. `kept_as` = the nickname of the dossier that keeps the answers."""
        sure, marked = fill(FORM, facts)
        if check.now in self._questions:
            order = self._order(check)
            place = (order.index(check.now) + 1, len(order)) if check.now in order else (1, 1)
            before = check.answers.get(check.now) or _one(marked.get(check.now) or sure.get(check.now) or ())
            is_new = check.now not in check.answers and bool(before)
            from_question = not (check.done or check.early) and place[0] > 1
            way_back = "guide.previous" if from_question else "button.back"
            return render.ask(self._questions[check.now], place, before, is_new, self._text, way_back)
        if check.done:
            rights = self._wegwijs.check_rights(check.answers)
            home = place_of(facts)
            return render.result(rights, list(self._questions.values()), self._titles, home, self._text)
        rows = [KnownRow(q.ask, _one(sure[q.id]), q.id) for q in self._questions.values() if q.id in sure]
        return render.intro(len(self._questions) - len(rows), rows, kept_as, self._text)

    def move(self, check: Check, action: str, value: str, facts: Facts = NOTHING) -> Check:
        """The check after one click; an unknown action leaves it as it is."""
        if action == "open" and value in self._questions:
            return self._begun(facts)._replace(now=value, done=True)
        if action in ("begin", "open"):
            return self._begun(facts)
        if action == "again":
            return Check()
        if action == "answer" and check.now:
            return self._answered(check, value)
        if action == "change" and value in self._questions:
            return check._replace(now=value, early=check == Check())
        if action == "show":
            return check._replace(now=None, done=True)
        return self._back(check) if action == "back" else check

    def taken(self, check: Check, ids: str, facts: Facts, today: date) -> Draft:
        """The rights with these ids as tasks; a right with a guided procedure brings its steps."""
        rights = self._wegwijs.check_rights(check.answers)
        wanted = {name.strip() for name in ids.split(";")}
        drafts = [self._draft(row, facts, today) for row in (*rights.likely, *rights.maybe) if row.id in wanted]
        return Draft(tasks=tuple({task.source: task for draft in drafts for task in draft.tasks}.values())[:MOST])

    def _draft(self, row: RightRow, facts: Facts, today: date) -> Draft:
        if row.procedure not in self._titles:
            return draft_of_right(row, today)
        name = row.procedure or ""
        answers = {question: answer[0] for question, answer in fill(name, facts).sure.items() if len(answer) == 1}
        return draft_of_walk(self._wegwijs.walk(name, answers, today), today)

    def _begun(self, facts: Facts) -> Check:
        """The first question that is not known yet; the result at once when all are."""
        sure = {name: _one(values) for name, values in fill(FORM, facts).sure.items() if name in self._questions}
        left = [name for name in self._questions if name not in sure]
        return Check(sure, left[0] if left else None, done=not left, known=tuple(sure))

    def _order(self, check: Check) -> list[str]:
        return [name for name in self._questions if name not in check.known]

    def _answered(self, check: Check, value: str) -> Check:
        if check.early:
            return Check()
        answers = {**check.answers, check.now or "": value}
        if check.done:
            return check._replace(answers=answers, now=None)
        left = self._after(check)
        return check._replace(answers=answers, now=left[0] if left else None, done=not left)

    def _after(self, check: Check) -> Sequence[str]:
        order = self._order(check)
        return order[order.index(check.now) + 1 :] if check.now in order else order

    def _back(self, check: Check) -> Check:
        """The question before, or the result when one answer was to be changed."""
        if check.now is None or check.done:
            return check._replace(now=None)
        if check.early:
            return Check()
        order = self._order(check)
        place = order.index(check.now) if check.now in order else 0
        return check._replace(now=order[place - 1]) if place else Check()


def heard(check: Check, action: str, value: str) -> Facts:
    """What this click says of the person."""
    return told(FORM, check.now, value.split(render.SEPARATOR)) if action == "answer" and check.now else NOTHING


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes, chain: Chain) -> Corner:
    """Draw the door and wire its one event: every click moves the check."""
    desk = RightsDesk(wegwijs, text)
    with gr.Column(elem_id=DOOR, elem_classes="door-panel"):
        state = gr.State(Check(), time_to_live=CHECK_SECONDS)
        shown = result(desk.draw(Check()))

    def click(
        before: Check, session: Session, event: gr.EventData, request: gr.Request
    ) -> tuple[object, Check, Session]:
        action, value = str(event.action), str(event.value or "")
        if action == "look" and before != Check():
            return gr.skip(), before, session
        after = [before]
        session = chain.told_place(chain.awake(session), action, value, request)
        session = chain.learn(session, heard(before, action, value), request)
        facts = chain.known(session)

        def work() -> str:
            moved = desk.move(before, action, value, facts)
            way = straight_to_my_steps(desk.taken(before, value, facts, today())) if action == "take" else ""
            html, after[0] = desk.draw(moved, facts, session.opened.dossier.nickname if session.opened else ""), moved
            return way + html

        html = shown_in_dutch(work, text, button(text["rights.again"], picture="back", action="again"))
        scenes.keep(request.session_hash, DOOR, after[0])
        return html, after[0], session

    def show_again(scene: object) -> tuple[object, ...]:
        check = scene if isinstance(scene, Check) else Check()
        return desk.draw(check), check

    chain.wire(shown, state, click)
    return Corner(DOOR, [shown, state], show_again)


def _one(values: Sequence[str]) -> str:
    return render.SEPARATOR.join(values)
