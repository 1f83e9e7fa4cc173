"""What the doors share within one tab: the dossier of Mijn stappen, and what is known from one door to the next."""

from collections.abc import Callable

import gradio as gr

from assistant.known import Facts
from ingest.errors import WegwijsError
from ui.doors.steps_services import LONGEST_PLACE
from ui.doors.steps_session import Session, Shelf
from ui.render.known import PLACE_CLICK
from ui.scenes import Scenes

MY_STEPS = "mijn-stappen"
MUNICIPALITY, HELPER = "gemeente", "outreacher"


def place_of(facts: Facts) -> str:
    """The municipality; empty when it is not known."""
    return " ".join(facts.get(MUNICIPALITY, ()))


def result(html: str) -> gr.HTML:
    """The part of a door that its clicks change."""
    return gr.HTML(
        html, apply_default_css=False, elem_classes="result", js_on_load="window.wegwijs.connect(element, trigger)"
    )


class Chain:
    """The dossier as the other doors see it. Each of their events takes `state` in and gives it back."""

    def __init__(self, shelf: Shelf, state: gr.State, scenes: Scenes) -> None:
        """`state` holds the `Session` of this tab."""
        self.shelf, self.state, self._scenes = shelf, state, scenes

    def awake(self, session: Session) -> Session:
        """The session, touched now; a kept dossier that nobody touched for too long is locked first."""
        found = self.shelf.locked_when_idle(session)
        return found._replace(touched=self.shelf.clock()) if found.opened else found

    def known(self, session: Session) -> dict[str, tuple[str, ...]]:
        """What is known to every door."""
        return known_to(self.shelf, session)

    def wire(self, shown: gr.HTML, state: gr.State, click: Callable[..., object]) -> None:
        """Every click of a door: its own state and the dossier in, the screen and both states out."""
        shown.click(
            click, inputs=[state, self.state], outputs=[shown, state, self.state], api_visibility="private",
            show_progress="hidden",
        )  # fmt: skip

    def told_place(self, session: Session, action: str, value: str, request: gr.Request) -> Session:
        """The session after a click of any door that says where somebody lives; any other click tells nothing here."""
        place = value.strip()[:LONGEST_PLACE]
        return self.learn(session, {MUNICIPALITY: (place,)}, request) if action == PLACE_CLICK and place else session

    def learn(self, session: Session, facts: Facts, request: gr.Request) -> Session:
        """Remember what was answered; a kept dossier is saved at once."""
        if not any(session.dossier.known.get(name, ()) != values for name, values in facts.items()):
            return session
        after = self.shelf.go_on(session, session.history.learn(facts))
        self._scenes.keep(request.session_hash, MY_STEPS, after)
        return after


def known_to(shelf: Shelf, session: Session) -> dict[str, tuple[str, ...]]:
    """What is known; the municipality of the team where the dossier names none, and who helps."""
    return {**_of_team(shelf), **session.dossier.known}


def _of_team(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """From 'Onze diensten'; a file that cannot be read says nothing here, its own page says so."""
    try:
        ours = shelf.services()
    except WegwijsError:
        return {}
    people = tuple(row.name for row in ours.services if row.kind == HELPER)
    found = {MUNICIPALITY: (ours.gemeente,) if ours.gemeente else (), HELPER: people if len(people) == 1 else ()}
    return {name: values for name, values in found.items() if values}
