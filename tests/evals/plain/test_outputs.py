"""What the assistant says about letters and questions of the evals: plain, friendly, and bad news never without a step.

A literal quote of a letter or a page is exempt: it stays as the office wrote it. Every fourth letter and every
tenth question, so that this takes seconds; a failure names the case, not its words.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.evals import letters as letter_cases
from assistant.evals import questions as question_cases
from assistant.letter import explain_letter
from assistant.models import Answer, Letter
from assistant.plain import harder_than, measure, tone_hits
from assistant.plain.segment import split_words
from ingest.corpus import read_corpus

CASES = Path(__file__).parents[1]
LABEL = 4
"""A text of fewer words is a label: one long word would make its level."""
BAD_INTENTS = {"weigering", "te-laat", "beroep"}
ADVERTS = {"reclame", "persoonlijk", "phishing"}


def too_hard(text: str, most: str) -> bool:
    return len(split_words(text)) >= LABEL and harder_than(measure(text).level, most)


def own(text: str, quote: str | None) -> str:
    """The text without what it quotes."""
    return re.sub(r'".*"', "", text.replace(quote or "\0", "")).strip()


@pytest.fixture(scope="module")
def letters() -> list[tuple[str, Letter]]:
    corpus = read_corpus()[0]
    cases = letter_cases.load_cases(CASES)[::4]
    return [(c.id, explain_letter(letter_cases.read_as_text(c), corpus, today=c.today)) for c in cases]


@pytest.fixture(scope="module")
def answers(wegwijs) -> list[tuple[str, Answer]]:
    cases = question_cases.load_cases(CASES)[::10]
    return [(case.id, wegwijs.answer(case.text, case.history)) for case in cases]


def told(letter: Letter) -> Iterator[str]:
    """Our own sentences beside summary and actions, at most B1."""
    yield own(letter.consequence or "", None)
    for term in letter.deadlines:
        yield from filter(None, (term.rule, term.assumption, term.sum))
    yield from (own(warning, None) for warning in letter.warnings)
    yield from (word.meaning for word in letter.difficult_words)


def test_letters_are_told_in_plain_words(letters):
    assert len(letters) > 20
    assert [name for name, found in letters if too_hard(found.summary, "A2")] == []
    assert [name for name, found in letters if any(too_hard(text, "B1") for text in told(found))] == []


def test_actions_of_letters_are_a2(letters):
    acts = {name: "\n".join(own(action.text, action.quote) for action in found.actions) for name, found in letters}
    assert [name for name, text in acts.items() if too_hard(text, "B1")] == []
    # Three short sentences with "arbeidsrechtbank" and "afbetalingsplan" can lie just above the line.
    assert sum(too_hard(text, "A2") for text in acts.values()) <= 0.05 * len(acts)


def test_every_letter_that_asks_something_gives_a_step(letters):
    silent = [name for name, found in letters if found.sender.kind not in ADVERTS and not found.actions]
    assert silent == []
    lost = [name for name, found in letters if found.consequence and not (found.actions or found.helpers)]
    assert lost == []


def test_answers_are_plain(answers):
    assert len(answers) > 50
    assert [name for name, found in answers if too_hard(found.summary, "A2") and found.kind == "answer"] == []
    assert [name for name, found in answers if harder_than(found.readability.level, "B1")] == []
    assert [name for name, found in answers if any(too_hard(step.text, "B1") for step in found.steps)] == []


def test_no_output_hurts(letters, answers):
    spoken = [(name, f"{found.summary}\n{found.answer}") for name, found in answers]
    spoken += [(name, "\n".join([found.summary, *told(found)])) for name, found in letters]
    assert [name for name, text in spoken if tone_hits(text)] == []


def test_no_refusal_or_bad_news_without_a_step(answers):
    intents = {(d.id, s.id): s.intent for d in read_corpus()[0].documents for s in d.sections}
    refused = [(name, found) for name, found in answers if found.kind == "abstain"]
    bad = [
        (name, found)
        for name, found in answers
        if any(intents.get((c.document_id, c.section)) in BAD_INTENTS for c in found.citations)
    ]
    assert refused and bad
    stuck = [name for name, found in [*refused, *bad] if not (found.steps or found.contacts or found.procedures)]
    assert stuck == []


def test_this_test_sees_a_fault():
    assert too_hard("Overeenkomstig de vigerende reglementering dient u zich aan te bieden.", "B1")
    assert own('Neem mee: "uw attest "rood" en kaart".', None) == "Neem mee: ."
