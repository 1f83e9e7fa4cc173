"""From answers to the sheet: pick the lines that fit, three to say and three to ask, each with its page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, zip_longest

from assistant.appointment.answers import Answers, checked, questions, still_open
from assistant.appointment.load import ALL, load_forms
from assistant.appointment.model import Barrier, Effect, Forms, Kind, Line, Request, Step
from assistant.appointment.when import Given, day_of, say_way, say_when, say_where, start_of
from assistant.ask.cite import citation
from assistant.models import AppointmentSheet, BarrierRequest, Citation, Practice, SmallStep, StepEffect
from assistant.plain import measure
from ingest.models import Corpus

THREE = 3
DEFAULT_KIND = "vervolggesprek"
DOCUMENT = "appointment"


def prepare_appointment(answers: Answers, corpus: Corpus, today: date) -> AppointmentSheet:
    """The sheet for one talk; questions without an answer are listed in `missing`.

    Raises UnknownAnswer for an id or a value that the form does not have.
    """
    forms = load_forms()
    known = questions(forms)
    given = checked(answers, known)
    name = given.get("soort", (DEFAULT_KIND,))[0]
    kind = next(row for row in forms.kinds if row.id == name)
    barriers = [row for row in forms.barriers if row.id in given.get("drempels", ())]
    parts = _lines(forms, kind, barriers)
    phone = corpus.organisations[kind.body].phone if kind.body in corpus.organisations else None
    sheet = AppointmentSheet(
        kind=kind.id, title=kind.title, body=forms.bodies[kind.body], phone=phone,
        when=say_when(given, today), start=start_of(given), day=day_of(given),
        where=say_where(given, kind, forms), way=say_way(given, kind, forms),
        if_i_cannot=forms.cannot[kind.body].replace("{phone}", phone or ""),
        **{part: tuple(line.text for line in lines) for part, lines in parts.items()},
        say=_say(given, forms, kind, barriers), ask=_ask(given, forms, kind, barriers),
        barriers=tuple(_requests(forms, kind, barriers, corpus)),
        strengths=tuple(forms.strengths[name] for name in given.get("sterk", ())),
        small_steps=_small_steps(given, forms, corpus), practice=_practice(forms, kind, barriers),
        missing=still_open(given, known),
        citations=tuple(c for rows in parts.values() for row in rows for c in _cite(row.text, row.sources, corpus)),
    )  # fmt: skip
    return sheet.model_copy(update={"readability": measure(sheet_text(sheet))})


def sheet_text(sheet: AppointmentSheet) -> str:
    """Everything on the sheet that we wrote, as running text."""
    rows = chain(
        (sheet.way, sheet.if_i_cannot), sheet.bring, sheet.expect, sheet.say, sheet.ask,
        (words for row in sheet.barriers for words in (row.request, row.because)), sheet.strengths, sheet.duties,
        sheet.before_signing,
        chain.from_iterable((s.step, s.say, *(e.effect for e in s.effects)) for s in sheet.small_steps),
        chain.from_iterable((p.question, p.example) for p in sheet.practice), sheet.afterwards,
    )  # fmt: skip
    ended = (row if row.endswith((".", "?", "!")) else f"{row}." for row in rows if row)
    return "\n".join(row[:1].upper() + row[1:] for row in ended)


def _lines(forms: Forms, kind: Kind, barriers: Sequence[Barrier]) -> dict[str, list[Line]]:
    """The parts that are lists of lines, without doubles."""
    notes = [line for barrier in barriers for line in barrier.notes]
    found: Mapping[str, Iterable[Line]] = {
        "bring": chain(forms.bring, kind.bring, *(barrier.bring for barrier in barriers)),
        "expect": chain(kind.expect, forms.expect),
        "duties": chain(kind.duties, forms.duties, notes),
        "before_signing": chain(forms.before_signing, kind.before_signing),
        "afterwards": forms.afterwards,
    }
    return {part: list({row.text: row for row in rows if _fits(row, kind)}.values()) for part, rows in found.items()}


def _fits(line: Line | Request, kind: Kind) -> bool:
    body = getattr(line, "body", None)
    return (not line.kinds or kind.id in line.kinds) and body in (None, kind.body)


def _say(given: Given, forms: Forms, kind: Kind, barriers: Sequence[Barrier]) -> tuple[str, ...]:
    """Three sentences: what I want, what is hard, what I can; in turns until there are three."""
    wants = [want.say for want in forms.wants if want.id in given.get("wil", ())]
    strong = [forms.strengths[name] for name in given.get("sterk", ())]
    own = [line.text for line in kind.say]
    in_turns = _in_turns(wants, [row.say for row in barriers], strong, own)
    return _first([*own, *in_turns] if kind.own_first else in_turns)


def _ask(given: Given, forms: Forms, kind: Kind, barriers: Sequence[Barrier]) -> tuple[str, ...]:
    """Three questions for this office: a request of each barrier in turn, then what fits the wish and the talk."""
    own = [[row.request for row in _own(barrier, kind)] for barrier in barriers]
    wishes = [want.ask for want in forms.wants if want.id in given.get("wil", ()) and want.ask]
    general = [line.text for line in (*kind.ask, *forms.ask)]
    if kind.own_first:
        return _first(
            [
                *(row.request for barrier in barriers for row in _own(barrier, kind) if row.kinds),
                *general,
                *_in_turns(*own),
            ]
        )
    return _first([*_in_turns(*own)[: THREE - 1], *wishes[:1], *_in_turns(*own), *general])


def _own(barrier: Barrier, kind: Kind) -> list[Request]:
    return [row for row in barrier.requests if row.to == kind.body and _fits(row, kind)]


def _requests(forms: Forms, kind: Kind, barriers: Sequence[Barrier], corpus: Corpus) -> Iterable[BarrierRequest]:
    """Every request that fits, those to this office first."""
    for barrier in barriers:
        fitting = [row for row in barrier.requests if _fits(row, kind)]
        for row in sorted(fitting, key=lambda row: row.to != kind.body):
            yield BarrierRequest(
                barrier=barrier.name, barrier_id=barrier.id, request=row.request, because=row.because,
                to=forms.bodies[row.to], own=row.to == kind.body, strength=row.strength,
                citations=_cite(row.because or row.request, row.sources, corpus),
            )  # fmt: skip


def _small_steps(given: Given, forms: Forms, corpus: Corpus) -> tuple[SmallStep, ...]:
    """Three small steps for who finds work still too far: those that fit the barriers first."""
    if not any(want.small_steps for want in forms.wants if want.id in given.get("wil", ())):
        return ()
    hard = set(given.get("drempels", ()))
    ranked = sorted(forms.steps, key=lambda step: not hard & set(step.barriers))
    return tuple(_small_step(step, given, forms, corpus) for step in ranked[:THREE])


def _small_step(step: Step, given: Given, forms: Forms, corpus: Corpus) -> SmallStep:
    incomes = next(row.options for row in forms.questions if row.id == "inkomen")
    wanted = given.get("inkomen") or tuple(incomes)
    effects = {name: step.effects.get(name) or step.effects[ALL] for name in wanted}
    rows = tuple(_effect(incomes[name], effect, corpus) for name, effect in effects.items())
    return SmallStep(id=step.id, step=step.step, say=step.say, effects=rows)


def _effect(income: str, effect: Effect, corpus: Corpus) -> StepEffect:
    carried = _cite(effect.effect, effect.sources, corpus)
    return StepEffect(income=income, effect=effect.effect, tell=effect.tell, citations=carried)


def _practice(forms: Forms, kind: Kind, barriers: Sequence[Barrier]) -> tuple[Practice, ...]:
    hard = [barrier.practice for barrier in barriers if barrier.practice]
    return (*kind.practice, *hard, *(() if kind.own_first else forms.practice))


def _cite(words: str, sources: Sequence[str], corpus: Corpus) -> tuple[Citation, ...]:
    return tuple(citation(name, words, DOCUMENT, "sheet", corpus) for name in sources if name in corpus.sources)


def _in_turns(*groups: Sequence[str]) -> list[str]:
    """One of each group, then the second of each, and so on."""
    return [row for turn in zip_longest(*groups) for row in turn if row is not None]


def _first(rows: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rows))[:THREE]
