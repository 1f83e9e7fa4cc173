"""Answers that do not come from a section: danger, greeting, refusal, one question back, not found."""

from datetime import date, datetime
from functools import cache

from assistant.ask.cite import contact
from assistant.ask.decide import Decision
from assistant.ask.normalise import MAX_CHARACTERS, Query
from assistant.ask.show import answer_text
from assistant.models import Answer, AnswerKind, Contact, Label, Step
from assistant.sentences import Sentences
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Corpus, Organisation

KINDS: dict[Label, AnswerKind] = {
    "greeting": "clarify", "thanks": "clarify", "unclear": "clarify", "pasted-letter": "clarify",
    "needs-personal-file": "abstain", "medical": "out_of_scope", "opinion": "out_of_scope",
    "legal-strategy": "abstain", "not-found": "abstain", "deceit": "out_of_scope", "injection": "out_of_scope",
    "other-people-data": "out_of_scope", "other-country": "out_of_scope", "out-of-scope": "out_of_scope",
}  # fmt: skip
NEAR_FROM = 0.2
"""From this confidence on a section is near enough to be named."""
DAY_STARTS, DAY_ENDS, FIRST_WEEKEND_DAY = 9, 16, 5


def answer(query: Query, label: Label, corpus: Corpus, say: Sentences, *, now: datetime, today: date) -> Answer:
    """The fixed answer for a label that needs no source."""
    if label.startswith("crisis"):
        return _crisis(query, label, corpus, say, is_day=_office_hours(now, today))
    too_long = label == "unclear" and len(query.original) > MAX_CHARACTERS
    key = "unclear.long" if too_long else label
    names = load_yaml(CORPUS_DIR / "routes.yaml").get("contacts", {}).get(label, [])
    found = _plain(query, KINDS[label], label, say[f"{key}.summary"], _contacts(names, corpus))
    return found.model_copy(
        update={"answer": answer_text(found, [say[f"{key}.text"]], say), "abstained": found.kind != "clarify"}
    )


def abstain(query: Query, decision: Decision, corpus: Corpus, say: Sentences) -> Answer:
    """The sources do not say it: the near questions that they do answer, and who can help."""
    near = [corpus.section(r.section)[1].heading for r in decision.sections if r.section in _refs(corpus)]
    names = load_yaml(CORPUS_DIR / "routes.yaml")["contacts"]["not-found"]
    found = _plain(query, "abstain", "not-found", say["not-found.summary"], _contacts(names, corpus))
    details = [say["not-found.text"]]
    if near and decision.confidence > NEAR_FROM:
        details += ["", say["not-found.near"], *(f"- {heading}" for heading in dict.fromkeys(near))]
    return found.model_copy(
        update={
            "abstained": True, "confidence": round(1 - decision.confidence, 3),
            "answer": answer_text(found, details, say),
        }
    )  # fmt: skip


def clarify(query: Query, decision: Decision, corpus: Corpus, say: Sentences) -> Answer:
    """One question back when two subjects tie, with a button for each."""
    options = [corpus.section(r.section)[1].heading for r in decision.sections if r.section in _refs(corpus)]
    text = "\n".join([say["clarify.topic"], *(f"- {option}" for option in options)])
    found = _plain(query, "clarify", "unclear", say["clarify.topic"], ())
    return found.model_copy(
        update={"options": tuple(options), "confidence": round(decision.confidence, 3), "answer": text}
    )


def both(query: Query, first: Answer, second: Answer, say: Sentences) -> Answer:
    """Two questions in one message, both answered; what else is near is left out."""
    text = "\n\n".join([say["two.first"], without_more(first), say["two.second"], without_more(second)])
    return first.model_copy(
        update={
            "question": query.original, "more": (), "summary": f"{first.summary} {second.summary}", "answer": text,
            "confidence": min(first.confidence, second.confidence),
            "steps": (*first.steps, *second.steps), "bring": (*first.bring, *second.bring),
            "deadlines": (*first.deadlines, *second.deadlines),
            "contacts": tuple(dict.fromkeys((*first.contacts, *second.contacts))),
            "citations": (*first.citations, *second.citations),
            "uncertain": tuple(dict.fromkeys((*first.uncertain, *second.uncertain))),
            "procedures": tuple(dict.fromkeys((*first.procedures, *second.procedures))),
            "parts": (first, second),
        }
    )  # fmt: skip


def without_more(answer: Answer) -> str:
    """The text of the answer without its last block, the near questions."""
    return answer.answer.rpartition("\n\n")[0] if answer.more else answer.answer


def with_practical(danger: Answer, practical: Answer, say: Sentences) -> Answer:
    """The danger answer with the practical answer behind it."""
    text = "\n\n".join([danger.answer, say["head.more"], practical.answer])
    return danger.model_copy(
        update={
            "answer": text, "citations": practical.citations, "procedures": practical.procedures,
            "contacts": tuple(dict.fromkeys((*danger.contacts, *practical.contacts))),
        }
    )  # fmt: skip


def with_care(found: Answer, label: Label, corpus: Corpus) -> Answer:
    """An ordinary answer in which somebody may be in need: one sentence with a number, just in case."""
    what = _crisis_texts()[label]
    text = what["care"].format(**_holes(corpus.organisations[what["first"]], corpus))
    named = [one for one in _contacts([what["first"], *what["then"]], corpus) if one.phone and one.phone in text]
    contacts = tuple(dict.fromkeys((*found.contacts, *named)))
    return found.model_copy(update={"care": text, "answer": second(found.answer, text), "contacts": contacts})


def second(text: str, block: str) -> str:
    """The text with `block` behind its first block."""
    first, *rest = text.split("\n\n")
    return "\n\n".join([first, block, *rest])


def _crisis(query: Query, label: Label, corpus: Corpus, say: Sentences, *, is_day: bool) -> Answer:
    what = _crisis_texts()[label]
    moment = "day" if is_day else "evening"
    first = corpus.organisations[what["first"]]
    holes = _holes(first, corpus)
    steps = tuple(
        Step(text=s["text"].format(**holes), who=s["who"]) for s in what.get("steps") or what[f"steps_{moment}"]
    )
    summary = (what.get("summary") or what[f"summary_{moment}"]).format(**holes)
    found = _plain(query, "crisis", label, summary, _contacts([what["first"], *what["then"]], corpus))
    found = found.model_copy(update={"steps": steps, "confidence": 1.0})
    return found.model_copy(update={"answer": answer_text(found, what["text"].format(**holes).splitlines(), say)})


def _holes(first: Organisation, corpus: Corpus) -> dict[str, str]:
    return {"phone": first.phone or first.name, "caw_phone": corpus.organisations["caw"].phone or ""}


def _plain(query: Query, kind: AnswerKind, label: Label, summary: str, contacts: tuple[Contact, ...]) -> Answer:
    return Answer(question=query.original, kind=kind, label=label, summary=summary, answer=summary, contacts=contacts)


def _contacts(names: list[str], corpus: Corpus) -> tuple[Contact, ...]:
    return tuple(contact(corpus.organisations[name]) for name in names if name in corpus.organisations)


def _office_hours(now: datetime, today: date) -> bool:
    """Whether the OCMW is probably open: a weekday, and by day when `today` is the real day."""
    if today.weekday() >= FIRST_WEEKEND_DAY:
        return False
    return today != now.date() or DAY_STARTS <= now.hour < DAY_ENDS


def _refs(corpus: Corpus) -> set[str]:
    return {d.section_ref(s) for d in corpus.documents for s in d.sections}


@cache
def _crisis_texts() -> dict[str, dict]:  # type: ignore[type-arg]  # the shape is that of corpus/crisis.yaml
    found: dict[str, dict] = load_yaml(CORPUS_DIR / "crisis.yaml")  # type: ignore[type-arg]
    return found
