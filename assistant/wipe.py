"""'Wis alles': what this machine holds of people and of the team, counted first and then removed for good."""

from contextlib import suppress
from typing import NamedTuple

from assistant.dossier import keeper_for, load_services
from assistant.local import FILE
from assistant.settings import Settings
from ingest import forget_documents, own_documents
from ingest.errors import DossierError


class Holdings(NamedTuple):
    """How many of each there are."""

    dossiers: int
    services: int
    documents: int


def holdings(settings: Settings) -> Holdings:
    """What 'Wis alles' would remove, besides the index that is made from it. Raises StoreFailed."""
    services = 0
    with suppress(DossierError):  # a damaged file goes too
        services = len(load_services(settings.home).services)
    documents = sum(1 for _ in own_documents(settings.home))
    return Holdings(len(keeper_for(settings).names()), services, documents)


def wipe_everything(settings: Settings) -> Holdings:
    """Remove dossiers, services, own documents, every version of the index and all vectors.

    The model settings and our own texts stay: they say nothing of anybody. Raises StoreFailed, and IndexBusy
    while another process builds an index; the dossiers are gone by then.
    """
    found = holdings(settings)
    keeper_for(settings).wipe_all()
    (settings.home / FILE).unlink(missing_ok=True)
    forget_documents(settings.home)
    return found
