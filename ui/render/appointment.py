"""The questions before a talk: one small screen at a time."""

from collections.abc import Mapping, Sequence

from assistant.models import FormQuestion
from ui.render import form
from ui.render.known import KnownRow, known_box, known_remark
from ui.render.markup import button, esc
from ui.render.pieces import choice, notice, stamp, tools
from ui.text import Text


def ask(
    questions: Sequence[FormQuestion],
    place: tuple[int, int],
    answers: Mapping[str, Sequence[str]],
    known: Sequence[KnownRow],
    is_given: bool,
    wrong: str,
    way_back: str,
    text: Text,
) -> str:
    """One screen. `place` = its number and how many there are; `wrong` = text key of what is not right,
    `way_back` = that of the button back, none on the first question.

    `known` = what is not asked, shown once at the start; `is_given` = an answer comes from another door, to confirm.
    """
    first = questions[0]
    only_choice = len(questions) == 1 and first.kind == "choice"
    remark = notice(text[wrong]) if wrong else known_remark(text) if is_given else ""
    lead = f'<p class="lead soft say">{esc(text["talk.lead"])}</p>' if place[0] == 1 else ""
    letter = button(text["talk.from_letter"], picture="letter", door="brief") if place[0] == 1 else ""
    messages = button(text["talk.messages"], picture="letter", action="messages") if place[0] == 1 else ""
    look = f' data-look="{stamp()}"' if place[0] == 1 else ""
    ways = f'{button(text["guide.skip"], action="skip")}{letter}{messages}<span class="push">{tools(text)}</span>'
    if only_choice:
        body = _choices(first, answers.get(first.id, ()), way_back, ways, text)
    else:
        body = _form(questions, answers, way_back, ways, text)
    return (
        f'<section class="card" data-stamp="{stamp()}"{look} data-read>{lead}'
        f'<p class="soft">{esc(text.fill("guide.question_of", n=place[0], total=place[1]))}</p>'
        f'<h1 class="big say" tabindex="-1">{esc(first.ask)}</h1><p class="soft say">{esc(first.why)}</p>{remark}{body}'
        f"{known_box(known, text)}</section>"
    )


def _choices(question: FormQuestion, given: Sequence[str], before: str, ways: str, text: Text) -> str:
    """Large answers; `before` = text key of the button back, `ways` = the other ways on as HTML."""
    rows = "".join(choice(words, value, value in given) for value, words in question.options.items())
    back = button(text[before], picture="back", action="back") if before else ""
    return f'<div class="choices">{rows}</div><div class="row">{back}{ways}</div>'


def _form(
    questions: Sequence[FormQuestion], answers: Mapping[str, Sequence[str]], before: str, ways: str, text: Text
) -> str:
    """Boxes to fill in; who goes back takes along what was filled in."""
    rows = "".join(_field(row, answers.get(row.id, ()), row is questions[0], text) for row in questions)
    go_on = form.submit("answers", text["guide.go_on"], look="main")
    back = form.submit("back", text[before], picture="back") if before else ""
    return f'<form class="short" data-gather="answers">{rows}<div class="row">{go_on}{back}{ways}</div></form>'


def _field(question: FormQuestion, chosen: Sequence[str], first: bool, text: Text) -> str:
    value = chosen[0] if chosen else ""
    if question.kind == "date":
        return form.day(question.id, value, text["guide.whole_day"] if first else question.ask, text)
    if question.kind in ("time", "text"):
        hint = text["talk.hour_hint"] if question.kind == "time" else ""
        return form.words(question.id, value, question.ask, hint=hint)
    boxes = form.ticked if question.kind == "many" else form.radios
    css = "read-only" if first else ""
    return (
        f'<fieldset class="boxes"><legend class="{css}">{esc(question.ask)}</legend>'
        f"{boxes(question.id, question.options, chosen)}</fieldset>"
    )
