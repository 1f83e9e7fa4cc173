"""Changes, order, undo, migration, drafts of walks and letters."""

import json
from datetime import date, datetime, timedelta

import pytest

from assistant.dossier import (
    Application,
    Dossier,
    Draft,
    History,
    Meeting,
    SmallStep,
    Task,
    change,
    done_tasks,
    draft_of_letter,
    draft_of_walk,
    moments,
    next_step,
    open_tasks,
)
from assistant.dossier.history import KEPT
from assistant.dossier.migrate import read, write
from assistant.models import Appointment, Deadline, Letter, LetterAction, Sender, Walk, WalkStep
from ingest.errors import DossierError

TODAY = date(2026, 11, 25)
TOMORROW = date(2026, 11, 26)


def test_tasks_by_day_then_urgency(dossier: Dossier) -> None:
    dossier = change.add_task(dossier, "Ooit eens", TODAY)
    dossier = change.add_task(dossier, "Vandaag nog", TODAY, due=TODAY)
    dossier = dossier.model_copy(
        update={"tasks": (*dossier.tasks, Task(title="Dringend", due=TODAY, urgency="dringend", added_on=TODAY))}
    )
    assert [task.title for task in open_tasks(dossier, TODAY)] == [
        "Dringend", "Vandaag nog", "Brief van VDAB", "Leefloon vragen", "Ooit eens"
    ]  # fmt: skip


def test_an_urgent_task_without_a_day_goes_before_days_more_than_a_week_ahead() -> None:
    rows = [("Ver", 9, "dringend"), ("Rustig", None, "laag"), ("Snel", None, "hoog"), ("Meteen", None, "dringend"),
            ("Gewoon", None, None), ("Week", 7, None)]  # fmt: skip
    tasks = tuple(
        Task(title=title, due=TODAY + timedelta(days=days) if days else None, urgency=urgency, added_on=TODAY)  # type: ignore[arg-type]
        for title, days, urgency in rows
    )
    order = ["Week", "Meteen", "Snel", "Ver", "Gewoon", "Rustig"]
    assert [task.title for task in open_tasks(Dossier(tasks=tasks), TODAY)] == order


def test_small_steps_make_the_task_done_and_open_again(dossier: Dossier) -> None:
    task = dossier.tasks[0]
    one = change.tick_step(dossier, task.id, 0, TODAY)
    assert one.tasks[0].steps[0].done_on == TODAY and one.tasks[0].done_on is None
    both = change.tick_step(one, task.id, 1, TOMORROW)
    assert both.tasks[0].done_on == TOMORROW
    assert [done.title for done in done_tasks(both)] == ["Leefloon vragen"]
    again = change.tick_step(both, task.id, 0, TOMORROW)
    assert again.tasks[0].done_on is None
    assert change.tick_step(dossier, task.id, 9, TODAY) == dossier
    assert change.tick_task(dossier, "000000000000", TODAY) == dossier


def test_next_small_step(dossier: Dossier) -> None:
    first = next_step(dossier, TODAY)
    assert first and (first.task.title, first.step) == ("Brief van VDAB", None)
    dossier = change.tick_task(dossier, dossier.tasks[1].id, TODAY)
    first = next_step(dossier, TODAY)
    assert first and first.step and (first.step.text, first.number) == ("Bel het OCMW.", 0)
    dossier = change.tick_task(dossier, dossier.tasks[0].id, TODAY)
    assert next_step(dossier, TODAY) is None


def test_days_that_matter(dossier: Dossier) -> None:
    rows = [(row.at.isoformat(), row.title, row.detail) for row in moments(dossier, TODAY)]
    assert rows == [
        ("2026-11-26T00:00:00", "Brief van VDAB", ""),
        ("2026-11-27T00:00:00", "Leefloon vragen", "Bel het OCMW."),
        ("2026-12-04T00:00:00", "Leefloon vragen", "Ga langs."),
        ("2026-12-08T10:00:00", "Gesprek bij VDAB", "Stationsstraat 1"),
    ]
    assert len(moments(dossier, date(2026, 12, 9))) == 3  # the meeting is over, the tasks are not


def test_the_same_walk_again_keeps_what_is_done(dossier: Dossier) -> None:
    dossier = change.tick_step(dossier, dossier.tasks[0].id, 0, TODAY)
    steps = (SmallStep(text="Bel het OCMW."), SmallStep(text="Een nieuwe stap."))
    again = dossier.tasks[0].model_copy(update={"id": "0" * 12, "steps": steps, "added_on": TOMORROW})
    after = change.add_draft(dossier, Draft(tasks=(again,)))
    assert len(after.tasks) == 2
    assert after.tasks[0].id == dossier.tasks[0].id
    assert [step.done_on for step in after.tasks[0].steps] == [TODAY, None]


def test_a_meeting_comes_once(dossier: Dossier) -> None:
    same = Meeting(title="Gesprek bij VDAB", start=datetime(2026, 12, 8, 10))
    assert change.add_draft(dossier, Draft(meetings=(same,))).meetings == dossier.meetings
    sheet = Meeting(title="Anders genoemd", start=datetime(2026, 12, 8, 10), sheet={"soort": "telefoon"})
    (meeting,) = change.add_draft(dossier, Draft(meetings=(sheet,))).meetings
    assert (meeting.title, meeting.place, meeting.sheet) == ("Gesprek bij VDAB", "Stationsstraat 1", sheet.sheet)
    no_hour = Meeting(title="Dokter", start=datetime(2026, 12, 8))
    other = Meeting(title="School", start=datetime(2026, 12, 8))
    assert len(change.add_draft(dossier, Draft(meetings=(no_hour, other))).meetings) == 3


def test_facts_are_remembered_and_forgotten(dossier: Dossier) -> None:
    known = change.know(dossier, {"kinderen": ("2",), "gemeente": (), "kind": ("a", "b"), "drempels": ("taal",)})
    assert known.facts == {"kinderen": "2", "kind": "a; b"}
    assert known.known == {"kinderen": ("2",), "kind": ("a", "b"), "drempels": ("taal",)}
    assert change.know(known, {"drempels": ()}).barriers == ()


def test_undo_takes_back_no_answer(dossier: Dossier) -> None:
    history = History(dossier).change(change.add_note(dossier, "nota", TODAY)).learn({"kinderen": ("2",)})
    assert history.undo().now.facts["kinderen"] == "2"
    assert len(history.undo().now.notes) == len(dossier.notes)


def test_remove_each_kind(dossier: Dossier) -> None:
    for rows in ("tasks", "notes", "meetings", "applications"):
        row = getattr(dossier, rows)[0]
        assert row not in getattr(change.remove(dossier, row.id), rows)


def test_undo_to_the_start_and_no_further(dossier: Dossier) -> None:
    history = History(dossier)
    for number in range(KEPT + 5):
        history = history.change(change.add_note(history.now, f"nota {number}", TODAY))
    assert history.change(history.now) is history
    for _ in range(KEPT + 9):
        history = history.undo()
    assert history.now.notes[0].text == "nota 4"
    assert history.undo() is history


def test_version_1_is_lifted() -> None:
    old = {
        "version": 1, "nickname": "Zon", "tasks": [], "notes": [], "meetings": [],
        "facts": {"gemeente": "Voorbeeldstad", "barriers": "kinderopvang, geen-pc"},
    }  # fmt: skip
    found = read(json.dumps(old).encode())
    assert (found.version, found.facts) == (3, {"gemeente": "Voorbeeldstad"})
    assert found.barriers == ("kinderopvang", "geen-pc")
    assert read(write(found)) == found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("{", "damaged"), ("[]", "damaged"), ('{"version": 4}', "newer"), ('{"version": 2, "tasks": [1]}', "damaged"),
     ('{"version": 1, "facts": 5}', "damaged"), ('{"version": 0}', "damaged"), ('{"version": "x"}', "damaged")],
)  # fmt: skip
def test_texts_that_are_no_dossier(text: str, wanted: str) -> None:
    with pytest.raises(DossierError) as error:
        read(text.encode())
    assert error.value.reason == wanted


def test_draft_of_a_walk() -> None:
    steps = (
        WalkStep(id="a", text="Bel.", deadline={"date": "2026-12-05", "do_by": "2026-12-04"}, bring=("kaart", "brief")),
        WalkStep(id="b", text="Wacht.", deadline={"rule": "zo snel mogelijk"}, who="together"),
    )
    walk = Walk(id="leefloon", title="Leefloon", intro="", answers={}, open=(), steps=steps, done_when="", next="")
    task = draft_of_walk(walk, TODAY).tasks[0]
    assert (task.title, task.due, task.source) == ("Leefloon", date(2026, 12, 4), "procedure:leefloon")
    assert [(step.text, step.due, step.who, step.hint) for step in task.steps] == [
        ("Bel.", date(2026, 12, 4), "client", "Neem mee: kaart, brief"), ("Wacht.", None, "together", ""),
    ]  # fmt: skip


def letter(**more: object) -> Letter:
    basis = {
        "file": "x.pdf", "language": "nl", "pages": 1, "text_source": "text-layer", "kind": "uitnodiging",
        "sender": Sender(name="VDAB", kind="vdab"), "letter_date": TODAY, "confidence": 1.0, "summary": "Kom.",
        "urgency": "hoog", "actions": (LetterAction(text="Ga naar het gesprek.", quote="kom"),),
    }  # fmt: skip
    return Letter.model_validate({**basis, **more})


def test_draft_of_a_letter() -> None:
    draft = draft_of_letter(
        letter(
            deadline=Deadline(date=date(2026, 12, 5), do_by=date(2026, 12, 4), rule="14 dagen", quote="x"),
            appointment=Appointment(start=datetime(2026, 12, 8, 10), place="Stationsstraat 1"),
        ),
        TODAY,
    )
    task = draft.tasks[0]
    assert (task.title, task.due, task.urgency) == ("Brief van VDAB: uitnodiging", date(2026, 12, 4), "hoog")
    assert draft.meetings[0].title == "Afspraak: VDAB"
    twice = change.add_draft(change.add_draft(Dossier(), draft), draft_of_letter(letter(), TODAY))
    assert len(twice.tasks) == 1


def test_a_letter_that_asks_nothing_gives_nothing() -> None:
    assert draft_of_letter(letter(actions=()), TODAY) == Draft()


def test_application_is_added() -> None:
    row = Application(day=TODAY, company="Bakkerij Zon")
    assert change.add_application(Dossier(), row).applications == (row,)
