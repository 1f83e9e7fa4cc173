"""The appointment sheet and the messages as plain text for a terminal."""

from collections.abc import Iterable, Sequence

from assistant.models import AppointmentSheet, FormQuestion, Message
from ui.commands.words import load_cli_text

MINE = ("strengths", "duties", "before_signing")


def questions_text(questions: Sequence[FormQuestion]) -> str:
    """Each question with its id and its values."""
    blocks = []
    for question in questions:
        rows = [f"  {value}: {words}" for value, words in question.options.items()]
        blocks.append("\n".join([f"{question.id}: {question.ask}", *rows]))
    return "\n\n".join(blocks) + "\n"


def sheet_text(sheet: AppointmentSheet) -> str:
    """The sheet from top to bottom."""
    text = load_cli_text()
    requests = [
        text.say("appointment.request", barrier=row.barrier, to=row.to, request=row.request, strength=row.strength)
        for row in sheet.barriers
    ]
    steps = [f"{step.step} {effect.income}: {effect.effect}" for step in sheet.small_steps for effect in step.effects]
    blocks = [
        "\n".join(row for row in (sheet.title, sheet.when, sheet.where, sheet.way, sheet.if_i_cannot) if row),
        *(_block(text[f"appointment.{part}"], getattr(sheet, part)) for part in ("bring", "expect", "say", "ask")),
        _block(text["appointment.barriers"], requests),
        *(_block(text[f"appointment.{part}"], getattr(sheet, part)) for part in MINE),
        _block(text["appointment.small_steps"], steps),
        _block(text["appointment.practice"], [f"{row.question} - {row.example}" for row in sheet.practice]),
        _block(text["appointment.afterwards"], sheet.afterwards), _block(text["message.missing"], sheet.missing),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block)


def message_text(message: Message) -> str:
    """The letter, the words to call with, what is missing and what to know."""
    text = load_cli_text()
    script = _block(text["message.script"], (message.script or "").split("\n")) if message.script else ""
    blocks = [
        message.text,
        script,
        _block(text["message.missing"], message.missing),
        _block(text["letter.watch"], message.watch),
    ]
    return "\n\n".join(block for block in blocks if block)


def _block(head: str, rows: Iterable[str]) -> str:
    lines = [f"- {row}" for row in rows if row]
    return "\n".join([head, *lines]) if lines else ""
