"""The checklist at the end of a procedure: each step with all that is needed to do it. Made to be printed."""

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.dossier import draft_of_walk
from assistant.models import Walk, WalkStep
from assistant.procedures import DO_NOT_KNOW, SKIP
from ui.render.dates import days_left, leaf, spoken_answer, spoken_day, tone
from ui.render.known import KnownRow, known_box, place_box
from ui.render.markup import button, esc, folded, icon, listing
from ui.render.pieces import contacts, stamp, ticks, to_my_steps, tools, who_chip
from ui.render.sources import sources
from ui.text import Text

FACTS = (
    ("phone", "guide.channel", "channel"),
    ("office", "guide.without_pc", "without_pc"),
    ("computer", "guide.without_itsme", "without_itsme"),
    ("speech", "guide.without_dutch", "without_dutch"),
    ("pin", "guide.without_bus", "without_bus"),
    ("together", "guide.tip", "outreacher"),
)
"""Icon, text key, field of a step."""


def checklist(
    walk: Walk, asked: Mapping[str, str], known: Sequence[str], place: str, today: date, text: Text
) -> str:
    """What to do, step by step; what is still unknown; the answers, each of which can be changed.

    `known` = the questions that were not asked, since their answer is known: said above the steps; `place` = the
    municipality, asked beside the local offices when it is not known yet.
    """
    box = known_box((KnownRow(asked[n], spoken_answer(walk.answers[n], text), n) for n in known), text)
    steps = "".join(f"<li>{_step(step, today, text)}</li>" for step in walk.steps)
    ends = "".join(
        f'<div class="term calm">{icon(picture, 32)}<div><h2>{esc(text[key])}</h2>'
        f'<p class="say">{esc(words)}</p></div></div>'
        for picture, key, words in (
            ("check", "guide.done_when", walk.done_when),
            ("hourglass", "guide.next", walk.next),
        )
        if words
    )
    return (
        f'<article class="card checklist" data-stamp="{stamp()}" data-read><div class="row apart"><div>'
        f'<p class="soft">{esc(text["guide.checklist"])}</p><h1 class="say" tabindex="-1">{esc(walk.title)}</h1></div>'
        f'{tools(text)}</div><p class="lead soft">{esc(text["guide.checklist_lead"])}</p>{box}'
        f'<ol class="do steps">{steps}</ol>{ends}{_who_helps(walk, place, text)}{_answers(walk, asked, text)}</article>'
        f'<div class="row next">{to_my_steps(draft_of_walk(walk, today), text)}'
        f"{button(text['button.print'], picture='printer', print='yes')}"
        f"{button(text['guide.paper'], picture='printer', action='paper')}"
        f"{button(text['button.back'], picture='back', action='back')}"
        f"{button(text['guide.all'], picture='stairs', action='list')}</div>"
    )


def _step(step: WalkStep, today: date, text: Text) -> str:
    minutes = (
        f'<span class="soft small">{esc(text.fill("guide.minutes", n=step.minutes))}</span>' if step.minutes else ""
    )
    said = _fact("speech", text["guide.say"], f"“{step.say}”") if step.say else ""
    facts = "".join(
        _fact(picture, text[key], words) for picture, key, field in FACTS if (words := getattr(step, field))
    )
    bring = (
        f'<div class="fact">{icon("bag")}<div><b>{esc(text["guide.bring"])}</b>{ticks(step.bring)}</div></div>'
        if step.bring
        else ""
    )
    fails = folded(text["guide.if_it_fails"], f"<p>{esc(step.if_it_fails)}</p>" if step.if_it_fails else "")
    return (
        f'<div><label class="tick-step"><input type="checkbox"><b class="say">{esc(step.text)}</b></label>{minutes}'
        f"{_term(step, today, text)}{bring}{said}{facts}{fails}{sources(step.citations, text)}</div>"
        f"{who_chip(step.who, text)}"
    )


def _fact(picture: str, label: str, words: str) -> str:
    return f'<div class="fact">{icon(picture)}<p><b>{esc(label)}</b> <span class="say">{esc(words)}</span></p></div>'


def _term(step: WalkStep, today: date, text: Text) -> str:
    if step.deadline is None:
        return ""
    rule, by = step.deadline.get("rule") or "", step.deadline.get("do_by") or step.deadline.get("date")
    if by is None:
        return _fact("hourglass", text["guide.deadline"], rule)
    day = date.fromisoformat(by)
    reckoning = step.deadline.get("sum")
    sums = folded(text["letter.sum"], f"<p>{esc(rule)}</p><p>{esc(reckoning)}</p>" if reckoning else "", css="sum")
    return (
        f'<div class="term {tone(day, today)}">{leaf(day, text)}<div><h2 class="say">'
        f"{esc(text.fill('letter.deadline', date=spoken_day(day, text)))}</h2><p>{esc(days_left(day, today, text))}</p>"
        f"{sums}</div></div>"
    )


def _who_helps(walk: Walk, place: str, text: Text) -> str:
    if not walk.contacts:
        return ""
    where = place_box(place, "stappen", text) if any(row.local for row in walk.contacts) else ""
    return f"<h2>{esc(text['answer.contacts'])}</h2>{contacts(walk.contacts, text)}{where}"


def _answers(walk: Walk, asked: Mapping[str, str], text: Text) -> str:
    unknown = [name for name in asked if walk.answers.get(name) in (DO_NOT_KNOW, SKIP)]
    known = [name for name in asked if name in walk.answers and name not in unknown]
    open_rows = listing((_row(asked[n], "", text["guide.fill"], n) for n in unknown), css="fill")
    known_rows = (_row(asked[n], spoken_answer(walk.answers[n], text), text["guide.change"], n) for n in known)
    head = f"<h2>{esc(text['guide.unknown'])}</h2><p>{esc(text['guide.unknown_lead'])}</p>" if unknown else ""
    return head + open_rows + folded(text["guide.answers"], listing(known_rows, css="fill"))


def _row(words: str, answer: str, label: str, name: str) -> str:
    change = button(label, look="small", picture="pencil", about=words, action="change", value=name)
    return f"<span>{esc(words)} <b>{esc(answer)}</b></span>{change}"
