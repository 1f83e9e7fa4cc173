"""The door Mijn stappen without a browser: saving at once, locking, faults that lose nothing."""

import base64
import json
from datetime import date
from pathlib import Path

import pytest

from assistant.dossier import Dossier, History, Keeper, Opened, Service, Services, Store, Task, change, draft_of_walk
from assistant.models import Walk, WalkStep
from assistant.settings import Settings
from ingest.errors import BadInput, DossierError, StoreFailed
from ui.doors.chain import known_to
from ui.doors.my_steps import StepsDesk
from ui.doors.steps_actions import act
from ui.doors.steps_session import IDLE_SECONDS, Session, Shelf
from ui.text import load_text

TODAY = date(2027, 1, 5)
WORDS = "drie gewone woorden"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(tmp_path: Path, clock: Clock) -> Shelf:
    return Shelf(Keeper(Store(tmp_path), 10), Settings(home=tmp_path), clock)


@pytest.fixture
def desk(shelf: Shelf) -> StepsDesk:
    return StepsDesk(shelf, load_text(), lambda: TODAY)


def do(session: Session, shelf: Shelf, action: str, value: object = "") -> Session:
    given = value if isinstance(value, str) else json.dumps(value)
    return act(session, action, given, TODAY, shelf)


def kept(shelf: Shelf, words: str = "Bellen") -> Session:
    session = do(Session(), shelf, "own", {"words": words})
    return do(session, shelf, "keep-now", {"nickname": "Zon", "passphrase": WORDS, "again": WORDS})


def test_every_change_of_a_kept_dossier_is_saved_at_once(shelf: Shelf) -> None:
    session = kept(shelf)
    for action, value in (
        ("own", {"words": "Papieren", "day": "8", "month": "1", "year": "2027"}), ("note", {"words": "Goed."}),
        ("work-row", {"company": "Zon", "day": "4", "month": "1", "year": "2027"}),
        ("tick", session.dossier.tasks[0].id),
    ):  # fmt: skip
        session = do(session, shelf, action, value)
        assert shelf.keeper.open("Zon", WORDS).dossier == session.dossier
    session = do(session, shelf, "undo")
    assert shelf.keeper.open("Zon", WORDS).dossier.tasks[0].done_on is None


def test_a_failed_save_keeps_the_words_on_the_screen_and_tries_again(
    shelf: Shelf, desk: StepsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = kept(shelf)

    def full(opened: Opened, dossier: Dossier) -> Opened:
        raise StoreFailed("no room", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(shelf.keeper, "save", full)
        html, session = desk.click(session, "note", json.dumps({"words": "Niet kwijt"}))
    assert "De schijf is vol." in html and "Niet kwijt" in html
    _, session = desk.click(session, "note", json.dumps({"words": "Tweede"}))
    assert [note.text for note in shelf.keeper.open("Zon", WORDS).dossier.notes] == ["Tweede", "Niet kwijt"]


def test_a_second_window_overwrites_nothing(shelf: Shelf, desk: StepsDesk) -> None:
    first = kept(shelf)
    second = do(Session(), shelf, "open-now", {"nickname": "Zon", "passphrase": WORDS})
    do(first, shelf, "note", {"words": "van één"})
    html, _ = desk.click(second, "note", json.dumps({"words": "van twee"}))
    assert "op een andere plaats veranderd" in html
    assert [note.text for note in shelf.keeper.open("Zon", WORDS).dossier.notes] == ["van één"]


def test_an_idle_dossier_locks_itself(shelf: Shelf, desk: StepsDesk, clock: Clock) -> None:
    session = kept(shelf, "Geheim woord")
    clock.now += IDLE_SECONDS - 1
    html, session = desk.click(session, "page", "plan")
    assert "Geheim woord" in html
    clock.now += IDLE_SECONDS + 1
    html, session = desk.click(session, "note", json.dumps({"words": "te laat"}))
    assert "Geheim woord" not in html and "op slot" in html
    assert session.opened is None and session.dossier.empty
    loose = do(Session(), shelf, "own", {"words": "x"})
    clock.now += IDLE_SECONDS * 2
    assert shelf.locked_when_idle(loose) == loose


def test_opening_takes_along_what_was_not_kept(shelf: Shelf) -> None:
    kept(shelf, "Oude taak")
    loose = do(Session(), shelf, "own", {"words": "Nieuwe taak"})
    loose = do(loose, shelf, "note", {"words": "Nieuwe nota"})
    opened = do(loose, shelf, "open-now", {"nickname": "Zon", "passphrase": WORDS})
    assert [task.title for task in opened.dossier.tasks] == ["Oude taak", "Nieuwe taak"]
    assert shelf.keeper.open("Zon", WORDS).dossier.notes[0].text == "Nieuwe nota"


def test_a_walk_from_another_door(shelf: Shelf) -> None:
    steps = (WalkStep(id="a", text="Bel."),)
    walk = Walk(id="x", title="Leefloon", intro="", answers={}, open=(), steps=steps, done_when="", next="")
    session = do(Session(), shelf, "open", draft_of_walk(walk, TODAY).model_dump_json())
    assert (session.message, session.dossier.tasks[0].title) == ("my.added", "Leefloon")
    assert do(session, shelf, "open", "").dossier == session.dossier
    again = do(session, shelf, "open", draft_of_walk(walk, TODAY).model_dump_json())
    assert (again.message, len(again.dossier.tasks)) == ("my.renewed", 1)


NO_DAY = {"company": "x", "day": "31", "month": "2", "year": "2027"}
NO_NUMBER = {"kind": "ocmw", "name": "x", "phone": "bel me"}
DIFFERENT = {"nickname": "Zon", "passphrase": WORDS, "again": "x"}


@pytest.mark.parametrize(
    ("action", "value", "error"),
    [("open", "{}}", BadInput), ("open", '{"tasks": [{"title": ""}]}', BadInput), ("own", "[]", BadInput),
     ("own", {"words": "  "}, DossierError), ("work-row", NO_DAY, DossierError), ("service", NO_NUMBER, DossierError),
     ("take-in", {"file": "data:,%%%"}, BadInput), ("take-in", {"file": "", "passphrase": WORDS}, DossierError),
     ("team", {"file": ""}, DossierError), ("keep-now", DIFFERENT, DossierError), ("note", "x" * 9_000_000, BadInput)],
)  # fmt: skip
def test_what_cannot_be_used_changes_nothing(
    shelf: Shelf, desk: StepsDesk, action: str, value: object, error: type[Exception]
) -> None:
    before = do(Session(), shelf, "own", {"words": "Blijft"})
    with pytest.raises(error):
        do(before, shelf, action, value)
    html, after = desk.click(before, action, value if isinstance(value, str) else json.dumps(value))
    assert after.dossier == before.dossier
    assert 'role="alert"' in html and WORDS not in html


def test_unknown_clicks_change_nothing(shelf: Shelf) -> None:
    before = do(Session(), shelf, "own", {"words": "Blijft"})
    clicks = (("dans", ""), ("page", "kelder"), ("tick", "zzz"), ("tick", ":1"), ("remove", ""), ("lock", ""))
    for action, value in clicks:
        assert do(before, shelf, action, value).dossier == before.dossier


def test_services_stand_on_the_papers(shelf: Shelf) -> None:
    services = Services(services=(Service(kind="ocmw", name="OCMW Voorbeeldstad", phone="014 00 00 00"),))
    shelf.set_services(services)
    paper = do(Session(), shelf, "paper", "numbers").paper
    assert paper and b"014 00 00 00" in paper.content
    team = "data:;base64," + base64.b64encode(b"version: 1\nservices: []\n").decode()
    do(Session(), shelf, "team", {"file": team})
    assert shelf.services() == Services()


def test_wiping(shelf: Shelf, desk: StepsDesk) -> None:
    session = kept(shelf)
    assert do(session, shelf, "wipe-now", "this").dossier.empty
    assert shelf.keeper.names() == []
    session = kept(shelf)
    shelf.set_services(Services(gemeente="Voorbeeldstad"))
    html, _ = desk.click(session, "page", "wipe-all")
    for words in ("alle bewaarde stappen (1)", "Onze diensten (0)", "Onze documenten (0)", "Dit blijft:"):
        assert words in html
    assert do(session, shelf, "wipe-now", "all").fresh
    assert shelf.keeper.names() == [] and shelf.services() == Services()


def test_what_is_known_is_shown_changed_and_forgotten(shelf: Shelf, desk: StepsDesk) -> None:
    known = Session().history.learn({"kinderen": ("2",), "drempels": ("geen-opvang",), "itsme": ("nee",)})
    session = do(Session(known), shelf, "place", {"place": "Voorbeeldstad"})
    html, session = desk.click(session, "page", "plan")
    for words in ("Kinderen voor wie je zorgt: <b>2</b>", "Ik heb geen opvang voor mijn kinderen", "dat lukt niet"):
        assert words in html
    assert session.dossier.known["gemeente"] == ("Voorbeeldstad",)
    assert "drempels" not in do(session, shelf, "forget", "drempels").dossier.known
    do(Session(), shelf, "team-place", {"place": "Elders"})
    assert known_to(shelf, Session())["gemeente"] == ("Elders",)
    assert known_to(shelf, session)["gemeente"] == ("Voorbeeldstad",)


def test_the_end_of_a_talk_empties_the_screen_and_keeps_what_is_kept(shelf: Shelf, desk: StepsDesk) -> None:
    session = kept(shelf)
    assert "Wat bewaard is, blijft bewaard." in desk.click(session, "page", "done")[0]
    after = do(session, shelf, "done")
    assert (after.fresh, after.opened, after.dossier) == (True, None, Dossier())
    assert [row.nickname for row in shelf.keeper.names()] == ["Zon"]


def test_a_session_does_not_print_what_it_holds(shelf: Shelf) -> None:
    session = kept(shelf)
    assert session.opened and session.opened.lock.key.hex() not in repr(session)


def test_html_shows_no_markup_of_a_person(desk: StepsDesk) -> None:
    evil = "<script>x</script>"
    task = Task(title=evil, added_on=TODAY)
    dossier = change.add_note(Dossier(tasks=(task,)), evil, TODAY)
    html, _ = desk.show(Session(History(dossier)))
    assert "<script>" not in html and "&lt;script&gt;" in html
