"""What stands around the doors: header, start screen, help panel."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.models import Contact
from ui.render.markup import button, esc, icon
from ui.text import Text


class DoorLook(NamedTuple):
    """A door as the frame draws it; its words stand under `door.<id>`."""

    id: str
    picture: str


CARDS: tuple[DoorLook, ...] = (
    DoorLook("brief", "letter"),
    DoorLook("vraag", "question"),
    DoorLook("stap-voor-stap", "stairs"),
    DoorLook("afspraak", "calendar"),
    DoorLook("rechten", "scales"),
    DoorLook("mijn-stappen", "bookmark"),
)
"""In the order of the start screen."""

HEADER_ORDER = ("vraag", "brief", "stap-voor-stap", "afspraak", "rechten", "mijn-stappen")


def header(text: Text) -> str:
    """The bar on every screen: skip link, name, the six doors, text size, help."""
    looks = {look.id: look for look in CARDS}
    doors = "".join(_nav_link(looks[name], text) for name in HEADER_ORDER)
    return (
        f'<a class="skip" href="#inhoud" data-skip>{esc(text["app.skip"])}</a><header class="bar">'
        f'<a class="brand" href="#start" data-door="start" aria-label="{esc(text["app.home"])}">'
        f"{icon('home', 32)}<span>{esc(text['app.name'])}</span></a>"
        f'<nav class="doors" aria-label="{esc(text["app.doors"])}">{doors}</nav>'
        f'<div class="tools"><button type="button" class="btn sq" data-bigger '
        f'aria-label="{esc(text["app.bigger_short"])}, {esc(text["app.bigger"])}">'
        f"{esc(text['app.bigger_short'])}</button>"
        f"{button(text['app.help'], look='help', picture='heart', help='open')}</div></header>"
    )


def start(text: Text) -> str:
    """The first screen: six cards, who answers here, and what an outreacher enters once."""
    cards = "".join(_card(look, text) for look in CARDS)
    strip = "".join(
        f"<span>{icon(picture, 28)}<span>{esc(text[key])}</span></span>"
        for picture, key in (("computer", "app.computer"), ("lock", "app.private"))
    )
    services = button(text["my.services"], look="small", picture="office", open="mijn-stappen", value="services")
    return (
        f'<h1 tabindex="-1">{esc(text["start.title"])}</h1><p class="lead soft">{esc(text["start.lead"])}</p>'
        f'<div class="grid six">{cards}</div><div class="strip">{strip}</div>'
        f'<div class="row next"><span class="soft">{esc(text["start.outreacher"])}</span>{services}</div>'
    )


def help_panel(groups: Mapping[str, Sequence[Contact]], does: Mapping[str, str], text: Text) -> str:
    """The numbers to call now, large, by kind of need. `groups` = text key of a heading -> contacts;
    `does` = name of a body -> what it does, since a name alone tells nothing.
    """
    rows = {
        key: "".join(_number(contact, does.get(contact.name, ""), text) for contact in contacts)
        for key, contacts in groups.items()
        if contacts
    }
    parts = "".join(f"<section><h3>{esc(text[key])}</h3><ul>{numbers}</ul></section>" for key, numbers in rows.items())
    body = parts or f"<p>{esc(text['help.empty'])}</p>"
    return (
        '<dialog id="hulp" class="help" aria-labelledby="hulp-titel">'
        f'<div class="row apart"><h2 id="hulp-titel">{esc(text["help.title"])}</h2>'
        f"{button(text['app.close'], picture='cross', help='close')}</div>"
        f'<p class="lead">{esc(text["help.lead"])}</p>{body}<p class="soft">{esc(text["help.alone"])}</p></dialog>'
    )


def trouble(text: Text) -> str:
    """A card for what Gradio itself reports, in English: the script picks our sentence and shows the card."""
    sentences = {
        "size": text["error.unreadable-file.too-large"],
        "kind": text["error.unreadable-file.kind"],
        "lost": text["error.lost"],
        "other": text["error.unexpected"],
    }
    marks = "".join(f' data-{name}="{esc(sentence)}"' for name, sentence in sentences.items())
    return (
        f'<div id="storing"{marks}><section class="card alert" hidden>{icon("alert", 32)}<div>'
        f'<p class="title"><b>{esc(text["error.title"])}</b></p><p class="what" role="alert"></p>'
        f"{button(text['app.close'], picture='cross', shut='yes')}</div></section></div>"
    )


def _nav_link(look: DoorLook, text: Text) -> str:
    return (
        f'<a href="#{look.id}" data-door="{look.id}">{icon(look.picture)}'
        f"<span>{esc(text[f'door.{look.id}.short'])}</span></a>"
    )


def _card(look: DoorLook, text: Text) -> str:
    return (
        f'<a class="card door" href="#{look.id}" data-door="{look.id}">{icon(look.picture, 44)}'
        f"<b>{esc(text[f'door.{look.id}.title'])}</b><span>{esc(text[f'door.{look.id}.lead'])}</span></a>"
    )


def _number(contact: Contact, does: str, text: Text) -> str:
    phone = (
        f'<a class="number" href="tel:{esc(contact.phone.replace(" ", ""))}">'
        f"{icon('phone', 28)}{esc(contact.phone)}</a>"
        if contact.phone
        else f'<span class="number-none">{esc(text["help.local"])}</span>'
    )
    hours = f'<span class="soft small">{esc(contact.hours)}</span>' if contact.hours else ""
    task = f'<span class="small">{esc(does)}</span>' if does else ""
    return f"<li>{phone}<span><b>{esc(contact.name)}</b>{task}{hours}</span></li>"
