"""The sheet: every kind, every barrier, each claim with its page, A2, nothing that was not answered."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from assistant.appointment import load_forms, prepare_appointment, questions
from assistant.appointment.load import broken
from assistant.appointment.sheet import sheet_text
from assistant.models import AppointmentSheet
from assistant.plain import harder_than, measure, tone_hits
from ingest.corpus import load_corpus
from ingest.errors import UnknownAnswer

TODAY = date(2026, 11, 25)
CORPUS = load_corpus(today=TODAY)
FORMS = load_forms()
KINDS = [kind.id for kind in FORMS.kinds]
BARRIERS = [barrier.id for barrier in FORMS.barriers]


def sheet(**answers: Any) -> AppointmentSheet:
    return prepare_appointment(answers, CORPUS, TODAY)


def test_the_data_fits_itself_and_the_corpus() -> None:
    assert broken(FORMS, CORPUS) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_whole_and_simple(kind: str) -> None:
    found = sheet(soort=kind, drempels=BARRIERS, wil=["werk", "kleine-stappen"], sterk=list(FORMS.strengths))
    assert len(found.say) == len(found.ask) == 3
    for part in ("bring", "expect", "duties", "before_signing", "practice", "afterwards"):
        assert getattr(found, part), part
    assert found.readability.level == "A2", found.readability
    assert not tone_hits(sheet_text(found))


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_still_gives_three_and_three(kind: str) -> None:
    found = sheet(soort=kind)
    assert len(found.ask) == 3
    assert found.say
    assert found.barriers == found.strengths == found.small_steps == ()
    assert found.when is None


@pytest.mark.parametrize("name", BARRIERS)
def test_every_barrier_has_a_request_to_vdab_and_one_elsewhere(name: str) -> None:
    found = sheet(soort="vervolggesprek", drempels=[name])
    assert any(row.own for row in found.barriers)
    assert any(not row.own for row in found.barriers)
    assert [row.own for row in found.barriers] == sorted((row.own for row in found.barriers), reverse=True)
    assert found.ask[0] == found.barriers[0].request


def test_no_right_and_no_duty_without_a_page() -> None:
    for kind in KINDS:
        found = sheet(soort=kind, drempels=BARRIERS)
        for row in found.barriers:
            assert row.strength == "raad" or row.citations, row.request
            assert not (row.strength == "raad" and row.citations), row.request
            assert all(citation.quote == row.because for citation in row.citations)
        quoted = {citation.quote for citation in found.citations}
        certain = [line for line in found.duties if "weken geen uitkering" in line or "3 maanden" in line]
        assert set(certain) <= quoted


OLD = "2023"
SAID_OLD = re.compile(r"\b20[01]\d\b|\b202[0-2]\b|\b[Ii]k vraag\b")


def claims() -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the sheet says of an office or a rule, with its pages; what to bring claims nothing."""
    for barrier in FORMS.barriers:
        yield from ((row.because, row.sources) for row in barrier.requests if row.because)
        yield from ((row.text, row.sources) for row in barrier.notes)
    for kind in FORMS.kinds:
        yield from ((row.text, row.sources) for row in (*kind.expect, *kind.duties, *kind.before_signing))
    for step in FORMS.steps:
        yield from ((row.effect, row.sources) for row in step.effects.values())


def test_a_claim_from_before_2023_says_its_year_or_is_asked() -> None:
    for words, sources in claims():
        days = [CORPUS.sources[name].page_date for name in sources]
        if days and all(day and str(day) < OLD for day in days):
            assert SAID_OLD.search(words), (words, sources)


@pytest.mark.parametrize("kind", [kind.id for kind in FORMS.kinds if kind.body == "vdab"])
def test_signing_is_never_advised_against_and_the_price_is_told(kind: str) -> None:
    found = sheet(soort=kind)
    text = " ".join(found.before_signing).lower()
    assert "niet tekenen" not in text
    assert "teken ik niet" not in text
    assert "4 tot 52 weken" in " ".join((*found.duties, *found.before_signing))


def test_traps_stay_out_and_in() -> None:
    found = sheet(soort="vervolggesprek", drempels=["geen-opvang", "geen-vervoer"])
    text = " ".join(found.duties)
    assert "'Geen opvang' staat niet op de lijst" in text
    assert "'Geen bus' staat niet op de lijst" in text
    assert "Geen opvang" not in " ".join(sheet(soort="ocmw", drempels=["geen-opvang"]).duties)
    company = next(
        r for r in sheet(soort="eerste-gesprek", drempels=["wantrouwen"]).barriers if "begeleider" in r.request
    )
    assert company.strength == "raad"
    hearing = sheet(soort="controledienst", drempels=["wantrouwen"]).barriers
    assert any(row.strength == "recht" and "vakbond" in row.request for row in hearing)


def test_when_where_and_way() -> None:
    found = sheet(
        soort="vervolggesprek",
        dag="2026-12-08",
        uur="10:00",
        waar="kantoor",
        plaats="Stationsstraat 1",
        weg="bus-trein",
    )
    assert found.when == "Dinsdag 8 december, 10 uur"
    assert found.start == datetime(2026, 12, 8, 10, 0)
    assert found.where == "Stationsstraat 1"
    assert found.way and "bus of trein" in found.way
    assert found.phone == "0800 30 700"
    assert found.phone in found.if_i_cannot
    assert "Wanneer is je gesprek?" not in found.missing
    assert sheet(dag="2026-12-08", uur="9.30").when == "Dinsdag 8 december, 9.30 uur"
    assert sheet(dag="2026-12-08").when == "Dinsdag 8 december"
    assert sheet(soort="telefoon").where == "VDAB, aan de telefoon"
    assert "gsm" in str(sheet(soort="telefoon").way)


def test_a_hearing_is_about_the_hearing_first() -> None:
    found = sheet(soort="controledienst", drempels=["ziek", "wantrouwen"], wil=["werk"])
    assert found.say[0] == "Ik leg graag uit wat er gebeurd is."
    assert found.ask[0] == "Mag mijn vakbond of een advocaat mee?"


def test_small_steps_say_what_happens_to_the_money() -> None:
    found = sheet(soort="vervolggesprek", drempels=["taal", "wantrouwen"], wil=["kleine-stappen"], inkomen="werkloos")
    assert [step.id for step in found.small_steps] == ["nederlands", "vrijwilliger", "probleem-oplossen"]
    volunteer = found.small_steps[1].effects
    assert len(volunteer) == 1
    assert "C45B" in volunteer[0].effect
    assert volunteer[0].citations
    unknown = sheet(soort="vervolggesprek", wil=["kleine-stappen"])
    assert all(len(step.effects) == 4 for step in unknown.small_steps)
    assert any("geld" in question for question in unknown.missing)
    assert sheet(soort="vervolggesprek", wil=["werk"]).small_steps == ()


@pytest.mark.parametrize(
    "answers, reason, name",
    [
        ({"vreemd": "ja"}, "id", "vreemd"), ({"soort": "feest"}, "value", "soort"),
        ({"drempels": ["draak"]}, "value", "drempels"),
        ({"soort": ["ocmw", "telefoon"]}, "value", "soort"), ({"dag": "morgen"}, "date", "dag"),
        ({"uur": "25:00"}, "time", "uur"),
        ({"plaats": "x" * 201}, "long", "plaats"),
    ],
)  # fmt: skip
def test_what_is_unknown_is_refused_by_name(answers: dict[str, Any], reason: str, name: str) -> None:
    with pytest.raises(UnknownAnswer) as refused:
        prepare_appointment(answers, CORPUS, TODAY)
    assert refused.value.reason == reason
    assert refused.value.values["id"] == name


def test_not_knowing_and_skipping_are_answers() -> None:
    found = sheet(soort="weet ik niet", dag="overslaan", drempels="overslaan", wil=["overslaan"])
    assert found.kind == "vervolggesprek"
    assert found.barriers == ()


def test_the_questions_are_plain() -> None:
    for question in questions(FORMS):
        sentences = [words for words in question.options.values() if len(words.split()) > 3]
        for words in (question.ask, question.why, *sentences):
            assert not harder_than(measure(words).level, "B1"), words


def test_a_hearing_at_the_rva_has_its_own_number_and_asks_nothing_about_work() -> None:
    found = sheet(soort="rva", dag="2026-12-08", drempels=["taal"])
    assert (found.body, found.phone) == ("de RVA", CORPUS.organisations["rva"].phone)
    assert found.ask[0] == "Kan er een tolk bij zijn? Of mag iemand voor mij vertalen?"
    assert "Wat kan u goed?" not in [row.question for row in found.practice]
    assert any("binnen 3 maanden naar de rechter" in row for row in found.duties)


def test_any_other_talk_names_no_office_and_no_number() -> None:
    found = sheet(soort="ander", drempels=["geen-vervoer"])
    assert (found.body, found.phone) == ("de dienst", None)
    assert found.ask[0] == "Kan het gesprek aan de telefoon?"
    assert "VDAB" not in " ".join((*found.ask, *found.bring, *found.expect, found.if_i_cannot))
