"""The rights check: how it starts, one question a screen, and the rights in groups."""

from collections.abc import Mapping, Sequence

from assistant.models import OpenQuestion, RightRow, Rights
from assistant.rights import DO_NOT_KNOW, SKIP
from ui.render.known import KnownRow, known_box, known_remark, place_box
from ui.render.markup import ButtonLook, button, esc, folded, icon, listing
from ui.render.pieces import choice, contact, contacts, stamp, ticks, tools
from ui.render.sources import sources
from ui.text import Text

NOT_KNOWN = (DO_NOT_KNOW, SKIP)
CHOSEN = "kies-rechten"
SEPARATOR = "; "
"""Between the answers to a question where more than one fits, as the assistant reads them."""


def intro(questions: int, known: Sequence[KnownRow], kept_as: str, text: Text) -> str:
    """What this door does, before the first of `questions`; what is known is not asked.

    `kept_as` = the nickname of the dossier that keeps the answers; empty = nothing is kept.
    """
    words = text.fill("rights.private_kept", name=kept_as) if kept_as else text["rights.private"]
    kept = f"{icon('lock', 28)}<span>{esc(words)}</span>"
    lead = text.fill("rights.lead", n=questions) if questions else text["rights.all_known"]
    begin = button(text["rights.begin"], look="main", picture="scales", action="begin")
    return (
        f'<section class="card" data-stamp="{stamp()}" data-look="{stamp()}" data-read><div class="row apart">'
        f'<h1 class="say" tabindex="-1">{esc(text["rights.title"])}</h1>{tools(text)}</div>'
        f'<p class="lead say">{esc(lead)}</p>'
        f'<div class="strip"><span>{kept}</span></div><div class="row next">{begin}</div>{known_box(known, text)}'
        "</section>"
    )


def ask(
    question: OpenQuestion, place: tuple[int, int], answer: str, known: bool, text: Text, way_back: str = "button.back"
) -> str:
    """One question. `place` = its number and how many there are; `answer` = what was said before, if anything;
    `known` = it was said at another door or another time. The ways out are always there; `way_back` = the text key
    of the way back.
    """
    number, total = place
    remark = known_remark(text) if known else ""
    ways = (
        button(text[way_back], picture="back", action="back")
        + button(text["guide.dont_know"], action="answer", value=DO_NOT_KNOW)
        + button(text["guide.skip"], action="answer", value=SKIP)
    )
    early = button(text["rights.show"], look="small", action="show") if number > 1 else ""
    return (
        f'<section class="card" data-stamp="{stamp()}" data-read>'
        f'<p class="soft">{esc(text.fill("guide.question_of", n=number, total=total))}</p>'
        f'<h1 class="big say" tabindex="-1">{esc(question.ask)}</h1><p class="soft say">{esc(question.why)}</p>'
        f"{remark}{_options(question, answer, text)}"
        f'<div class="row">{ways}<span class="push">{tools(text)}</span></div>'
        f'<div class="row next">{early}</div></section>'
    )


def result(
    rights: Rights, asked: Sequence[OpenQuestion], titles: Mapping[str, str], place: str, text: Text
) -> str:
    """The three groups, what is there already, and the answers, each of which can be changed.

    `place` = the municipality, asked here when a right of it may fit and it is not known yet.
    """
    groups = (
        (place_box(place, "rechten", text) if any(map(_is_local, (*rights.likely, *rights.maybe))) else "")
        + _likely(rights.likely, titles, place, text)
        + folded(
            text.fill("rights.maybe_count", n=len(rights.maybe)), _rows(rights.maybe, titles, place, text), css="later"
        )
        + folded(text["rights.not_now"], _not_now(rights.not_now, text))
        + folded(text["rights.have"], listing((esc(row.title) for row in rights.have), css="have"))
        + _team(rights, text)
        + folded(text["guide.answers"], _answers(rights.answers, asked, text))
    )
    remarks = "".join(f'<p class="soft say">{esc(remark)}</p>' for remark in rights.uncertain)
    left = any(rights.answers.get(question.id, SKIP) in NOT_KNOWN for question in asked)
    ask_on = left and not rights.likely
    go_on = button(text["rights.go_on"], look="main", picture="scales", action="begin") if ask_on else ""
    look: ButtonLook = "quiet" if ask_on else "main"
    take = button(text["rights.take_all"], look=look, picture="bookmark", action="take", value_from=CHOSEN)
    paper = button(text["button.print"], picture="printer", print="yes")
    again = button(text["rights.again"], picture="back", action="again")
    wrong = f'<p class="wrong" role="alert" data-wrong="{esc(text["rights.take_none"])}"></p>'
    found = text.count("rights.found", len(rights.likely)) if rights.likely else text["rights.found.none"]
    return (
        f'<article class="card rights" id="{CHOSEN}" data-many data-stamp="{stamp()}" data-read><div class="row apart">'
        f'<h1 class="say" tabindex="-1">{esc(found)}</h1>{tools(text)}</div>'
        f"{remarks}{groups}{wrong}</article>"
        f'<div class="row next">{go_on}{take}{paper}{again}</div>'
    )


def _team(rights: Rights, text: Text) -> str:
    rows = contacts(rights.contacts, text)
    return f'<h2>{esc(text["answer.contacts"])}</h2>{rows}' if rows else ""


def _options(question: OpenQuestion, answer: str, text: Text) -> str:
    own = [option for option in question.options if option not in NOT_KNOWN]
    if question.kind == "many":
        return _many(question, own, answer.split(SEPARATOR), text)
    rows = "".join(choice(_capital(option), option, option == answer) for option in own)
    return f'<div class="choices">{rows}</div>'


def _many(question: OpenQuestion, own: Sequence[str], chosen: Sequence[str], text: Text) -> str:
    """Boxes to tick; the last answer marks nothing, so it is a button of its own."""
    name = f"kies-{question.id}"
    rows = listing((_box(option, option in chosen) for option in own[:-1]), css="ticks many")
    go_on = button(text["guide.go_on"], look="main", action="answer", value_from=name)
    none = button(_capital(own[-1]), look="choice", action="answer", value=own[-1])
    return (
        f'<fieldset class="choices" id="{esc(name)}" data-many><legend class="read-only">{esc(question.ask)}</legend>'
        f'<p class="soft">{esc(text["rights.more_than_one"])}</p>{rows}'
        f'<p class="wrong" role="alert" data-wrong="{esc(text["rights.choose_one"])}"></p></fieldset>'
        f'<div class="choices">{go_on}{none}</div>'
    )


def _box(option: str, checked: bool) -> str:
    mark = " checked" if checked else ""
    return f'<label><input type="checkbox" value="{esc(option)}"{mark}><span>{esc(_capital(option))}</span></label>'


def _is_local(row: RightRow) -> bool:
    return row.level == "local"


def _likely(rows: Sequence[RightRow], titles: Mapping[str, str], place: str, text: Text) -> str:
    head = f'<h2 class="say">{esc(text["rights.likely"])}</h2>'
    if not rows:
        return f"{head}<p>{esc(text['rights.likely_none'])}</p>"
    return head + _rows(rows, titles, place, text)


def _rows(rows: Sequence[RightRow], titles: Mapping[str, str], place: str, text: Text) -> str:
    return "".join(f'<section class="right">{_right(row, titles, place, text)}</section>' for row in rows)


def _right(row: RightRow, titles: Mapping[str, str], place: str, text: Text) -> str:
    """The name and what it gives in sight; the rest unfolds."""
    level = text[f"rights.level.{row.level}"]
    if place and _is_local(row):
        level = text.fill("rights.level.local_in", place=place)
    chips = [level] + ([text["rights.automatic"]] if row.automatic else [])
    labels = " ".join(f'<span class="chip">{esc(chip)}</span>' for chip in chips)
    return (
        f'<h3 class="say">{esc(row.title)}</h3><p class="chips">{labels}</p><p class="say">{esc(row.gives)}</p>'
        f"{_missing(row, text)}{folded(text['rights.more'], _how(row, text))}"
        f'<div class="row next">{_take(row, text)}{_steps(row, titles, text)}</div>'
    )


def _take(row: RightRow, text: Text) -> str:
    """A box to choose this right for Mijn stappen; what comes by itself needs no step."""
    if row.automatic:
        return ""
    words = f'{esc(text["rights.take"])}<span class="read-only">: {esc(row.title)}</span>'
    return f'<label class="tick-step take"><input type="checkbox" value="{esc(row.id)}"><span>{words}</span></label>'


def _how(row: RightRow, text: Text) -> str:
    """How, where, how much, what to bring, and where this comes from."""
    amounts = "<br>".join(map(esc, (row.amount or "").splitlines()))
    return (
        _fact("check", text["rights.how"], esc(row.how))
        + _fact("office", text["rights.where"], listing([contact(row.contact, text)], css="contacts"))
        + (_fact("info", text["rights.amount"], amounts) if amounts else "")
        + (_fact("bag", text["guide.bring"], ticks(row.bring)) if row.bring else "")
        + sources(row.citations, text)
    )


def _steps(row: RightRow, titles: Mapping[str, str], text: Text) -> str:
    """A button to the guided procedure, where there is one."""
    name = row.procedure or ""
    if name not in titles:
        return ""
    label = text.fill("answer.procedure", title=titles[name])
    return button(label, picture="stairs", open="stap-voor-stap", value=name)


def _missing(row: RightRow, text: Text) -> str:
    """What is still to be known, and a button to the questions that were skipped."""
    if not row.missing:
        return ""
    fill = "".join(
        button(text["guide.fill"], look="small", picture="pencil", about=row.title, action="change", value=name)
        for name in row.ask[:1]
    )
    return _fact("question", text["rights.missing"], listing(map(esc, row.missing)) + fill)


def _not_now(rows: Sequence[RightRow], text: Text) -> str:
    return listing(
        f"<b>{esc(row.title)}</b><br>{esc(row.advice or '')} "
        f'<span class="soft">{esc(text["rights.change"])} {esc(" ".join(row.change))}</span>'
        for row in rows
    )


def _fact(picture: str, label: str, html: str) -> str:
    return f'<div class="fact">{icon(picture)}<div><b>{esc(label)}</b> {html}</div></div>'


def _answers(answers: Mapping[str, str], asked: Sequence[OpenQuestion], text: Text) -> str:
    return listing((_answer(question, answers.get(question.id, SKIP), text) for question in asked), css="fill")


def _answer(question: OpenQuestion, answer: str, text: Text) -> str:
    shown = text["guide.unknown_answer"] if answer in NOT_KNOWN else answer
    change = button(
        text["guide.change"], look="small", picture="pencil", about=question.ask, action="change", value=question.id
    )
    return f"<span>{esc(question.ask)} <b>{esc(shown)}</b></span>{change}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
