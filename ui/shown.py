"""Errors on the screen: one Dutch sentence for the person, the kind of fault for the log."""

from collections.abc import Callable

from ingest.errors import WegwijsError
from ui.log import record
from ui.render.pieces import alert
from ui.text import Text


def shown_in_dutch(work: Callable[[], str], text: Text, way_out: str = "") -> str:
    """The HTML that `work` makes, or a card that says what happened and what to do now.

    `way_out` is the HTML of a button for where no other control stands on the screen.
    """
    try:
        return work()
    except WegwijsError as error:
        record(error)
        return alert(text.error(error), text, way_out)
    except Exception as error:  # noqa: BLE001  # the border: a person never sees a traceback
        record(error)
        return alert(text["error.unexpected"], text, way_out)
