"""What stands in an answer under its heading: steps, terms, papers, details, who helps, near questions."""

import re
from collections.abc import Sequence

from assistant.models import Answer, Contact
from ui.render.markup import button, esc, folded, icon
from ui.render.pieces import contacts, numbered, ticks
from ui.render.words import Levels
from ui.text import Text

LIST_LINE = re.compile(r"^(?:-|\d{1,2}\.) +")


def under_heading(answer: Answer, words: Levels, text: Text, first: Contact | None = None) -> str:
    """The steps before the details, and what can be opened last; `first` = the contact that stands above already."""
    return "".join(
        (
            _options(answer),
            "" if answer.steps else _details(answer, words),
            _part(text["answer.steps"], numbered(((words.mark(s.text), s.who) for s in answer.steps), text)),
            _terms(answer, text),
            _part(text["answer.bring"], ticks(answer.bring), picture="bag"),
            _part(text["answer.more"], _details(answer, words)) if answer.steps else "",
            _who_helps(answer, first, text),
            folded(text["answer.near"], _near(answer, words)) if answer.more else "",
        )
    )


def parts(answer: Answer, words: Levels, text: Text) -> str:
    """Two questions in one message: each with its own answer under it."""
    return "".join(
        f'<section class="part"><h2>{esc(text.fill("answer.part", n=n, question=part.question))}</h2>'
        f'<p class="lead say">{words.mark(part.summary)}</p>{_lower(under_heading(part, words, text))}</section>'
        for n, part in enumerate(answer.parts, start=1)
    )


def _lower(html: str) -> str:
    """The same with its headings one level lower."""
    return html.replace("<h3", "<h4").replace("</h3>", "</h4>").replace("<h2", "<h3").replace("</h2>", "</h3>")


def details(answer: Answer) -> list[str]:
    """The blocks of `answer.answer` that are not shown elsewhere: no summary, no list of steps or contacts."""
    known = [s.text for s in answer.steps] + list(answer.bring) + [t.text for t in answer.deadlines]
    known += [c.name for c in answer.contacts] + [near.answer for near in answer.more] + list(answer.options)
    text = answer.answer.replace(answer.care, "") if answer.care else answer.answer
    blocks = [block.strip() for block in text.split("\n\n")]
    return [b for b in blocks if b and b not in answer.summary and not _is_known_list(b, known)]


def _is_known_list(block: str, known: Sequence[str]) -> bool:
    rows = [LIST_LINE.sub("", line, count=1) for line in block.splitlines()[1:] if LIST_LINE.match(line)]
    return bool(rows) and all(any(item in row for item in known) for row in rows)


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
    """Each near question as a button that asks it, with its direct answer."""
    rows = (
        f'<li>{button(near.question, look="small", action="ask", value=near.question)} '
        f'<span class="say">{words.mark(near.answer)}</span></li>'
        for near in answer.more
    )
    return f'<ul class="near">{"".join(rows)}</ul>'


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


def _part(title: str, body: str, *, picture: str | None = None) -> str:
    drawn = icon(picture, 28) + " " if picture else ""
    return f"<h2>{drawn}{esc(title)}</h2>{body}" if body else ""
