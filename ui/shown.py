"""Errors on the screen: one Dutch sentence for the person, the kind of fault for the log."""

from collections.abc import Callable

from ingest.errors import WegwijsError
from ui.log import record
from ui.render.pieces import alert
from ui.text import Text


def shown_in_dutch(work: Callable[[], str], text: Text) -> str:
    """The HTML that `work` makes, or a card that says what happened and what to do now."""
    try:
        return work()
    except WegwijsError as error:
        record(error)
        return alert(text.error(error), text)
    except Exception as error:  # noqa: BLE001  # the border: a person never sees a traceback
        record(error)
        return alert(text["error.unexpected"], text)
