"""Mijn stappen as HTML: the plan, and the message, fault and file above each page."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.dossier import Dossier, Meeting, SmallStep, Task, done_tasks, due_day, next_step, open_tasks
from assistant.known import Facts
from ui.render import steps_pages as pages
from ui.render.dates import days_left, leaf, spoken_day, spoken_moment, tone
from ui.render.files import download
from ui.render.known import facts_card
from ui.render.letter import URGENCY
from ui.render.markup import button, esc, folded, icon, listing
from ui.render.pieces import alert, notice, stamp, tools, who_chip
from ui.render.steps_forms import box, day_boxes, form
from ui.render.steps_keep import for_outreacher, keeping, papers
from ui.text import Text

if TYPE_CHECKING:
    from ui.doors.steps_session import Session, Shelf


def page(session: "Session", shelf: "Shelf", known: Facts, today: date, idle: int, text: Text) -> str:
    """The page of the door that the session is on. `known` = what every door knows."""
    drawers: dict[str, Callable[[], str]] = {
        "plan": lambda: plan(session, known, today, text),
        "keep": lambda: pages.keep(session.typed, text),
        "open": lambda: pages.unlock(shelf.keeper.names(), session.typed, text),
        "locked": lambda: pages.unlock(shelf.keeper.names(), session.typed, text),
        "work": lambda: pages.work(session.dossier, session.typed, text),
        "services": lambda: pages.services(shelf.services(), session.typed, text),
        "wipe": lambda: pages.wipe(session.opened is not None, text),
        "wipe-all": lambda: pages.wipe_all(shelf.holdings(), text),
        "done": lambda: pages.done(session.at_risk, text),
    }
    watch = f' data-lock-after="{idle}"' if session.opened else ""
    watch += f' data-look="{stamp()}"' if session.page == "plan" else ""
    return f'<div class="steps-door"{watch}>{_above(session, text)}{drawers[session.page]()}</div>'


def _above(session: "Session", text: Text) -> str:
    fault = alert(text.error(session.fault), text) if session.fault else ""
    said = f'<div data-stamp="{stamp()}">{notice(text[session.message])}</div>' if session.message else ""
    return fault + said + download(session.paper, text)


def load_anew() -> str:
    """The script loads the page again: nothing of this tab is left."""
    return '<button type="button" hidden data-auto="yes" data-reload="yes"></button>'


def plan(session: "Session", known: Facts, today: date, text: Text) -> str:
    """What comes first, what is open, the appointments, what is done, what is known, notes, papers, keeping."""
    dossier, kept = session.dossier, session.opened is not None
    head = f'<h1 tabindex="-1">{esc(text["door.mijn-stappen.title"])}</h1>{_state(session, text)}'
    empty = (
        f'<section class="card"><h2>{esc(text["my.empty"])}</h2><p>{esc(text["my.empty_lead"])}</p></section>'
        if dossier.empty
        else ""
    )
    tasks = "".join(_task(task, today, text) for task in open_tasks(dossier, today))
    todo = f'<section data-read><h2>{esc(text["my.todo"])}</h2>{tasks}</section>' if tasks else ""
    parts = (
        empty, _first(dossier, today, text), todo, _meetings(dossier.meetings, today, text), _own(session.typed, text),
        _done(dossier, text), facts_card(known, text), _notes(dossier, text), papers(dossier, text),
        keeping(kept, text), for_outreacher(text),
    )  # fmt: skip
    return head + "".join(parts)


def _state(session: "Session", text: Text) -> str:
    """Whether it is kept, and the way back from the last change."""
    kept, dossier = session.opened is not None, session.dossier
    words = text.fill("my.kept", name=dossier.nickname) if kept else text["my.loose"]
    said = "" if dossier.empty and not kept else f'<p>{icon("lock" if kept else "info")} {esc(words)}</p>'
    undo = button(text["my.undo"], look="small", picture="back", action="undo") if session.history.before else ""
    return f'<div class="row apart soft state">{said}{undo}</div>' if said or undo else ""


def _first(dossier: Dossier, today: date, text: Text) -> str:
    first = next_step(dossier, today)
    if first is None:
        done = f'<p class="card lead praise">{icon("check")} {esc(text["my.well_done"])}</p>'
        return done if dossier.tasks else ""
    words = first.step.text if first.step else first.task.title
    value = first.task.id if first.number is None else f"{first.task.id}:{first.number}"
    hint = f"<p>{esc(first.step.hint)}</p>" if first.step and first.step.hint else ""
    whole = f'<p class="soft">{esc(first.task.title)}</p>' if first.step else ""
    done = button(text["my.done_now"], look="main", picture="check", about=words, action="tick", value=value)
    return (
        f'<section class="card first" data-read><div class="row apart"><p class="soft">{esc(text["my.first"])}</p>'
        f'{tools(text)}</div><h2 class="say">{esc(words)}</h2>{hint}{whole}'
        f"{done}</section>"
    )


def _task(task: Task, today: date, text: Text) -> str:
    steps = listing((_step(task, n, step, text) for n, step in enumerate(task.steps)), css="small-steps")
    ready = sum(step.done_on is not None for step in task.steps)
    count = text.fill("my.steps_done", n=ready, total=len(task.steps)) if task.steps else ""
    label = text["my.all_done"] if task.steps else text["my.done_now"]
    return (
        f'<article class="card task">{_when(due_day(task), today, text)}<div class="row apart"><h3 class="say">'
        f"{esc(task.title)}</h3>{_urgency(task, text)}</div>{steps}"
        f'{f"""<p class="soft small">{esc(count)}</p>""" if count else ""}<div class="row">'
        f"{button(label, look='small', picture='check', about=task.title, action='tick', value=task.id)}"
        f"{button(text['my.remove'], look='small', picture='cross', about=task.title, action='remove', value=task.id)}"
        f"{_again(task, text)}</div></article>"
    )


def _again(task: Task, text: Text) -> str:
    """Back to the guided procedure that the task came from."""
    form, _, name = task.source.partition(":")
    if form != "procedure":
        return ""
    label = text["door.stap-voor-stap.short"]
    return button(label, look="small", picture="stairs", about=task.title, open="stap-voor-stap", value=name)


def _step(task: Task, number: int, step: SmallStep, text: Text) -> str:
    """A small step as a switch: a button that is pressed when the step is done."""
    done = step.done_on is not None
    mark = icon("check", 20) if done else ""
    by = f'<span class="by">{esc(text.fill("letter.by", date=spoken_day(step.due, text)))}</span>' if step.due else ""
    when = _done_on(step.done_on, text) if step.done_on else by
    hint = f'<span class="soft small">{esc(step.hint)}</span>' if step.hint and not done else ""
    return (
        f'<button type="button" class="switch" role="switch" aria-checked="{str(done).lower()}" data-action="tick" '
        f'data-value="{task.id}:{number}"><span class="tickbox" aria-hidden="true">{mark}</span><span>'
        f'<span class="say">{esc(step.text)}</span>{when}{hint}</span></button>{who_chip(step.who, text)}'
    )


def _when(day: date | None, today: date, text: Text) -> str:
    if day is None:
        return ""
    words = text.fill("letter.deadline", date=spoken_day(day, text))
    return (
        f'<div class="term {tone(day, today)}">{leaf(day, text)}<div><p><b>{esc(words)}</b></p>'
        f"<p>{esc(days_left(day, today, text))}</p></div></div>"
    )


def _urgency(task: Task, text: Text) -> str:
    if task.urgency is None:
        return ""
    css, picture = URGENCY[task.urgency]
    return f'<span class="chip {css}">{icon(picture, 20)}{esc(text[f"urgency.{task.urgency}"])}</span>'


def _meetings(meetings: tuple[Meeting, ...], today: date, text: Text) -> str:
    rows = listing(
        (
            f"<b>{esc(spoken_moment(row.start, text))}</b> {esc(row.title)} "
            f'<span class="soft">{esc(row.place)}</span> {_prepare(row, text)}{_drop(row.id, row.title, text)}'
            for row in sorted(meetings, key=lambda row: row.start)
            if row.start.date() >= today
        ),
        css="fill",
    )
    return f'<section class="card"><h2>{esc(text["my.days"])}</h2>{rows}</section>' if rows else ""


def _prepare(meeting: Meeting, text: Text) -> str:
    """The preparation sheet of a talk, filled in with what is known of it."""
    if not meeting.sheet:
        return ""
    value = json.dumps(meeting.sheet, ensure_ascii=False)
    return button(
        text["letter.prepare"], look="small", picture="calendar", about=meeting.title, open="afspraak", value=value
    )


def _done(dossier: Dossier, text: Text) -> str:
    rows = listing(
        (
            f"<span>{icon('check')} <b>{esc(task.title)}</b> {_done_on(task.done_on or task.added_on, text)}</span>"
            f"{button(text['my.open_again'], look='small', about=task.title, action='tick', value=task.id)}"
            for task in done_tasks(dossier)
        ),
        css="fill",
    )
    return f'<section class="card done-list"><h2>{esc(text["my.done"])}</h2>{rows}</section>' if rows else ""


def _done_on(day: date, text: Text) -> str:
    return f'<span class="done-on">{esc(text.fill("my.done_on", date=spoken_day(day, text)))}</span>'


def _own(typed: Mapping[str, str], text: Text) -> str:
    """A form for a task in own words; open again when its day was wrong."""
    boxes = box("words", text["my.own_words"], value=typed.get("words", ""))
    boxes += day_boxes(text["my.own_day"], text, typed)
    made = form("own", boxes, button_label=text["my.own_add"])
    shown = folded(text["my.own"], made)
    shown = shown.replace("<details", "<details open", 1) if "day" in typed else shown
    return f'<section class="card">{shown}</section>'


def _notes(dossier: Dossier, text: Text) -> str:
    rows = listing(
        (
            f'<span class="own-words">{esc(note.text)} <span class="soft small">'
            f"{esc(spoken_day(note.written_on, text))}</span></span>{_drop(note.id, note.text[:40], text)}"
            for note in dossier.notes
        ),
        css="fill",
    )
    made = form("note", box("words", text["my.note"], lines=3), button_label=text["my.note_add"])
    return f'<section class="card"><h2>{esc(text["my.notes"])}</h2>{rows}{made}</section>'


def _drop(row_id: str, about: str, text: Text) -> str:
    return button(text["my.remove"], look="small", picture="cross", about=about, action="remove", value=row_id)
