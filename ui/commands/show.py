"""Typed results as plain text for a terminal."""

import json
from collections.abc import Iterable, Sequence

from assistant.models import Letter, Walk
from ingest.models import Model
from ui.commands.words import load_cli_text


def letter_text(letter: Letter) -> str:
    """Who, what, what to do and by when, then the whole letter in plain words."""
    text = load_cli_text()
    actions = [f"{n}. {action.text}" for n, action in enumerate(letter.actions, start=1)]
    deadline = letter.deadline.sum or letter.deadline.rule if letter.deadline else ""
    blocks = [
        letter.file, letter.summary, _block(text["letter.do"], actions), deadline, letter.consequence or "",
        _block(text["letter.watch"], letter.warnings), _block(text["letter.plain"], [letter.plain_text]),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block)


def walk_text(walk: Walk) -> str:
    """The questions still open, then the steps as a checklist."""
    text = load_cli_text()
    questions = [f"- {question.ask} ({', '.join(question.options)})" for question in walk.open]
    steps = []
    for number, step in enumerate(walk.steps, start=1):
        steps += [f"[ ] {number}. {step.text}", *(f"      - {item}" for item in step.bring)]
        steps += [f"      {line}" for line in (step.channel, step.say and f'"{step.say}"', step.if_it_fails) if line]
    blocks = [
        walk.title, walk.intro, _block(text["walk.open"], questions), "\n".join(steps),
        _block(text["walk.done"], [walk.done_when]), _block(text["walk.next"], [walk.next]),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block)


def json_lines(rows: Sequence[Model]) -> str:
    """The rows as one JSON list and a newline."""
    return json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False) + "\n"


def _block(head: str, lines: Iterable[str]) -> str:
    rows = [line for line in lines if line]
    return "\n".join([head, *rows]) if rows else ""
