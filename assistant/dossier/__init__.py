"""'Mijn stappen': tasks, notes and days of one person, kept only by choice and then sealed with a passphrase."""

from assistant.dossier import change
from assistant.dossier.agenda import entries
from assistant.dossier.crypt import SHORTEST
from assistant.dossier.draft import draft_of_letter, draft_of_right, draft_of_walk
from assistant.dossier.history import History
from assistant.dossier.keeper import Keeper, Opened, read_file, write_file
from assistant.dossier.model import Application, Dossier, Draft, Meeting, Note, SmallStep, Task
from assistant.dossier.paper import fridge_sheet, plan_sheet, work_sheet
from assistant.dossier.services import (
    SERVICE_KINDS,
    Service,
    Services,
    load_services,
    parse_services,
    save_services,
    services_file,
)
from assistant.dossier.store import Listing, Store
from assistant.dossier.view import Moment, Next, done_tasks, due_day, moments, next_step, open_tasks
from assistant.settings import Settings

__all__ = [
    "SERVICE_KINDS", "SHORTEST", "Application", "Dossier", "Draft", "History", "Keeper", "Listing", "Meeting",
    "Moment", "Next", "Note", "Opened", "Service", "Services", "SmallStep", "Store", "Task", "change",
    "done_tasks", "draft_of_letter", "draft_of_right", "draft_of_walk", "due_day", "entries", "fridge_sheet",
    "keeper_for", "load_services", "moments", "next_step", "open_tasks", "parse_services", "plan_sheet",
    "read_file", "save_services", "services_file", "work_sheet", "write_file",
]  # fmt: skip


def keeper_for(settings: Settings) -> Keeper:
    """The keeper of this machine: a file in its home folder, or the database that the settings name."""
    return Keeper(Store(settings.home, settings.database))
