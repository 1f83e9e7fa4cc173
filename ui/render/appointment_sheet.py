"""The sheet of one talk: calm, in the client's own words, made to be printed and changed."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.appointment import Agreed
from assistant.models import AppointmentSheet, BarrierRequest, FormQuestion, Practice, SmallStep
from ui.render import form
from ui.render.known import KnownRow, known_box
from ui.render.markup import button, esc, folded, icon, listing
from ui.render.pieces import contacts, notice, phone, stamp, ticks, tools
from ui.render.sources import sources
from ui.text import Text

CHIPS = {"recht": "calm", "kan": "soon", "raad": ""}
"""Strength -> look of its chip; the word says the same."""


class Notes(NamedTuple):
    """What was written on the sheet: practice question -> own answer, and what was agreed on `rows` lines.

    `wrong` = text key of what still misses.
    """

    examples: Mapping[str, str]
    agreed: Sequence[Agreed]
    rows: int
    wrong: str = ""


def sheet(
    found: AppointmentSheet, questions: Sequence[FormQuestion], known: Sequence[KnownRow], notes: Notes, text: Text
) -> str:
    """The whole sheet. `questions` = all that was asked, `known` = answers that came from another door."""
    return (
        f'<form data-gather="pdf"><article class="card talk" data-stamp="{stamp()}" data-read>{_head(found, text)}'
        f"{_open(found, questions, text)}{known_box(known, text)}{_four(found, text)}"
        f"{_barriers(found, text)}{_mine(found, text)}"
        f"{_steps(found, text)}{_practice(found, notes.examples, text)}{_afterwards(found, notes, text)}"
        f"{_team(found, text)}{folded(text['guide.answers'], _answers(questions, text))}"
        f"{sources(found.citations, text)}</article>"
        f'<div class="row next">{_ways_on(found, text)}</div></form>'
    )


def _head(found: AppointmentSheet, text: Text) -> str:
    place = f'<p class="lead say">{icon("pin", 28)} {esc(found.where)}</p>' if found.where else ""
    way = f'<p class="say">{esc(found.way)}</p>' if found.way else ""
    office = found.body[:1].upper() + found.body[1:]
    number = f"<p>{esc(office)}: {phone(found.phone)}</p>" if found.phone else ""
    return (
        f'<div class="row apart"><div><p class="soft">{esc(found.title)}</p>'
        f'<h1 class="say" tabindex="-1">{esc(found.when or text["talk.no_day"])}</h1></div>{tools(text)}</div>'
        f'{place}{way}<p class="say">{esc(found.if_i_cannot)}</p>{number}'
    )


def _open(found: AppointmentSheet, questions: Sequence[FormQuestion], text: Text) -> str:
    """What is not known yet, each with a button; not on paper."""
    rows = [row for row in questions if row.ask in found.missing]
    items = listing(
        (f"<span>{esc(row.ask)}</span>{_change(row, text['guide.fill'], text)}" for row in rows), css="fill"
    )
    go_on = button(text["talk.fill_open"], look="main", picture="pencil", action="fill-open")
    left = folded(text.count("talk.open", len(rows)), items)
    return f'<div class="next open"><div class="row">{go_on}</div>{left}</div>' if rows else ""


def _four(found: AppointmentSheet, text: Text) -> str:
    said = "".join(f'<p class="say">“{esc(words)}”</p>' for words in found.say)
    asked = "".join(f"<li>{esc(words)}</li>" for words in found.ask)
    return (
        '<div class="four">'
        f"{_part('bring', 'bag', ticks(found.bring), text)}{_part('say', 'speech', said, text)}"
        f"{_part('ask', 'question', f'<ol>{asked}</ol>', text)}"
        f"{_part('before_signing', 'pencil', _plain(found.before_signing), text)}</div>"
    )


def _barriers(found: AppointmentSheet, text: Text) -> str:
    """Each barrier folded: what to ask first stands under `Dit vraag ik` already."""
    blocks = []
    for barrier, rows in groupby(found.barriers, key=lambda row: row.barrier):
        requests = list(rows)
        own = listing((_request(row, "", text) for row in requests if row.own), css="asks")
        other = listing((_request(row, row.to, text) for row in requests if not row.own), css="asks")
        carried = [citation for row in requests for citation in row.citations]
        inside = f"{own}{folded(text['talk.elsewhere'], other)}{sources(carried, text)}"
        blocks.append(folded(barrier, inside, css="barrier"))
    return _part("barriers", "flag", "".join(blocks), text)


def _request(row: BarrierRequest, to: str, text: Text) -> str:
    chip = f'<span class="chip {CHIPS[row.strength]}">{esc(text[f"talk.strength.{row.strength}"])}</span>'
    body = f'<span class="soft small">{esc(text.fill("talk.to", body=to))}</span>' if to else ""
    because = f'<span class="small">{esc(row.because)}</span>' if row.because else ""
    return f'<div><span class="say">{esc(row.request)}</span>{because}{body}</div>{chip}'


def _mine(found: AppointmentSheet, text: Text) -> str:
    return "".join(
        _part(name, picture, _plain(getattr(found, name)), text)
        for name, picture in (("strengths", "heart"), ("expect", "info"), ("duties", "alert"))
        if getattr(found, name)
    )


def _steps(found: AppointmentSheet, text: Text) -> str:
    return _part(
        "small_steps", "stairs", listing((_step(row, text) for row in found.small_steps), css="tiny-steps"), text
    )


def _step(step: SmallStep, text: Text) -> str:
    effects = "".join(
        f'<p><b>{esc(row.income)}:</b> <span class="say">{esc(row.effect)}</span> '
        f"{esc(text.fill('talk.tell', who=row.tell))}</p>{sources(row.citations, text)}"
        for row in step.effects
    )
    return f'<b class="say">{esc(step.step)}</b><p class="say">“{esc(step.say)}”</p>{effects}'


def _practice(found: AppointmentSheet, examples: Mapping[str, str], text: Text) -> str:
    rows = "".join(
        form.words(f"example-{row.question}", examples.get(row.question, row.example), row.question, long=True)
        for row in found.practice
    )
    begin = f'<div class="row next">{form.submit("practise", text["talk.practise"], picture="speech")}</div>'
    return folded(text["talk.practice"], f"<p>{esc(text['talk.practice_lead'])}</p>{begin}{rows}", css="later")


def practise(rows: Sequence[Practice], number: int, text: Text) -> str:
    """One likely question on the screen, with an example answer to make one's own; number `number` from 0."""
    row = rows[number]
    answer = form.words(f"example-{row.question}", row.example, text["talk.my_answer"], long=True)
    last = number == len(rows) - 1
    go_on = form.submit("practise", text["talk.to_sheet" if last else "talk.next_question"], look="main")
    before = form.submit("practise-back", text["button.back"], picture="back")
    return (
        f'<form data-gather="practise"><section class="card" data-stamp="{stamp()}" data-read>'
        f'<p class="soft">{esc(text.fill("guide.question_of", n=number + 1, total=len(rows)))}</p>'
        f'<h1 class="big say" tabindex="-1">{esc(row.question)}</h1>'
        f'<p class="soft say">{esc(text["talk.practise_lead"])}</p>{answer}'
        f'<div class="row">{before}{go_on}<span class="push">{tools(text)}</span></div></section></form>'
    )


def _afterwards(found: AppointmentSheet, written: Notes, text: Text) -> str:
    notes = [*written.agreed, *[Agreed("")] * written.rows][: written.rows]
    lines = "".join(
        '<div class="agreed">'
        + "".join(
            form.words(f"agreed-{n}-{part}", getattr(note, part), text[f"talk.agreed.{part}"])
            for part in Agreed._fields
        )
        + "</div>"
        for n, note in enumerate(notes)
    )
    keep = form.submit("steps", text["talk.keep"], picture="bookmark")
    misses = f'<div role="alert" data-stamp="{stamp()}">{notice(text[written.wrong])}</div>' if written.wrong else ""
    body = f'{_plain(found.afterwards)}{lines}{misses}<div class="row next">{keep}</div>'
    return _part("afterwards", "check", body, text)


def _team(found: AppointmentSheet, text: Text) -> str:
    rows = contacts(found.contacts, text)
    return f"<section><h2>{icon('phone', 28)} {esc(text['answer.contacts'])}</h2>{rows}</section>" if rows else ""


def _answers(questions: Sequence[FormQuestion], text: Text) -> str:
    return listing(
        (f"<span>{esc(row.ask)}</span>{_change(row, text['guide.change'], text)}" for row in questions), css="fill"
    )


def _change(question: FormQuestion, label: str, text: Text) -> str:  # noqa: ARG001  # as the other pieces
    return button(
        label, look="small", picture="pencil", about=question.ask, action="change", value=str(question.screen)
    )


def _ways_on(found: AppointmentSheet, text: Text) -> str:
    ways = [
        button(text["button.print"], look="quiet" if found.missing else "main", picture="printer", print="yes"),
        form.submit("pdf", text["talk.pdf"], picture="printer"),
        form.submit("ics", text["talk.ics"], picture="calendar") if found.day else "",
        form.submit("messages", text["talk.messages"], picture="letter"),
        button(text["talk.again"], picture="back", action="again"),
    ]
    return "".join(ways)


def _plain(rows: Sequence[str]) -> str:
    return listing((f'<span class="say">{esc(row)}</span>' for row in rows), css="lines")


def _part(name: str, picture: str, body: str, text: Text) -> str:
    return f"<section><h2>{icon(picture, 28)} {esc(text[f'talk.{name}'])}</h2>{body}</section>" if body else ""
