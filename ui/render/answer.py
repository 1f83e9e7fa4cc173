"""An answer as a card: what to do first, then the steps, then what can be opened."""

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten

from assistant.models import Answer, Contact
from assistant.plain import split_sentences
from ui.render.markup import button, esc, folded, icon
from ui.render.pieces import contacts, numbered, phone, procedure_buttons, stamp, ticks, tools
from ui.render.sources import sources, uncertain
from ui.render.words import SLOT, Levels, Simpler, word_list
from ui.text import Text

LONGEST_QUESTION = 1000
"""Characters that the box takes; the browser cuts what is pasted beyond them."""
FULL = LONGEST_QUESTION - 10
"""From here on the box was full: spaces at the end are taken off."""
SHORT = 120
"""Characters of an earlier question in its heading."""
LIST_LINE = re.compile(r"^(?:-|\d{1,2}\.) +")


def talk(
    turns: Sequence[Answer],
    titles: Mapping[str, str],
    text: Text,
    *,
    is_new: bool = True,
    simpler: Simpler | None = None,
) -> str:
    """The whole talk: earlier answers folded, the newest open. A crisis comes before all else.

    With `is_new=False` the newest is not announced: it was there already, and nobody loses their place.
    """
    if not turns:
        return ""
    newest = turns[-1]
    earlier = "".join(_earlier(turn, titles, text) for turn in turns[:-1])
    shown = card(newest, titles, text, simpler)
    shown = shown if is_new else shown.replace("data-stamp", "data-old")
    return f"{shown}{earlier}" if newest.kind == "crisis" else f"{earlier}{_asked(newest.question, text)}{shown}"


def _asked(question: str, text: Text) -> str:
    """The question as it was read; who filled the whole box hears that more was not read."""
    cut = f'<span class="small">{esc(text["question.cut"])}</span>' if len(question) >= FULL else ""
    return (
        f'<p class="q"><span class="read-only">{esc(text["question.you"])} </span>'
        f'<span class="asked">{esc(question)}</span>{cut}</p>'
    )


def card(answer: Answer, titles: Mapping[str, str], text: Text, simpler: Simpler | None = None) -> str:
    """One answer. `titles` = procedure id -> title, for the buttons under it; `simpler` gives its second level."""
    mark = stamp()
    words = Levels(answer.difficult_words, mark, simpler)
    first = _first_number(answer) if answer.kind == "crisis" else None
    body = "".join(
        (
            phone(first.phone, huge=True) if first and first.phone else "",
            _heading(answer, words, text),
            _options(answer),
            "" if answer.steps else _details(answer, words),
            _part(text["answer.steps"], numbered(((words.mark(s.text), s.who) for s in answer.steps), text)),
            _terms(answer, text),
            _part(text["answer.bring"], ticks(answer.bring), picture="bag"),
            _part(text["answer.more"], _details(answer, words)) if answer.steps else "",
            _who_helps(answer, first, text),
            folded(text["answer.near"], _near(answer, words)) if answer.more else "",
            word_list(answer.difficult_words, text),
            sources(answer.citations, text),
            uncertain(answer.uncertain, text),
        )
    )
    body = words.with_switch(body, text)
    return (
        f'<article class="card answer {esc(answer.kind)}" data-stamp="{mark}" data-read>{body}'
        f"{_made_by(answer, text)}</article>"
        f"{_next_steps(answer, titles, text)}"
    )


def _made_by(answer: Answer, text: Text) -> str:
    """That a computer answers, and whether a language model chose the words."""
    told = "" if answer.engine == "builtin" else f'{esc(text["answer.rewritten"])} '
    return f'<p class="soft small made-by">{icon("computer", 20)} {told}{esc(text["answer.computer"])}</p>'


def details(answer: Answer) -> list[str]:
    """The blocks of `answer.answer` that are not shown elsewhere: no summary, no list of steps or contacts."""
    known = [s.text for s in answer.steps] + list(answer.bring) + [t.text for t in answer.deadlines]
    known += [c.name for c in answer.contacts] + list(answer.more) + list(answer.options)
    blocks = [block.strip() for block in answer.answer.split("\n\n")]
    return [b for b in blocks if b and b not in answer.summary and not _is_known_list(b, known)]


def _is_known_list(block: str, known: Sequence[str]) -> bool:
    rows = [LIST_LINE.sub("", line, count=1) for line in block.splitlines()[1:] if LIST_LINE.match(line)]
    return bool(rows) and all(any(item in row for item in known) for row in rows)


def _heading(answer: Answer, words: Levels, text: Text) -> str:
    first, rest = _split_first(answer.summary)
    title, buttons = words.explain(first), f'<div class="row">{SLOT}{tools(text)}</div>'
    lead = f'<p class="lead say">{words.mark(rest)}</p>' if rest else ""
    return f'<div class="row apart"><h1 class="say" tabindex="-1">{title}</h1>{buttons}</div>{lead}'


def _split_first(summary: str) -> tuple[str, str]:
    """The heading and the rest: a question alone ("Woon je alleen?") is no answer, so its answer goes along."""
    spans = split_sentences(summary)
    last = 1 if len(spans) > 1 and spans[0].text.endswith("?") else 0
    if len(spans) < last + 2:
        return summary, ""
    return summary[: spans[last].end].strip(), summary[spans[last].end :].strip()


def _details(answer: Answer, words: Levels) -> str:
    as_buttons = answer.kind == "abstain"
    return "".join(_block(block, words, as_buttons) for block in details(answer))


def _block(block: str, words: Levels, as_buttons: bool) -> str:
    """Paragraphs, or a heading with its list; `as_buttons` = each row of the list can be asked."""
    lines = block.splitlines()
    if len(lines) > 1 and all(LIST_LINE.match(line) for line in lines[1:]):
        rows = [LIST_LINE.sub("", line, count=1) for line in lines[1:]]
        if as_buttons:
            asks = "".join(button(row, look="small", action="ask", value=row) for row in rows)
            return f'<h3>{esc(lines[0])}</h3><div class="examples say">{asks}</div>'
        items = "".join(f"<li>{words.mark(row)}</li>" for row in rows)
        return f'<h3>{esc(lines[0])}</h3><ul class="say">{items}</ul>'
    return "".join(f'<p class="say">{words.mark(line)}</p>' for line in lines)


def _near(answer: Answer, words: Levels) -> str:
    return f'<ul class="say">{"".join(f"<li>{words.mark(line)}</li>" for line in answer.more)}</ul>'


def _options(answer: Answer) -> str:
    buttons = "".join(button(option, look="choice", action="ask", value=option) for option in answer.options)
    return f'<div class="choices">{buttons}</div>' if buttons else ""


def _terms(answer: Answer, text: Text) -> str:
    rows = "".join(f'<p class="say">{esc(term.text)}</p>' for term in answer.deadlines)
    return (
        f'<div class="term soon">{icon("hourglass", 32)}<div><h2>{esc(text["answer.deadlines"])}</h2>{rows}</div></div>'
        if rows
        else ""
    )


def _who_helps(answer: Answer, first: Contact | None, text: Text) -> str:
    people = [person for person in answer.contacts if person != first]
    key = "answer.crisis_contacts" if answer.kind == "crisis" else "answer.contacts"
    body = contacts(people, text)
    if answer.kind == "answer":
        return folded(text[key], body)
    return _part(text[key], body)


def _first_number(answer: Answer) -> Contact | None:
    """The number that the summary names; a body without a number keeps its place in the sentence."""
    return next((c for c in answer.contacts if c.phone and c.phone in answer.summary), None)


def _part(title: str, body: str, *, picture: str | None = None) -> str:
    drawn = icon(picture, 28) + " " if picture else ""
    return f"<h2>{drawn}{esc(title)}</h2>{body}" if body else ""


def _next_steps(answer: Answer, titles: Mapping[str, str], text: Text) -> str:
    rows = procedure_buttons(answer.procedures, titles, text)
    if answer.label == "pasted-letter":
        rows.append(button(text["answer.to_letter"], look="main", picture="letter", door="brief"))
    rows.append(button(text["button.print"], picture="printer", print="yes"))
    return f'<div class="row next">{"".join(rows)}</div>'


def _earlier(answer: Answer, titles: Mapping[str, str], text: Text) -> str:
    body = (
        card(answer, titles, text).replace("<h1 ", "<h2 ").replace("</h1>", "</h2>").replace("data-stamp", "data-old")
    )
    question = shorten(answer.question, SHORT, placeholder=" …")
    return folded(text.fill("question.earlier", question=question), body, css="earlier")
