"""An explained letter: the original beside what it means and what to do."""

import json
from collections.abc import Mapping
from datetime import date

from assistant.appointment import answers_from_letter
from assistant.dossier import draft_of_letter
from assistant.known import facts_of_letter
from assistant.models import Letter, LetterAction
from ui.render.dates import spoken_day
from ui.render.letter_parts import amounts, appeal, numbers, warnings, where
from ui.render.letter_time import when
from ui.render.markup import button, esc, folded, icon
from ui.render.pieces import contacts, procedure_buttons, stamp, to_my_steps, tools, who_chip
from ui.render.proof import Proofs, found_in, original
from ui.render.words import SLOT, Levels, Simpler, word_list
from ui.text import Text

ADVERT = "reclame"
"""A kind of sender whose letters ask for nothing: they bring no step."""
URGENCY = {
    "laag": ("calm", "check"),
    "middel": ("soon", "info"),
    "hoog": ("soon", "flag"),
    "dringend": ("now", "alert"),
}


def letter(
    found: Letter, titles: Mapping[str, str], today: date, text: Text, simpler: Simpler | None = None
) -> str:
    """The whole screen of one letter. `titles` = procedure id -> title; `simpler` gives its second level."""
    mark = stamp()
    proofs, words = Proofs(mark), Levels(found.difficult_words, mark, simpler if found.language == "nl" else None)
    explained = _explanation(found, words, proofs, today, text) + _actions(found, words, proofs, text)
    explained = words.with_switch(explained, text)
    sheets = original(found.original, proofs, text) or f'<p class="soft">{esc(text["letter.no_original"])}</p>'
    return (
        f'<div class="grid two" data-stamp="{mark}">'
        f'<div class="explain">{explained}{_next_steps(found, titles, today, text)}</div>'
        f'<section class="paper"><h2>{esc(text["letter.original"])}</h2>{sheets}</section></div>'
    )


def _explanation(found: Letter, words: Levels, proofs: Proofs, today: date, text: Text) -> str:
    first, _, rest = found.summary.partition(". ")
    heading = f"{first}." if rest else first
    title, buttons = words.explain(heading), f'<div class="row">{SLOT}{tools(text)}</div>'
    lead = f'<p class="lead say">{words.mark(rest)}</p>' if rest else ""
    return (
        '<article class="card" data-read>'
        f'<div class="row apart"><div class="row chips">{_chips(found, text)}</div>{buttons}</div>'
        f'<h1 class="say" tabindex="-1">{title}</h1>{lead}{_origin(found, text)}{_remarks(found, text)}'
        f"{when(found, proofs, today, text)}</article>"
    )


def _origin(found: Letter, text: Text) -> str:
    """The day on the letter and the full name of the sender."""
    day = found.letter_date and text.fill("letter.sent", date=spoken_day(found.letter_date, text, year=True))
    facts = " · ".join(fact for fact in (day, found.sender.name) if fact)
    return facts and f'<p class="soft small">{esc(facts)}</p>'


def _chips(found: Letter, text: Text) -> str:
    known = text[f"sender.{found.sender.kind}"]
    name = found.sender.name if found.sender.kind == "andere" else None
    chips = f'<span class="chip">{esc(name or known)}</span>'
    if found.urgency:
        css, picture = URGENCY[found.urgency]
        chips += f'<span class="chip {css}">{icon(picture, 20)}{esc(text[f"urgency.{found.urgency}"])}</span>'
    return chips


def _remarks(found: Letter, text: Text) -> str:
    keys = [
        key
        for key, holds in (
            ("letter.foreign", found.language not in (None, "nl")),
            ("letter.ocr", found.text_source != "text-layer"),
        )
        if holds
    ]
    return "".join(f'<p class="notice">{icon("info")}<span>{esc(text[key])}</span></p>' for key in keys)


def _actions(found: Letter, words: Levels, proofs: Proofs, text: Text) -> str:
    rows = "".join(_action(action, found, words, proofs, text) for action in found.actions)
    todo = f'<ol class="do">{rows}</ol>' if rows else f"<p>{esc(text['letter.no_actions'])}</p>"
    head = f"<h2>{esc(text['letter.actions'])}</h2>"
    return f'<article class="card" data-read>{head}{todo}{_folded(found, words, proofs, text)}</article>'


def _action(action: LetterAction, found: Letter, words: Levels, proofs: Proofs, text: Text) -> str:
    mark, by, show = "", "", ""
    if found_in(found.original, action.quote):
        name = proofs.id_of(action.quote)
        mark = f' data-proof="{name}"'
        show = button(text["letter.proof"], look="small", picture="eye", about=action.text, show_proof=name)
    if action.deadline:
        day = text.fill("letter.by", date=spoken_day(action.deadline, text))
        by = f'<span class="by">{icon("calendar", 20)} {esc(day)}</span>'
    return (
        f'<li{mark}><div><span class="say">{words.mark(action.text)}</span>{by}{show}</div>'
        f"{who_chip(action.who, text)}</li>"
    )


def _folded(found: Letter, words: Levels, proofs: Proofs, text: Text) -> str:
    return "".join(
        (
            folded(text["letter.consequence"], f"<p>{words.mark(found.consequence)}</p>" if found.consequence else ""),
            folded(text["letter.appeal"], appeal(found, text)),
            folded(text["letter.where"], where(found, proofs, text)),
            folded(text["letter.amounts"], amounts(found, text)),
            folded(text["letter.references"], numbers(found, text)),
            folded(text["letter.helpers"], contacts(found.helpers, text)),
            word_list(found.difficult_words, text),
            folded(text["letter.plain"], words.paragraphs(found.plain_text)),
            folded(text["letter.warnings"], warnings(found, text)),
            f'<p class="soft small made-by">{icon("computer", 20)} {esc(text["letter.computer"])}</p>',
        )
    )


def _to_talk(found: Letter, text: Text) -> str:
    """An invitation to a talk opens its sheet, with what the letter says filled in."""
    answers = answers_from_letter(found)
    if not answers:
        return ""
    holes = {
        "datum-brief": found.letter_date.isoformat() if found.letter_date else "",
        "kenmerk": found.references[0].value if found.references else "",
    }
    value = json.dumps({**holes, **answers}, ensure_ascii=False)
    return button(text["letter.prepare"], look="main", picture="calendar", open="afspraak", value=value)


def _next_steps(found: Letter, titles: Mapping[str, str], today: date, text: Text) -> str:
    talk, facts = _to_talk(found, text), facts_of_letter(found)
    keep = "" if found.sender.kind == ADVERT else to_my_steps(draft_of_letter(found, today), text, main=not talk)
    rows = [
        talk,
        keep,
        *procedure_buttons(found.procedures, titles, text, facts, main=False),
    ]
    rows.append(button(text["button.print"], picture="printer", print="yes"))
    rows.append(button(text["letter.other"], picture="letter", action="other"))
    return f'<div class="row next">{"".join(rows)}</div>'
