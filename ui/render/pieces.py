"""Pieces that several doors share: who-chips, numbered steps, tick lists, contacts, notices."""

import json
from collections.abc import Iterable, Mapping, Sequence
from secrets import token_hex

from assistant.dossier import Draft
from assistant.known import Facts
from assistant.models import Contact, Helper
from ingest.models import Who
from ui.render.markup import ButtonLook, button, esc, icon, listing
from ui.text import Text

CHIPS: dict[Who, str] = {"client": "c1", "together": "c2", "outreacher": "c3"}


def stamp() -> str:
    """A fresh mark for a result: the script announces a result whose mark is new."""
    return token_hex(4)


def who_chip(who: Who, text: Text) -> str:
    """Jij, Samen or Outreacher: word and colour."""
    label = f'<span class="read-only">{esc(text["who.label"])} </span>'
    return f'<span class="chip {CHIPS[who]}">{label}{esc(text[f"who.{who}"])}</span>'


def numbered(rows: Iterable[tuple[str, Who]], text: Text) -> str:
    """Steps with a number and who does them; the first of each pair is HTML."""
    items = "".join(f'<li><div class="say">{row}</div>{who_chip(who, text)}</li>' for row, who in rows)
    return f'<ol class="do">{items}</ol>' if items else ""


def ticks(items: Iterable[str]) -> str:
    """A list with boxes to tick, on screen and on paper."""
    rows = (f'<label><input type="checkbox"><span class="say">{esc(item)}</span></label>' for item in items)
    return listing(rows, css="ticks")


def contacts(people: Sequence[Contact | Helper], text: Text) -> str:
    """Who helps, with the number to call."""
    return listing((contact(person, text) for person in people), css="contacts")


def contact(person: Contact | Helper, text: Text) -> str:
    """One body: name, number, hours, site."""
    hours = getattr(person, "hours", None)
    after = [f'<span class="soft small">{esc(hours)}</span>'] if hours else []
    if (person.url or "").startswith(("https://", "http://")):
        shown = str(person.url).split("//", 1)[1].rstrip("/")
        after.append(
            f'<a class="small" href="{esc(person.url)}" target="_blank" rel="noopener noreferrer">{esc(shown)}</a>'
        )
    if person.local:
        after.append(f'<span class="soft small">{esc(text["my.own_made" if person.phone else "help.local"])}</span>')
    return f"<b>{esc(person.name)}</b>{phone(person.phone) if person.phone else ''}{''.join(after)}"


def phone(number: str, *, huge: bool = False) -> str:
    """A number that can be tapped; shown large because it is copied by hand."""
    dial = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    css = "number huge" if huge else "number plain"
    return f'<a class="{css}" href="tel:{esc(dial)}">{icon("phone", 40 if huge else 24)}{esc(number)}</a>'


def procedure_buttons(
    procedures: Sequence[str], titles: Mapping[str, str], text: Text, letter: Facts | None = None, *, main: bool = True
) -> list[str]:
    """A button to each guided procedure that has a title; the first is the main one unless `main` is false.

    `letter` = what a letter says, for the questions of the procedure.
    """
    return [
        button(
            text.fill("answer.procedure", title=titles[name]),
            look="main" if main and not number else "quiet",
            picture="stairs",
            open="stap-voor-stap",
            value=json.dumps({"procedure": name, "letter": _flat(letter)}) if letter else name,
        )
        for number, name in enumerate(name for name in procedures if name in titles)
    ]


def _flat(facts: Facts) -> dict[str, str]:
    return {name: values[0] for name, values in facts.items()}


def to_my_steps(draft: Draft, text: Text, *, main: bool = True) -> str:
    """A button that brings `draft` to Mijn stappen; nothing for an empty one. One main button a screen."""
    if not (draft.tasks or draft.meetings):
        return ""
    look: ButtonLook = "main" if main else "quiet"
    return button(text["my.add"], look=look, picture="bookmark", open="mijn-stappen", value=draft.model_dump_json())


def straight_to_my_steps(draft: Draft) -> str:
    """The way to Mijn stappen, taken by the script at once; nothing for an empty draft."""
    if not (draft.tasks or draft.meetings):
        return ""
    value = esc(draft.model_dump_json())
    return f'<button type="button" hidden data-auto="yes" data-open="mijn-stappen" data-value="{value}"></button>'


def choice(label: str, value: str, given: bool) -> str:
    """An answer as a large button; `given` = it was the answer before."""
    if not given:
        return button(label, look="choice", action="answer", value=value)
    pressed = f'class="btn choice given" aria-pressed="true" data-action="answer" data-value="{esc(value)}"'
    return f'<button type="button" {pressed}>{icon("check", 28)}<span>{esc(label)}</span></button>'


def tools(text: Text) -> str:
    """Read aloud (hidden where no Dutch voice exists) beside a heading."""
    return button(text["button.speak"], picture="speaker", speak="yes")


def alert(sentence: str, text: Text, way_out: str = "") -> str:
    """Something went wrong: what, and what to do now."""
    return (
        f'<section class="card alert" role="alert" data-stamp="{stamp()}">{icon("alert", 32)}<div>'
        f"<h2>{esc(text['error.title'])}</h2><p>{esc(sentence)}</p>{way_out}</div></section>"
    )


def is_alert(html: str) -> bool:
    """Whether `html` is a card made by `alert`."""
    return html.startswith('<section class="card alert"')


def notice(sentence: str) -> str:
    """A quiet remark, such as an empty box."""
    return f'<p class="notice" role="status">{icon("info")}<span>{esc(sentence)}</span></p>'
