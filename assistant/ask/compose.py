"""Write the answer from sections that were written plainly and proven. Nothing is invented.

The direct answer first, then what to do, bring, by when, the obstacle that was named, and who helps.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from assistant.ask.rerank import Need, Ranked, probabilities
from assistant.models import Near, Step, Term
from assistant.sentences import Sentences
from ingest.models import Corpus, CorpusDocument, Paragraph, Section, SectionId, Sentence

WORDS_BEFORE_MORE = 150
CLOSE = 4
"""A section of the same subject joins when it is among the first so many candidates."""
RIVAL = 0.15
"""A section of another subject is named when it is at least this share as likely as the best one."""
COMPANIONS = 3
"""Sections that may join the best one."""
NUMBER = re.compile(r"(?<![^\W_])\d")
"""A number; not the digits in the name of a paper (C4, eC32)."""
DOES = frozenset({"stappen", "drempel"})
"""Only sections that say what to do lend their steps; those of a sum, a delay or a refusal hang on their heading."""
SUM = re.compile(r"\d[\d.]*,\d{2}")
"""An amount to the cent."""
CANDIDATES, NEAR = 10, 4
"""Of so many candidates, the sections that are named at the end, under "more", with their direct answer only."""


class Used(NamedTuple):
    """A sentence of the answer and the section it comes from."""

    section: SectionId
    sentence: Sentence


class Draft(NamedTuple):
    """An answer before citations: what is said, and which sentences carry it."""

    summary: str
    details: tuple[str, ...]
    steps: tuple[Step, ...]
    bring: tuple[str, ...]
    deadlines: tuple[Term, ...]
    sections: tuple[SectionId, ...]
    used: tuple[Used, ...]
    more: tuple[Near, ...] = ()


def compose(ranked: Sequence[Ranked], need: Need, corpus: Corpus, say: Sentences) -> Draft:
    """The draft for the best section, those of the same document that the question also needs, a rival, and more."""
    document, main = corpus.section(ranked[0].section)
    draft = _with_companions(_start(document, main), ranked, document, main, need, say)
    return _with_near(_with_other_subject(draft, ranked, corpus, say), ranked, corpus)


def _with_companions(
    draft: Draft, ranked: Sequence[Ranked], document: CorpusDocument, main: Section, need: Need, say: Sentences
) -> Draft:
    for section in islice(_companions(ranked, document, main, need), COMPANIONS):
        if _words(draft) > WORDS_BEFORE_MORE:
            break
        draft = _join(draft, document, section, need, say)
    return draft


def _with_other_subject(draft: Draft, ranked: Sequence[Ranked], corpus: Corpus, say: Sentences) -> Draft:
    """The draft with the direct answer of a section about another subject that is nearly as likely, said as such."""
    best = ranked[0].section.partition("#")[0]
    shares = dict(zip((r.section for r in ranked), probabilities(ranked), strict=True))
    others = (r.section for r in ranked if r.section.partition("#")[0] != best and r.section in corpus)
    other = next(others, None)
    if other is None or shares[other] < RIVAL * shares[ranked[0].section]:
        return draft
    _, section = corpus.section(other)
    if {used.sentence.text for used in draft.used} & {sentence.text for sentence in section.direct_answer.sentences}:
        return draft  # says the same
    text = say.say("answer.other", heading=_asked(section), answer=section.direct_answer.text)
    used = [Used(other, sentence) for sentence in section.direct_answer.sentences]
    return draft._replace(details=(*draft.details, text), used=(*draft.used, *used))


def _with_near(draft: Draft, ranked: Sequence[Ranked], corpus: Corpus) -> Draft:
    """The draft with the direct answers of the next likely sections, whatever their subject, if they say more."""
    for ref in islice((r.section for r in ranked if r.section in corpus), CANDIDATES):
        _, section = corpus.section(ref)
        said = {used.sentence.text for used in draft.used}
        if len(draft.more) == NEAR or said & {sentence.text for sentence in section.direct_answer.sentences}:
            continue
        near = Near(question=_asked(section), answer=section.direct_answer.text)
        used = [Used(ref, sentence) for sentence in section.direct_answer.sentences]
        draft = draft._replace(more=(*draft.more, near), used=(*draft.used, *used))
    return draft


def _start(document: CorpusDocument, main: Section) -> Draft:
    ref = document.section_ref(main)
    rest = main.paragraphs[1:]
    direct = [Used(ref, s) for s in main.direct_answer.sentences]
    bring = tuple(p.text for p in rest if p.kind == "bullet") if main.intent == "meebrengen" else ()
    details = tuple(p.text for p in rest if p.kind == "text" or (p.kind == "bullet" and not bring))
    used = direct + [Used(ref, s) for p in rest for s in p.sentences]
    return Draft(main.direct_answer.text, details, tuple(_steps(rest)), bring, (), (ref,), tuple(used))


def _companions(
    ranked: Sequence[Ranked], document: CorpusDocument, main: Section, need: Need
) -> Iterator[Section]:
    """Other sections of the same document that the question needs: its obstacle, its other intents, a close second."""
    places = {r.section: place for place, r in enumerate(ranked)}
    others = [s for s in document.sections if s.id != main.id and document.section_ref(s) in places]
    others.sort(key=lambda s: places[document.section_ref(s)])
    wanted_barriers = set(need.barriers) - set(main.barriers)
    wanted_intents = set(need.intents) - {main.intent, "wat", "contact"}
    for section in others:
        if set(section.barriers) - set(need.barriers):
            continue  # about an obstacle that nobody named
        if wanted_barriers & set(section.barriers):
            wanted_barriers -= set(section.barriers)
            yield section
        elif section.intent in wanted_intents:
            wanted_intents.discard(section.intent)
            yield section
        elif places[document.section_ref(section)] < CLOSE and not _only_repeats(section, main):
            yield section


def _only_repeats(section: Section, main: Section) -> bool:
    """Whether the direct answer of `section` holds sums, all of which `main` says already."""
    said = {amount for paragraph in main.paragraphs for amount in SUM.findall(paragraph.text)}
    found = set(SUM.findall(section.direct_answer.text))
    return bool(found) and found <= said


def _join(draft: Draft, document: CorpusDocument, section: Section, need: Need, say: Sentences) -> Draft:
    """The draft with the direct answer of `section`, and its steps, or the papers asked for, where the draft has none.

    The heading goes along, so that nobody wonders what the sentence is about; not one with a number, which no source
    carries.
    """
    ref = document.section_ref(section)
    text = section.direct_answer.text
    line = text if NUMBER.search(section.heading) else say.say("answer.near", heading=_asked(section), answer=text)
    rest = section.paragraphs[1:]
    steps = () if draft.steps or section.intent not in DOES else tuple(_steps(rest))
    asked = "meebrengen" in need.intents and section.intent == "meebrengen"
    bring = tuple(p.text for p in rest if p.kind == "bullet") if asked and not draft.bring else ()
    kept = [p for p in rest if (steps and p.kind == "step") or (bring and p.kind == "bullet")]
    used = [Used(ref, s) for p in (section.direct_answer, *kept) for s in p.sentences]
    is_term = section.intent == "termijn"
    return draft._replace(
        details=draft.details if is_term else (*draft.details, line),
        deadlines=(*draft.deadlines, *((Term(text=line, rule=document.title),) if is_term else ())),
        steps=draft.steps or steps,
        bring=draft.bring or bring,
        sections=(*draft.sections, ref),
        used=(*draft.used, *used),
    )


def _asked(section: Section) -> str:
    """The heading as a question, or as the words before a colon."""
    return section.heading if section.heading.endswith("?") else f"{section.heading.rstrip('.')}:"


def _steps(paragraphs: Sequence[Paragraph]) -> Iterator[Step]:
    return (Step(text=p.text, who=p.who) for p in paragraphs if p.kind == "step")


def _words(draft: Draft) -> int:
    return sum(len(text.split()) for text in (draft.summary, *draft.details, *(s.text for s in draft.steps)))
