"""The whole answer as plain text, as a person reads it."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.models import Answer, Contact, Step
from assistant.sentences import Sentences


def answer_text(answer: Answer, details: Sequence[str], say: Sentences) -> str:
    """Summary, details, then what to do, bring, by when, whom to call and more; blank lines between the blocks."""
    blocks = [
        answer.summary,
        "\n".join(details),
        _block(say["head.steps"], (f"{n}. {_step(step, say)}" for n, step in enumerate(answer.steps, start=1))),
        _block(say["head.bring"], (f"- {item}" for item in answer.bring)),
        _block(say["head.deadlines"], (f"- {term.text}" for term in answer.deadlines)),
        _block(say["head.contacts"], (f"- {line}" for line in contact_lines(answer.contacts, say))),
        _block(say["head.near"], (f"- {near.question} {near.answer}" for near in answer.more)),
    ]
    return "\n\n".join(block for block in blocks if block)


def contact_lines(contacts: Iterable[Contact], say: Sentences) -> Iterator[str]:
    """One line for each contact: the number, or the name of a body that every town has."""
    for contact in contacts:
        if contact.phone:
            line = say.say("contact.line", name=contact.name, phone=contact.phone)
            yield say.say("contact.hours", line=line, hours=contact.hours) if contact.hours else line
        elif contact.local:
            yield contact.name


def _step(step: Step, say: Sentences) -> str:
    """A step for the outreacher says so: the client reads along."""
    return say.say("step.outreacher", text=step.text) if step.who == "outreacher" else step.text


def _block(head: str, lines: Iterable[str]) -> str:
    rows = list(lines)
    return "\n".join([head, *rows]) if rows else ""
