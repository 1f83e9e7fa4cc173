"""'Dit weten we al': what needs not be asked again, always in sight and always to be changed."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from assistant.appointment import load_forms, questions
from assistant.known import Fact, Facts, kept_facts
from ui.render.dates import spoken_answer
from ui.render.markup import button, esc, folded, icon, listing
from ui.render.steps_forms import box, form
from ui.text import Text

PLACE, PLACE_CLICK = "gemeente", "place"
DOORS = {"rights": "rechten", "appointment": "afspraak"}
"""Form that asks a fact -> the door with that form."""


class KnownRow(NamedTuple):
    """One answer that is known. `change` = the value of the click that asks it again."""

    name: str
    words: str
    change: str


def known_box(rows: Iterable[KnownRow], text: Text, *, level: int = 2) -> str:
    """The box with a button to change each row; nothing when nothing is known. Not on paper."""
    items = listing((_row(row, text) for row in rows), css="fill")
    if not items:
        return ""
    head = f"<h{level}>{icon('check', 28)} {esc(text['known.title'])}</h{level}>"
    return f'<div class="known next">{head}<p class="soft say">{esc(text["known.lead"])}</p>{items}</div>'


def place_box(place: str, door: str, text: Text) -> str:
    """Where somebody lives, asked where it first matters and then known at every door; always to be changed.

    `door` keeps the boxes of two doors apart. Not on paper.
    """
    name = f"gemeente-{door}"
    keep = button(text["known.keep"], picture="check", action=PLACE_CLICK, value_from=name)
    box = (
        f'<label class="field" for="{name}"><b>{esc(text["known.municipality"])}</b></label><div class="row">'
        f'<input type="text" id="{name}" maxlength="80" autocomplete="off" value="{esc(place)}">{keep}</div>'
    )
    if not place:
        return f'<div class="known next">{box}<p class="soft">{esc(text["known.place_why"])}</p></div>'
    said = f"<p>{icon('pin')} {esc(text['known.place'])} <b>{esc(place)}</b></p>"
    return f'<div class="known next">{said}{folded(text["known.change"], box)}</div>'


def known_mark(text: Text) -> str:
    """Beside an answer that was given before, at this door or another."""
    return f'<span class="chip calm">{icon("check", 20)}{esc(text["known.mark"])}</span>'


def known_remark(text: Text) -> str:
    """Above a question whose answer is marked already."""
    return f'<p class="notice">{icon("info")}<span class="say">{esc(text["known.check"])}</span></p>'


def _row(row: KnownRow, text: Text) -> str:
    change = button(
        text["known.change"], look="small", picture="pencil", about=row.name, action="change", value=row.change
    )
    colon = "" if row.name.endswith("?") else ":"
    return f"<span>{esc(row.name)}{colon} <b>{esc(row.words)}</b></span>{change}"


def facts_card(known: Facts, text: Text) -> str:
    """All that is known of this person: each fact with its words, to be changed or taken away."""
    facts = (fact for fact in kept_facts().values() if known.get(fact.id))
    rows = listing((_fact(fact, known[fact.id], text) for fact in facts), css="fill")
    where = box("place", text["known.municipality"], value=" ".join(known.get(PLACE, ())))
    place = form("place", where, text["known.keep"])
    lead = f'<p class="soft">{esc(text["known.where" if rows else "known.none"])}</p>'
    return f'<section class="card">{folded(text["known.title"], f"{lead}{rows}{place}")}</section>'


def _fact(fact: Fact, values: tuple[str, ...], text: Text) -> str:
    words = ", ".join(spoken_answer(_said(fact, value), text) for value in values)
    drop = button(text["known.forget"], look="small", picture="cross", about=fact.name, action="forget", value=fact.id)
    return f'<span>{esc(fact.name)}: <b>{esc(words)}</b></span><span class="row">{_ask_again(fact, text)}{drop}</span>'


def _ask_again(fact: Fact, text: Text) -> str:
    """A way to the question at its own door."""
    name, _, question = (fact.of or "").partition("/")
    if name not in DOORS:
        return ""
    value = json.dumps({"ask": question}) if name == "appointment" else question
    return button(
        text["known.change"], look="small", picture="pencil", about=fact.name, open=DOORS[name], value=value
    )


def _said(fact: Fact, value: str) -> str:
    """How a value is said; the talk has ids, the rights check has words."""
    name, _, question = (fact.of or "").partition("/")
    if name == "appointment":
        options = next(row.options for row in questions(load_forms()) if row.id == question)
        return options.get(value, value)
    return fact.values.get(value, value)
