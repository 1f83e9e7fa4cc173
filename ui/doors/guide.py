"""The door Stap voor stap: choose a procedure, answer one question a screen, take the checklist along."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

import gradio as gr

from assistant.known import Facts, Filled, fill, told
from assistant.models import OpenQuestion, Walk
from assistant.paper import checklist_sheet
from ingest.errors import BadInput
from ui.desk import Desk
from ui.doors.chain import Chain, place_of, result
from ui.doors.steps_session import Session
from ui.render import walk as render
from ui.render.files import File, download
from ui.render.markup import button
from ui.scenes import Corner, Scenes
from ui.shown import shown_in_dutch
from ui.text import Text

DOOR = "stap-voor-stap"
NOTHING: Facts = {}
WALK_SECONDS = 3600
"""A walk that nobody touches for an hour is forgotten."""


class Journey(NamedTuple):
    """How far somebody has come. Ids of questions, in the order in which they were asked."""

    procedure: str = ""
    answers: Mapping[str, str] = {}
    asked: Mapping[str, str] = {}
    now: str | None = None
    """The question on the screen."""
    letter: Facts = {}
    """What the letter says that the procedure was opened from."""
    known: tuple[str, ...] = ()
    """Questions that were not asked, since their answer is known."""
    earlier: Mapping[str, str] = {}
    """Answers that fell away since somebody went back: marked when their question comes again."""


class Guide:
    """Moves a journey on and draws where it stands."""

    def __init__(self, wegwijs: Desk, text: Text, today: Callable[[], date]) -> None:
        """`wegwijs` walks the procedures; the journey itself lives in the browser session."""
        self._wegwijs = wegwijs
        self._text = text
        self._today = today
        self._listings = tuple(wegwijs.procedures())

    def draw(self, journey: Journey, facts: Facts = NOTHING) -> tuple[str, Journey]:
        """The screen for `journey`, and the journey with the question that it now asks."""
        if not journey.procedure:
            return render.choose(self._listings, self._text), journey
        filled = fill(journey.procedure, {**facts, **journey.letter})
        walk, journey = self._past_known(journey, filled)
        question = _next_question(walk, journey)
        if question is None:
            day, place = self._today(), place_of(facts)
            return render.checklist(walk, journey.asked, journey.known, place, day, self._text), journey
        journey = journey._replace(asked={**journey.asked, question.id: question.ask}, now=question.id)
        before = filled.marked.get(question.id, ()) or filled.sure.get(question.id, ())
        known = before[0] if len(before) == 1 else ""
        earlier = journey.earlier.get(question.id, "")
        marked = (earlier or known, not earlier)
        return render.ask(question, walk, journey.asked, journey.known, marked, self._text), journey

    def _past_known(self, journey: Journey, filled: Filled) -> tuple[Walk, Journey]:
        """Answer what is known, up to the first question that is not, or that was opened to be changed."""
        walk = self._wegwijs.walk(journey.procedure, journey.answers, self._today())
        while (question := _next_question(walk, journey)) and question.id != journey.now:
            answer = filled.sure.get(question.id, ())
            if len(answer) != 1:
                break
            journey = journey._replace(
                answers={**journey.answers, question.id: answer[0]},
                asked={**journey.asked, question.id: question.ask},
                known=(*journey.known, question.id),
            )
            walk = self._wegwijs.walk(journey.procedure, journey.answers, self._today())
        return walk, journey

    def paper(self, journey: Journey) -> str:
        """A link to the checklist as PDF. Raises PaperMissing."""
        walk = self._wegwijs.walk(journey.procedure, journey.answers, self._today())
        return download(File(f"{walk.id}.pdf", "application/pdf", checklist_sheet(walk, self._today())), self._text)


def move(journey: Journey, action: str, value: str) -> Journey:
    """The journey after one click; an unknown action leaves it as it is."""
    if action == "open":
        return _opened(value)
    if action == "list":
        return Journey()
    if action == "answer" and journey.now:
        return journey._replace(answers={**journey.answers, journey.now: value}, now=None)
    if action == "change":
        return _reopen(journey, value)
    if action == "back":
        return _back(journey)
    return journey


def heard(journey: Journey, action: str, value: str) -> Facts:
    """What this click says of the person."""
    return told(journey.procedure, journey.now, [value]) if action == "answer" and journey.now else NOTHING


def draw(wegwijs: Desk, text: Text, today: Callable[[], date], scenes: Scenes, chain: Chain) -> Corner:
    """Draw the door and wire its one event: every click moves the journey."""
    guide = Guide(wegwijs, text, today)
    with gr.Column(elem_id="stap-voor-stap", elem_classes="door-panel"):
        journey = gr.State(Journey(), time_to_live=WALK_SECONDS)
        shown = result(guide.draw(Journey())[0])

    def click(
        before: Journey, session: Session, event: gr.EventData, request: gr.Request
    ) -> tuple[object, Journey, Session]:
        action, value = str(event.action), str(event.value or "")
        if action == "look":
            return gr.skip(), before, session
        after = [before]
        session = chain.told_place(chain.awake(session), action, value, request)
        session = chain.learn(session, heard(before, action, value), request)
        facts = chain.known(session)

        def work() -> str:
            if action == "paper" and before.procedure:
                return shown_in_dutch(lambda: guide.paper(before), text) + guide.draw(before, facts)[0]
            html, after[0] = guide.draw(move(before, action, value), facts)
            return html

        way_out = button(text["guide.all"], picture="stairs", action="list")
        html = shown_in_dutch(work, text, way_out)
        scenes.keep(request.session_hash, DOOR, after[0])
        return html, after[0], session

    def show_again(scene: object) -> tuple[object, ...]:
        return guide.draw(scene if isinstance(scene, Journey) else Journey())

    chain.wire(shown, journey, click)
    return Corner(DOOR, [shown, journey], show_again)


def _next_question(walk: Walk, journey: Journey) -> OpenQuestion | None:
    """The question that was asked for again, else the first that is open."""
    return next((found for found in walk.open if found.id == journey.now), None) or next(iter(walk.open), None)


def _opened(value: str) -> Journey:
    """`value` = the id of a procedure, or JSON with the procedure and what a letter says."""
    if not value.startswith("{"):
        return Journey(procedure=value)
    try:
        data = json.loads(value)
        letter = {str(name): (str(words),) for name, words in data["letter"].items()}
        return Journey(procedure=str(data["procedure"]), letter=letter)
    except (ValueError, KeyError, AttributeError) as error:
        raise BadInput("no procedure in what a letter gave") from error


def _reopen(journey: Journey, name: str) -> Journey:
    """Ask `name` again. Answers that came after it fall away, for they may hang on it; they stay marked."""
    names = list(journey.asked)
    if name not in names:
        return journey
    kept = names[: names.index(name)]
    return journey._replace(
        known=tuple(k for k in journey.known if k in kept),
        answers={k: v for k, v in journey.answers.items() if k in kept},
        asked={k: v for k, v in journey.asked.items() if k in kept},
        now=name,
        earlier={**journey.earlier, **journey.answers},
    )


def _back(journey: Journey) -> Journey:
    """The question before the one on the screen; before the first, the list."""
    names = list(journey.asked)
    earlier = names[: names.index(journey.now)] if journey.now in names else names
    return _reopen(journey, earlier[-1]) if earlier else Journey()
