"""A guided procedure: the list to choose from, and one question a screen."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

import yaml

from assistant.models import OpenQuestion, ProcedureListing, Walk
from assistant.procedures import DO_NOT_KNOW, SKIP
from ui.render.checklist import checklist
from ui.render.dates import spoken_answer
from ui.render.form import month_options
from ui.render.known import known_remark
from ui.render.markup import button, esc, icon
from ui.render.pieces import choice, stamp, tools
from ui.text import Text

__all__ = ["ask", "checklist", "choose"]
NOT_KNOWN = (DO_NOT_KNOW, SKIP)
TOP_FILE = Path(__file__).parent.parent / "top_procedures.yaml"
"""Id of a procedure that is asked a lot -> its icon, in order."""


def choose(procedures: Sequence[ProcedureListing], text: Text) -> str:
    """The most asked procedures as large tiles, the others by subject; the script filters while one types."""
    head = f'<h1 tabindex="-1">{esc(text["guide.title"])}</h1><p class="lead soft">{esc(text["guide.lead"])}</p>'
    if not procedures:
        return f'{head}<p class="card">{esc(text["guide.empty"])}</p>'
    top = [row for name in _top() for row in procedures if row.id == name]
    rest = sorted((row for row in procedures if row not in top), key=lambda p: (p.domain, p.title))
    by_domain = groupby(rest, key=lambda p: p.domain)
    groups = "".join(_group(domain, list(rows), text) for domain, rows in by_domain)
    return (
        f'{head}<div class="search"><label for="zoek-stappen">{esc(text["guide.search"])}</label>'
        f'<input type="search" id="zoek-stappen" data-filter placeholder="{esc(text["guide.search_hint"])}" '
        f'autocomplete="off"><span role="status" class="soft small" data-filter-count="{esc(text["guide.found"])}">'
        f"</span></div>{_tiles(top, text)}{groups}"
        f'<p class="card" data-filter-none hidden>{esc(text["guide.none_found"])}</p>'
    )


def ask(
    question: OpenQuestion,
    walk: Walk,
    asked: Mapping[str, str],
    known: Sequence[str],
    before: tuple[str, bool],
    text: Text,
) -> str:
    """One question. `asked` = id -> words of every question seen so far, this one last or in its old place;
    `known` = those that were not asked again; `before` = an answer to this one that was given before, and whether
    that was elsewhere, so that it is to be confirmed.
    """
    given, elsewhere = before
    number = list(asked).index(question.id) + 1
    total = len(walk.answers) + len(walk.open)
    count = (
        text.fill("guide.question_of", n=number, total=total) if total > 1 else text.fill("guide.question", n=number)
    )
    intro = f'<p class="say">{esc(walk.intro)}</p>' if number == 1 else ""
    return (
        f'<div class="grid walk" data-stamp="{stamp()}">{_rail(question, walk, asked, known, text)}'
        f'<section class="card" data-read>{intro}<p class="soft">{esc(count)}</p>'
        f'<h1 class="big say" tabindex="-1">{esc(question.ask)}</h1>'
        f'<p class="soft say">{esc(text.fill("guide.why", why=question.why))}</p>'
        f"{known_remark(text) if given and elsewhere else ''}{_options(question, given, text)}"
        f'<div class="row">{_ways_out(number, text)}<span class="push">{tools(text)}</span></div></section></div>'
    )


def _options(question: OpenQuestion, given: str, text: Text) -> str:
    own = [option for option in question.options if option not in NOT_KNOWN]
    rows = "".join(choice(_capital(o), o, o == given) for o in own)
    if question.kind == "date":
        name = f"dag-{question.id}"
        go_on = button(text["guide.go_on"], look="main", action="answer", value_from=name)
        rows = f"{_day_boxes(name, '' if given in question.options else given, text)}{go_on}{rows}"
    return f'<div class="choices">{rows}</div>'


def _day_boxes(name: str, given: str, text: Text) -> str:
    """Day, month by name, year: a date picker speaks the language of the browser, which may be English."""
    year, month, number = (part.lstrip("0") for part in (given.split("-") + ["", "", ""])[:3])
    return (
        f'<fieldset class="day" id="{esc(name)}"><legend class="read-only">{esc(text["guide.whole_day"])}</legend>'
        f"<label>{esc(text['guide.day'])}{_number_box('day', number, 2)}</label>"
        f"<label>{esc(text['guide.month'])}"
        f'<select data-part="month">{month_options(month, text)}</select></label>'
        f"<label>{esc(text['guide.year'])}{_number_box('year', year, 4)}</label>"
        f'<p class="wrong" role="alert" data-wrong="{esc(text["guide.wrong_day"])}"></p></fieldset>'
    )


def _number_box(part: str, value: str, digits: int) -> str:
    return f'<input type="text" inputmode="numeric" maxlength="{digits}" data-part="{part}" value="{esc(value)}">'


def _ways_out(number: int, text: Text) -> str:
    """Back to the question before, or to the list of procedures; and the two answers that always fit."""
    return (
        button(text["guide.previous" if number > 1 else "button.back"], picture="back", action="back")
        + button(text["guide.dont_know"], action="answer", value=DO_NOT_KNOW)
        + button(text["guide.skip"], action="answer", value=SKIP)
    )


def _rail(now: OpenQuestion, walk: Walk, asked: Mapping[str, str], known: Sequence[str], text: Text) -> str:
    rows = "".join(
        f'<li class="now" aria-current="step"><span class="dot">{n}</span><span>{esc(words)}</span></li>'
        if name == now.id
        else _rail_row(name, words, walk.answers.get(name, SKIP), name in known, text)
        for n, (name, words) in enumerate(asked.items(), start=1)
    )
    done = sum(value not in NOT_KNOWN for name, value in walk.answers.items() if name not in known)
    praise = f'<p class="small praise">{esc(text.count("guide.praise", done))}</p>' if done else ""
    return (
        f'<aside class="card rail-card" aria-label="{esc(text["guide.answers"])}"><b>{esc(walk.title)}</b>'
        f'<ul class="rail">{rows}</ul>{praise}</aside>'
    )


def _rail_row(name: str, words: str, answer: str, known: bool, text: Text) -> str:
    answered = answer not in NOT_KNOWN
    css, mark = ("done", icon("check", 18)) if answered else ("open", "?")
    shown = spoken_answer(answer, text) if answered else text["guide.unknown_answer"]
    shown = f"{shown} ({text['known.mark']})" if known else shown
    label = f"{text['guide.change']}: {words} {shown}"
    return (
        f'<li class="{css}"><button type="button" data-action="change" data-value="{esc(name)}" '
        f'aria-label="{esc(label)}">'
        f'<span class="dot">{mark}</span><span>{esc(words)}<small>{esc(shown)}</small></span></button></li>'
    )


def _tiles(rows: Sequence[ProcedureListing], text: Text) -> str:
    tiles = "".join(
        f'<li data-filter-text="{esc(_searched(row, text))}">'
        f'<button type="button" class="card pick tile" data-action="open" data-value="{esc(row.id)}">'
        f'{icon(_top()[row.id], 40)}<b>{esc(row.title)}</b>'
        f'<span class="soft small">{esc(text.fill("guide.minutes", n=row.minutes))}</span></button></li>'
        for row in rows
    )
    head = f'<h2>{esc(text["guide.top"])}</h2>'
    return f'<section data-filter-group>{head}<ul class="picks tiles">{tiles}</ul></section>' if tiles else ""


@cache
def _top() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(TOP_FILE.read_text(encoding="utf-8"))
    return found


def _group(domain: str, rows: Sequence[ProcedureListing], text: Text) -> str:
    name = text[f"domain.{domain}"]
    cards = "".join(
        f'<li data-filter-text="{esc(_searched(row, text))}">'
        f'<button type="button" class="card pick" data-action="open" data-value="{esc(row.id)}"><b>{esc(row.title)}</b>'
        f'<span class="soft small">{esc(text.fill("guide.minutes", n=row.minutes))}</span></button></li>'
        for row in rows
    )
    return f'<section data-filter-group><h2>{esc(name)}</h2><ul class="picks">{cards}</ul></section>'


def _searched(row: ProcedureListing, text: Text) -> str:
    """What the words in the search box are looked for in."""
    return f"{row.title} {text[f'domain.{row.domain}']}".lower()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
