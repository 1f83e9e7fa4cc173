"""Messages and phone scripts: the list, the places to fill in, the message to copy, print or save."""

from collections.abc import Mapping, Sequence

from assistant.models import Message, MessageHole, MessageListing
from ui.render import form
from ui.render.markup import button, esc, icon, listing, paragraphs
from ui.render.pieces import notice, stamp
from ui.render.sources import sources
from ui.text import Text


def choose(messages: Sequence[MessageListing], text: Text) -> str:
    """All messages, each with when it helps."""
    cards = "".join(
        f'<li><button type="button" class="card pick" data-action="message" data-value="{esc(row.id)}">'
        f'<b>{esc(row.title)}</b><span class="soft small">{esc(row.when)}</span></button></li>'
        for row in messages
    )
    return (
        f'<div data-stamp="{stamp()}"><h1 tabindex="-1">{esc(text["talk.messages"])}</h1>'
        f'<p class="lead soft">{esc(text["talk.messages_lead"])}</p><ul class="picks">{cards}</ul>'
        f'<div class="row next">{button(text["button.back"], picture="back", action="back")}</div></div>'
    )


def fill(listing_: MessageListing, given: Mapping[str, str], wrong: str, text: Text) -> str:
    """The places to fill in; all may stay empty."""
    rows = "".join(_hole(hole, given.get(hole.id, ""), text) for hole in listing_.holes)
    make = form.submit("fill", text["talk.make"], look="main", picture="letter")
    back = form.submit("back", text["button.back"], picture="back")  # takes along what was filled in
    return (
        f'<section class="card" data-stamp="{stamp()}"><h1 tabindex="-1">{esc(listing_.title)}</h1>'
        f'<p class="soft">{esc(text["talk.fill_lead"])}</p>{notice(text[wrong]) if wrong else ""}'
        f'<form class="short" data-gather="fill">{rows}<div class="row">{make}{back}</div></form></section>'
    )


def show(message: Message, text: Text) -> str:
    """The message, the words to call with, what is missing, what to know."""
    mark = stamp()
    watch = listing((f'<span class="say">{esc(row)}</span>' for row in message.watch), css="lines")
    missing = listing(map(esc, message.missing))
    return (
        f'<article class="card talk" data-stamp="{mark}" data-read><h1 tabindex="-1">{esc(message.title)}</h1>'
        f"{_missing(missing, text)}"
        f"<section><h2>{icon('letter', 28)} {esc(text['talk.text'])}</h2>"
        f'<div class="sheet" id="t-{mark}">{esc(message.text)}</div>'
        f'<div class="row next">{_copy(f"t-{mark}", text)}</div>'
        f'<p class="soft small">{esc(text.fill("talk.level", level=message.readability.level))}</p></section>'
        f"{_script(message, mark, text)}"
        f"<section><h2>{icon('alert', 28)} {esc(text['talk.watch'])}</h2>{watch}</section>"
        f"{sources(message.citations, text)}</article>"
        f'<div class="row next">{button(text["button.print"], look="main", picture="printer", print="yes")}'
        f"{button(text['talk.docx'], picture='letter', action='docx')}"
        f"{button(text['talk.change'], picture='pencil', action='refill')}"
        f"{button(text['talk.other'], picture='back', action='back')}</div>"
    )


def _hole(hole: MessageHole, value: str, text: Text) -> str:
    if hole.kind == "date":
        return form.day(hole.id, value, hole.ask, text)
    if hole.kind == "choice":
        boxes = form.radios(hole.id, hole.options, [value])
        return f'<fieldset class="boxes"><legend>{esc(hole.ask)}</legend>{boxes}</fieldset>'
    hint = text["talk.hour_hint"] if hole.kind == "time" else ""
    return form.words(hole.id, value, hole.ask, hint=hint)


def _missing(rows: str, text: Text) -> str:
    return f'<div class="next">{notice(text["talk.missing"])}{rows}</div>' if rows else ""


def _script(message: Message, mark: str, text: Text) -> str:
    if not message.script:
        return ""
    return (
        f'<section><h2>{icon("phone", 28)} {esc(text["talk.script"])}</h2><div class="say" id="s-{mark}">'
        f"{paragraphs(message.script)}</div>"
        f'<div class="row next">{_copy(f"s-{mark}", text)}</div></section>'
    )


def _copy(name: str, text: Text) -> str:
    return button(text["talk.copy"], picture="check", copy=name, copied=text["talk.copied"])
