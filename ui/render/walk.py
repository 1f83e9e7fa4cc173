"""A guided procedure: the list to choose from, one question a screen, the checklist at the end."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.models import OpenQuestion, ProcedureListing, Walk, WalkStep
from ui.render.markup import button, esc, folded, icon, listing
from ui.render.pieces import stamp, ticks, tools, who_chip
from ui.render.sources import sources
from ui.text import Text


def choose(procedures: Sequence[ProcedureListing], text: Text) -> str:
    """The procedures by subject, with a box to search in; the script filters while one types."""
    head = f'<h1 tabindex="-1">{esc(text["guide.title"])}</h1><p class="lead soft">{esc(text["guide.lead"])}</p>'
    if not procedures:
        return f'{head}<p class="card">{esc(text["guide.empty"])}</p>'
    by_domain = groupby(sorted(procedures, key=lambda p: (p.domain, p.title)), key=lambda p: p.domain)
    groups = "".join(_group(domain, list(rows), text) for domain, rows in by_domain)
    return (
        f'{head}<div class="search"><label for="zoek-stappen">{esc(text["guide.search"])}</label>'
        f'<input type="search" id="zoek-stappen" data-filter placeholder="{esc(text["guide.search_hint"])}" autocomplete="off">'
        f'<span role="status" class="soft small" data-filter-count="{esc(text["guide.found"])}"></span></div>{groups}'
        f'<p class="card" data-filter-none hidden>{esc(text["guide.none_found"])}</p>'
    )


def ask(
    title: str, question: OpenQuestion, asked: Mapping[str, str], walk: Walk, unknown: Sequence[str], text: Text
) -> str:
    """One question. `asked` = id -> words of every question seen so far; `unknown` = ids without an answer."""
    done = [name for name in asked if name in walk.answers]
    still = [found for found in walk.open if found.id not in unknown]
    count = text.fill("guide.question_of", n=len(done) + len(unknown) + 1, total=len(done) + len(unknown) + len(still))
    only_this = text.fill("guide.question", n=len(done) + len(unknown) + 1)
    options = "".join(button(o, look="choice", action="answer", value=o) for o in question.options)
    return (
        f'<div class="grid walk" data-stamp="{stamp()}">{_rail(title, question, asked, walk, text)}'
        f'<section class="card" data-read><p class="soft">{esc(count if len(still) > 1 else only_this)}</p>'
        f'<h1 class="big say" tabindex="-1">{esc(question.ask)}</h1>'
        f'<p class="soft say">{esc(text.fill("guide.why", why=question.why))}</p><div class="choices">{options}</div>'
        f'<div class="row">{_ways_out(text)}<span class="push">{tools(text)}</span></div></section></div>'
    )


def checklist(title: str, walk: Walk, asked: Mapping[str, str], unknown: Sequence[str], text: Text) -> str:
    """What to do, step by step, with all that each step needs; and what is still unknown."""
    steps = "".join(f"<li>{_step(step, text)}</li>" for step in walk.steps)
    ends = "".join(
        f'<div class="term calm">{icon(picture, 32)}<div><h2>{esc(text[key])}</h2><p class="say">{esc(words)}</p></div></div>'
        for picture, key, words in (("check", "guide.done_when", walk.done_when), ("hourglass", "guide.next", walk.next))
        if words
    )
    return (
        f'<article class="card checklist" data-stamp="{stamp()}" data-read><div class="row apart"><div>'
        f'<p class="soft">{esc(text["guide.checklist"])}</p><h1 class="say" tabindex="-1">{esc(title)}</h1></div>{tools(text)}</div>'
        f'<p class="lead soft">{esc(text["guide.checklist_lead"])}</p><ol class="do steps">{steps}</ol>{ends}'
        f"{_unknown(asked, unknown, text)}{_given(walk, asked, text)}</article>"
        f'<div class="row next">{button(text["button.print"], look="main", picture="printer", print="yes")}'
        f"{button(text['button.back'], picture='back', action='back')}"
        f"{button(text['guide.all'], picture='stairs', action='list')}</div>"
    )


def _group(domain: str, rows: Sequence[ProcedureListing], text: Text) -> str:
    name = text[f"domain.{domain}"]
    cards = "".join(
        f'<li data-filter-text="{esc(f"{row.title} {name}".lower())}">'
        f'<button type="button" class="card pick" data-action="open" data-value="{esc(row.id)}"><b>{esc(row.title)}</b>'
        f'<span class="soft small">{esc(text.fill("guide.minutes", n=row.minutes))}</span></button></li>'
        for row in rows
    )
    return f'<section data-filter-group><h2>{esc(name)}</h2><ul class="picks">{cards}</ul></section>'


def _rail(title: str, now: OpenQuestion, asked: Mapping[str, str], walk: Walk, text: Text) -> str:
    done = sum(name in walk.answers for name in asked)
    rows = []
    for n, (name, words) in enumerate(asked.items(), start=1):
        if name == now.id:
            rows.append(f'<li class="now" aria-current="step"><span class="dot">{n}</span><span>{esc(words)}</span></li>')
            continue
        answer = walk.answers.get(name, text["guide.unknown_answer"])
        css, mark = ("done", icon("check", 18)) if name in walk.answers else ("open", "?")
        label = text.fill("guide.change", ask=words)
        rows.append(
            f'<li class="{css}"><button type="button" data-action="change" data-value="{esc(name)}" aria-label="{esc(f"{words} {answer}. {label}")}">'
            f'<span class="dot">{mark}</span><span>{esc(words)}<small>{esc(answer)}</small></span></button></li>'
        )
    praise = f'<p class="small praise">{esc(text.count("guide.praise", done))}</p>' if done else ""
    return f'<aside class="card rail-card" aria-label="{esc(text["guide.answers"])}"><b>{esc(title)}</b><ul class="rail">{"".join(rows)}</ul>{praise}</aside>'


def _ways_out(text: Text) -> str:
    return (
        button(text["button.back"], picture="back", action="back")
        + button(text["guide.dont_know"], action="unknown")
        + button(text["guide.skip"], action="skip")
    )


def _step(step: WalkStep, text: Text) -> str:
    rule = (step.deadline or {}).get("rule") or (step.deadline or {}).get("text")
    rows = [
        ("hourglass", "guide.deadline", rule),
        ("speech", "guide.say", f"“{step.say}”" if step.say else None),
        ("phone", "guide.channel", step.channel),
        ("office", "guide.without_pc", step.without_pc),
    ]
    facts = "".join(
        f'<div class="fact">{icon(picture)}<p><b>{esc(text[key])}</b> <span class="say">{esc(words)}</span></p></div>'
        for picture, key, words in rows
        if words
    )
    bring = f'<div class="fact">{icon("bag")}<div><b>{esc(text["guide.bring"])}</b>{ticks(step.bring)}</div></div>' if step.bring else ""
    fails = folded(text["guide.if_it_fails"], f"<p>{esc(step.if_it_fails)}</p>" if step.if_it_fails else "")
    return (
        f'<div><label class="tick-step"><input type="checkbox"><b class="say">{esc(step.text)}</b></label>{bring}{facts}{fails}'
        f"{sources(step.citations, text)}</div>{who_chip(step.who, text)}"
    )


def _unknown(asked: Mapping[str, str], unknown: Sequence[str], text: Text) -> str:
    rows = listing(
        (f"<span>{esc(asked[name])}</span>{button(text['guide.fill'], look='small', picture='pencil', action='change', value=name)}" for name in unknown if name in asked),
        css="fill",
    )  # fmt: skip
    return rows and f"<h2>{esc(text['guide.unknown'])}</h2><p>{esc(text['guide.unknown_lead'])}</p>{rows}"


def _given(walk: Walk, asked: Mapping[str, str], text: Text) -> str:
    rows = (
        f"<span>{esc(words)} <b>{esc(walk.answers[name])}</b></span>"
        f"{button(text.fill('guide.change', ask=words), look='small', picture='pencil', action='change', value=name)}"
        for name, words in asked.items()
        if name in walk.answers
    )
    return folded(text["guide.answers"], listing(rows, css="fill"))
