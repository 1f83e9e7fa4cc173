"""How far somebody is with a talk, and what each click and form does to it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from assistant.appointment import Agreed, clock, is_asked
from assistant.dossier import Draft
from assistant.known import Facts, told
from assistant.models import FormQuestion, MessageListing
from ingest.errors import BadInput
from ui.render.files import File

LONGEST = 60_000
"""Characters of one form."""
FORM = "appointment"
NOTHING: Facts = {}
AGREED_ROWS = 3
Given = Mapping[str, str | list[str]]
NOT_GIVEN: Given = {}
Rows = Mapping[str, tuple[str, ...]]


class Talk(NamedTuple):
    """Where somebody stands. It lives in the browser session only."""

    page: Literal["form", "sheet", "practice", "messages", "message"] = "form"
    screen: int = 1
    answers: Mapping[str, tuple[str, ...]] = {}
    done: bool = False
    """The sheet was shown: a changed answer leads back to it."""
    examples: Mapping[str, str] = {}
    """Practice question -> the answer as the client wrote it."""
    agreed: tuple[Agreed, ...] = ()
    message: str = ""
    given: Mapping[str, str] = {}
    """What is filled in of the message."""
    filled: bool = False
    wrong: str = ""
    """Text key of what is not right on this screen; shown once, with what was typed."""
    typed: Mapping[str, tuple[str, ...]] = {}
    file: File | None = None
    steps: Draft | None = None
    """What goes to Mijn stappen; both are handed over once."""
    known: tuple[str, ...] = ()
    """Ids of questions that were not asked: a letter or another door gave the answer."""
    after: int = 0
    """The screen to go back to when a known answer was changed before the questions began."""
    number: int = 0
    """The practice question on the screen, from 0."""


class Form:
    """The questions by screen."""

    def __init__(self, questions: Sequence[FormQuestion]) -> None:
        """`questions` in order."""
        self.questions = tuple(questions)

    def on(self, screen: int) -> list[FormQuestion]:
        """The questions of one screen."""
        return [question for question in self.questions if question.screen == screen]

    def screens(self, talk: Talk) -> list[int]:
        """The screens that the answers call for, in order."""
        return sorted({row.screen for row in self.questions if is_asked(row, talk.answers)})


def fields(value: str) -> dict[str, str | list[str]]:
    """The boxes of a form by name; `dag:day`, `dag:month`, `dag:year` become one day. Raises BadInput."""
    if len(value) > LONGEST:
        raise BadInput("a form is too long")
    try:
        data = json.loads(value)
        rows = {str(name): content for name, content in data.items()}
    except (ValueError, AttributeError) as error:
        raise BadInput("a form is no JSON object") from error
    found: dict[str, str | list[str]] = {}
    for name, content in rows.items():
        if isinstance(content, list):
            found[name] = [str(row) for row in content]
        elif ":" not in name:
            found[name] = str(content).strip()
        elif name.endswith(":day"):
            found[name[:-4]] = _iso(rows, name[:-4])
    return found


def answered(talk: Talk, given: Given, form: Form) -> Talk:
    """The talk after one screen of questions."""
    typed = {row.id: _rows(given.get(row.id, ())) for row in form.on(talk.screen)}
    for question in form.on(talk.screen):
        if _is_wrong(question, typed[question.id]):
            return talk._replace(wrong=f"talk.wrong_{question.kind}", typed=typed)
    if talk.after:
        talk = talk._replace(known=(*talk.known, *typed))
    return onward(talk._replace(answers=_changed(talk.answers, typed)), form)


def heard(before: Talk, after: Talk, form: Form) -> Facts:
    """What a screen of answers says of the person; nothing while it is not right.

    Who goes back leaves nothing open on purpose: an empty box then forgets nothing.
    """
    if before.page != "form" or after.wrong or (after.page, after.screen) == (before.page, before.screen):
        return {}
    asked = [row for row in form.on(before.screen) if after.screen >= before.screen or row.id in after.answers]
    rows = [told(FORM, row.id, after.answers.get(row.id, ())) for row in asked]
    return {name: values for row in rows for name, values in row.items()}


def at_start(talk: Talk) -> bool:
    """Whether nothing was asked yet."""
    return talk.page == "form" and talk.screen == 1 and not (talk.done or talk.answers)


def with_known(talk: Talk, sure: Facts) -> Talk:
    """The talk with the answers that need not be asked."""
    new = {name: values for name, values in sure.items() if name not in talk.answers}
    return talk._replace(answers={**talk.answers, **new}, known=(*talk.known, *new))


def fill_open(talk: Talk, form: Form) -> Talk:
    """The first screen on which something is not known yet; the sheet when there is none."""
    left = [screen for screen in form.screens(talk) if any(row.id not in talk.answers for row in form.on(screen))]
    return talk._replace(page="form", screen=left[0], done=False) if left else talk._replace(page="sheet")


def onward(talk: Talk, form: Form) -> Talk:
    """The next screen on which not all is known; after the last one, or when one answer was changed, the sheet."""
    if talk.after:
        return talk._replace(screen=talk.after, after=0)
    later = [screen for screen in form.screens(talk) if screen > talk.screen and not _all_known(screen, talk, form)]
    if not later or (talk.done and not _opens(later[0], talk, form)):
        return talk._replace(page="sheet", done=True)
    return talk._replace(screen=later[0])


def back(talk: Talk, form: Form, given: Given = NOT_GIVEN) -> Talk:
    """The screen before; on a message its list, on the list the sheet. What is filled in stays where it is right."""
    if talk.page == "message":
        words = {name: content for name, content in given.items() if isinstance(content, str)}
        return talk._replace(page="messages", filled=False, given={**talk.given, **words})
    if talk.page == "form":
        typed = {row.id: _rows(given[row.id]) for row in form.on(talk.screen) if row.id in given}
        right = {row.id for row in form.on(talk.screen) if not _is_wrong(row, typed.get(row.id, ()))}
        kept = {name: rows for name, rows in typed.items() if name in right}
        talk = talk._replace(answers=_changed(talk.answers, kept))
    if talk.after:
        return talk._replace(screen=talk.after, after=0)
    if talk.page in ("messages", "practice") or talk.done:
        return talk._replace(page="sheet" if talk.done else "form")
    earlier = [screen for screen in form.screens(talk) if screen < talk.screen and not _all_known(screen, talk, form)]
    return talk._replace(screen=earlier[-1]) if earlier else talk


def noted(talk: Talk, given: Given) -> Talk:
    """What was written on the sheet: example answers and what was agreed."""
    words = {name: content for name, content in given.items() if isinstance(content, str)}
    examples = {name[8:]: content for name, content in words.items() if name.startswith("example-")}
    talk = talk._replace(examples={**talk.examples, **examples})
    if not any(name.startswith("agreed-") for name in words):
        return talk
    rows = (Agreed(*(words.get(f"agreed-{n}-{part}", "") for part in Agreed._fields)) for n in range(AGREED_ROWS))
    return talk._replace(agreed=tuple(row for row in rows if any(row)))


def start_message(talk: Talk, listing: MessageListing, known: Mapping[str, str]) -> Talk:
    """Open a message with what is known already."""
    holes = {hole.id for hole in listing.holes}
    given = {name: value for name, value in {**known, **talk.given}.items() if name in holes and value}
    return talk._replace(page="message", message=listing.id, given=given, filled=False)


def _rows(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row for row in ([value] if isinstance(value, str) else value) if row)


def _changed(answers: Rows, typed: Rows) -> dict[str, tuple[str, ...]]:
    """The answers with what was typed; an emptied box is no answer."""
    return {name: rows for name, rows in {**answers, **typed}.items() if rows}


def _is_wrong(question: FormQuestion, rows: tuple[str, ...]) -> bool:
    """Whether a day or an hour was typed that does not exist."""
    if not rows:
        return False
    return (question.kind == "date" and _no_day(rows[0])) or (question.kind == "time" and not clock(rows[0]))


def _all_known(screen: int, talk: Talk, form: Form) -> bool:
    return all(row.id in talk.known for row in form.on(screen))


def _opens(screen: int, talk: Talk, form: Form) -> bool:
    """Whether a changed answer calls for a question that was not asked before."""
    rows = [row for row in form.on(screen) if row.only_if]
    return bool(rows) and not any(row.id in talk.answers for row in rows)


def _iso(rows: Mapping[str, object], name: str) -> str:
    parts = [str(rows.get(f"{name}:{part}", "")).strip() for part in ("year", "month", "day")]
    if not any((parts[0], parts[2])):
        return ""
    return "-".join(part.zfill(4 if number == 0 else 2) for number, part in enumerate(parts))


def _no_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return True
    return False
