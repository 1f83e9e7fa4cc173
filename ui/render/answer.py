"""An answer as a card: what to do first, then the steps, then what can be opened."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from assistant.models import Answer, Contact
from assistant.plain import split_sentences
from ui.render.answer_blocks import parts, under_heading
from ui.render.markup import button, esc, folded, icon
from ui.render.pieces import phone, procedure_buttons, stamp, tools
from ui.render.sources import sources, uncertain
from ui.render.words import SLOT, Levels, Simpler, word_list
from ui.text import Text

LONGEST_QUESTION = 1000
"""Characters that the box takes; the browser cuts what is pasted beyond them."""
FULL = LONGEST_QUESTION - 10
"""From here on the box was full: spaces at the end are taken off."""
SHORT = 120
"""Characters of an earlier question in its heading."""


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
            _heading(text["answer.two"] if answer.parts else answer.summary, words, text),
            _care(answer),
            under_heading(answer, words, text, first) if not answer.parts else parts(answer, words, text),
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


def _heading(summary: str, words: Levels, text: Text) -> str:
    first, rest = _split_first(summary)
    title, buttons = words.explain(first), f'<div class="row">{SLOT}{tools(text)}</div>'
    lead = f'<p class="lead say">{words.mark(rest)}</p>' if rest else ""
    return f'<div class="row apart"><h1 class="say" tabindex="-1">{title}</h1>{buttons}</div>{lead}'


def _care(answer: Answer) -> str:
    """A sentence for who may be in need, in an ordinary answer."""
    return f'<p class="care">{icon("heart", 24)} {esc(answer.care)}</p>' if answer.care else ""


def _split_first(summary: str) -> tuple[str, str]:
    """The heading and the rest: a question alone ("Woon je alleen?") is no answer, so its answer goes along."""
    spans = split_sentences(summary)
    last = 1 if len(spans) > 1 and spans[0].text.endswith("?") else 0
    if len(spans) < last + 2:
        return summary, ""
    return summary[: spans[last].end].strip(), summary[spans[last].end :].strip()


def _first_number(answer: Answer) -> Contact | None:
    """The number that the summary names; a body without a number keeps its place in the sentence."""
    return next((c for c in answer.contacts if c.phone and c.phone in answer.summary), None)


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
