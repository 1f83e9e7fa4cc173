"""What each button and form of Mijn stappen does: a function from a session and what was given to a session."""

import json
from collections.abc import Callable, Mapping
from datetime import date

from pydantic import ValidationError

from assistant.calendar import ics_file, vcf_file
from assistant.dossier import (
    Application,
    Draft,
    History,
    Opened,
    change,
    entries,
    fridge_sheet,
    plan_sheet,
    services_file,
    work_sheet,
)
from ingest.errors import BadInput, DossierError
from ui.doors.steps_services import (
    add_service,
    content,
    drop_service,
    forget_fact,
    must,
    set_municipality,
    set_team_municipality,
    take_team_file,
)
from ui.doors.steps_session import Page, Session, Shelf, lock
from ui.render.files import File

LONGEST = 8_000_000
"""Characters of one click: a copy of a dossier as base64."""
PDF, ICS, VCF, COPY, TEAM = "application/pdf", "text/calendar", "text/vcard", "application/octet-stream", "text/yaml"
PAGES: tuple[Page, ...] = ("plan", "keep", "open", "work", "services", "wipe", "wipe-all", "done")
Fields = Mapping[str, str]


def act(session: Session, action: str, value: str, today: date, shelf: Shelf) -> Session:
    """The session after one click. An unknown action leaves it as it is. Raises WegwijsError."""
    session = session._replace(message="", fault=None, paper=None, typed={}, touched=shelf.clock())
    if len(value) > LONGEST:
        raise BadInput("what was given is too long")
    if action == "page" and value in PAGES:
        return session._replace(page=value)
    if action in CLICKS:
        return CLICKS[action](session, value, today, shelf)
    if action in FORMS:
        return FORMS[action](session, fields(value), today, shelf)
    return session


def fields(value: str) -> dict[str, str]:
    """The boxes of a form by name. Raises BadInput."""
    try:
        data = json.loads(value)
        return {str(name): str(content).strip() for name, content in data.items()}
    except (ValueError, AttributeError) as error:
        raise BadInput("a form is no JSON object") from error


def _take(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """Take over what another door brings; without anything the door just opens, on the page that is asked for."""
    if not value or value in PAGES:
        return session._replace(page=value or "plan")
    try:
        draft = Draft.model_validate_json(value)
    except ValidationError as error:
        raise BadInput("a draft breaks its rules") from error
    after = change.add_draft(session.dossier, draft)
    known = {task.source for task in session.dossier.tasks if task.source}
    message = "my.added" if draft.tasks or draft.meetings else "my.nothing_added"
    if draft.tasks and all(task.source in known for task in draft.tasks):
        message = "my.renewed"
    return shelf.go_on(session, session.history.change(after), page="plan", message=message)


def _tick(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """`task` or `task:number of the small step`."""
    name, _, number = value.partition(":")
    if number.isdigit():
        after = change.tick_step(session.dossier, name, int(number), today)
    else:
        after = change.tick_task(session.dossier, name, today)
    return shelf.go_on(session, session.history.change(after))


def _remove(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    return shelf.go_on(session, session.history.change(change.remove(session.dossier, value)))


def _undo(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    message = "my.undone" if session.history.before else "my.nothing_to_undo"
    return shelf.go_on(session, session.history.undo(), message=message)


def _lock(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    return lock(session) if session.opened else session


def _paper(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """Make one of the papers and files."""
    dossier, contacts = session.dossier, shelf.services().contacts()
    if value == "fridge":
        paper = File("koelkastblad.pdf", PDF, fridge_sheet(dossier, today, contacts))
    elif value == "plan":
        paper = File("mijn-stappen.pdf", PDF, plan_sheet(dossier, today, contacts))
    elif value == "work":
        paper = File("wat-ik-deed.pdf", PDF, work_sheet(dossier, today))
    elif value == "team":
        paper = File("diensten.yaml", TEAM, services_file(shelf.services()))
    elif value == "agenda":
        rows = entries(dossier, today)
        if not rows:
            return session._replace(message="my.no_days")
        paper = File("mijn-stappen.ics", ICS, ics_file(rows))
    else:
        if not any(contact.phone for contact in contacts):
            return session._replace(message="my.no_numbers")
        paper = File("nummers.vcf", VCF, vcf_file(contacts))
    return session._replace(paper=paper)


def _wipe(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """This dossier, or everything that this machine holds of people and of the team."""
    if value == "all":
        shelf.wipe_everything()
    elif session.opened:
        shelf.keeper.wipe(session.opened.dossier.nickname)
    return Session(message="my.wiped_all" if value == "all" else "my.wiped", fresh=True)


def _done(session: Session, value: str, today: date, shelf: Shelf) -> Session:
    """This talk is over: the screen of every door empties. What was kept stays kept."""
    return Session(message="my.emptied", fresh=True)


def _own(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    day = _day(given) if any(given.get(part) for part in ("day", "month", "year")) else None
    after = change.add_task(session.dossier, must(given, "words", 300), today, day)
    return shelf.go_on(session, session.history.change(after))


def _note(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    after = change.add_note(session.dossier, must(given, "words", 4000), today)
    return shelf.go_on(session, session.history.change(after))


def _work(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    row = Application(
        day=_day(given), company=must(given, "company", 300), person=given.get("person", "")[:200],
        answer=given.get("answer", "")[:300],
    )  # fmt: skip
    return shelf.go_on(session, session.history.change(change.add_application(session.dossier, row)))


def _keep(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    if given.get("passphrase") != given.get("again"):
        raise DossierError("the passphrases differ", reason="differs")
    opened = shelf.keeper.keep(session.dossier, given.get("nickname", ""), given.get("passphrase", ""))
    return session._replace(history=History(opened.dossier), opened=opened, page="plan", message="my.saved")


def _open(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    return _opened(session, shelf.keeper.open(given.get("nickname", ""), given.get("passphrase", "")), shelf)


def _take_in(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    return _opened(session, shelf.keeper.take_in(content(given), given.get("passphrase", "")), shelf)


def _opened(session: Session, opened: Opened, shelf: Shelf) -> Session:
    """The opened dossier. What stood on the screen and was not kept comes along: nothing is lost."""
    after = Session(History(opened.dossier), opened, message="my.opened", touched=session.touched)
    if not session.at_risk:
        return after
    return shelf.go_on(after, after.history.change(change.merge(opened.dossier, session.dossier)))


def _copy(session: Session, given: Fields, today: date, shelf: Shelf) -> Session:
    if session.opened is None:
        return session
    sealed = shelf.keeper.export(session.opened.dossier.nickname, given.get("passphrase", ""))
    return session._replace(paper=File("mijn-stappen.wegwijs", COPY, sealed))


CLICKS: dict[str, Callable[[Session, str, date, Shelf], Session]] = {
    "open": _take, "tick": _tick, "remove": _remove, "undo": _undo, "lock": _lock, "paper": _paper, "wipe-now": _wipe,
    "drop-service": drop_service, "forget": forget_fact, "done": _done,
}  # fmt: skip
FORMS: dict[str, Callable[[Session, Fields, date, Shelf], Session]] = {
    "own": _own, "note": _note, "work-row": _work, "service": add_service, "team": take_team_file,
    "keep-now": _keep, "open-now": _open, "take-in": _take_in, "copy": _copy, "place": set_municipality,
    "team-place": set_team_municipality,
}  # fmt: skip


def _day(given: Fields) -> date:
    if not any(given.get(part) for part in ("day", "month", "year")):
        raise DossierError("no day was filled in", reason="no-day")
    try:
        return date(*(int(given.get(part, "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError) as error:
        raise DossierError("no such day", reason="day") from error
