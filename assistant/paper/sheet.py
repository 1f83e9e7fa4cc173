"""What stands on a sheet of paper: parts with rows. Plain data; `press` prints it."""

from datetime import date as Day
from typing import Literal

from pydantic import Field

from ingest.models import Model

Picture = Literal["bag", "speech", "question", "pin", "phone", "calendar", "pencil", "check", "hourglass", "office",
                  "computer", "together", "info", "alert", "heart", "flag", "letter", "stairs"]  # fmt: skip
Look = Literal["ticks", "numbers", "plain", "say", "days", "people", "grid"]
"""ticks: a box before each row. numbers: 1, 2, 3. plain: text. say: a sentence to say, in quotes.
days: a calendar leaf before each row. people: name with a large phone number. grid: a table to read or fill."""


class Note(Model):
    """A small line under a row: `Neem mee: je identiteitskaart`."""

    label: str = ""
    text: str


class Row(Model):
    """One row. `day` gives the calendar leaf, `phone` is printed large, `tag` says who does it."""

    text: str
    day: Day | None = None
    phone: str | None = None
    tag: str | None = None
    notes: tuple[Note, ...] = ()
    done: bool = False


class Part(Model):
    """One block with a heading. A bare string is a row without more.

    `wide` parts take the whole width; the others stand two by two where the sheet has two columns.
    `columns` = 2 sets short rows two by two inside the part; `new_page` lets it begin on a page of its own.
    """

    title: str = ""
    picture: Picture | None = None
    look: Look = "plain"
    rows: tuple[Row | str, ...] = ()
    heads: tuple[str, ...] = Field(default=(), description="grid: the heads of its columns")
    cells: tuple[tuple[str, ...], ...] = Field(default=(), description="grid: its rows; empty = a place to write")
    wide: bool = False
    columns: Literal[1, 2] = 1
    new_page: bool = False
    tight: bool = Field(default=False, description="less room between rows, and it may run over pages: to read at home")
