"""The guided steps about VDAB, the RVA, court and papers: every branch walked, every text measured."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from assistant.plain import measure
from assistant.procedures.load import check_references, read_procedures
from assistant.procedures.model import Node, Procedure
from assistant.procedures.walk import DO_NOT_KNOW, SKIP, follow, walk
from ingest.corpus import load_corpus
from ingest.models import Corpus

TODAY = date(2026, 11, 24)
A_DAY = "2026-11-02"
MINE = (
    "afspraak-verzetten", "beroep-arbeidsrechtbank", "c4-ontbreekt", "diploma-erkennen", "einde-uitkering-2026",
    "formulier-c1", "formulier-c4", "formulier-controlekaart", "formulier-verzoekschrift", "inschrijven-vdab",
    "nederlandse-les", "opleiding-vdab", "pro-deo-advocaat", "uitkering-aanvragen", "verantwoorden-vdab",
    "verhoor-rva", "verhuis-melden", "vrijwilligerswerk-melden", "werk-zoeken-zonder-pc", "ziek-melden",
)  # fmt: skip
PHONE = re.compile(r"\b0\d{2,3}(?: \d{2,3}){2,3}\b")
STEP_TEXTS = (
    "do", "say", "channel", "without_pc", "without_itsme", "without_dutch", "without_bus", "outreacher", "if_it_fails",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def procedures() -> Mapping[str, Procedure]:
    return read_procedures()[0]


def texts(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Place and text of everything a person can read."""
    yield from (("title", procedure.title), ("intro", procedure.intro))
    yield from (("done_when", procedure.done_when), ("next", procedure.next))
    for node in procedure.nodes:
        for name in ("ask", "why", *STEP_TEXTS):
            if text := getattr(node, name):
                yield f"{node.id}.{name}", text
        yield from ((f"{node.id}.bring", text) for text in node.bring)
        yield from ((f"{node.id}.options", text) for text in node.options)
        if node.deadline:
            yield f"{node.id}.deadline", node.deadline.text


def ways(procedure: Procedure, answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every set of answers that leads to an end, with "do not know" and "skip" as answers too."""
    still_open = (n for n in follow(procedure, answers) if n.is_question and n.id not in answers)
    question = next(still_open, None)
    if question is None:
        yield dict(answers)
        return
    values = [A_DAY] if question.kind == "date" else list(question.options)
    for value in (*values, DO_NOT_KNOW, SKIP):
        yield from ways(procedure, {**answers, question.id: value})


def test_the_files_are_whole(procedures: Mapping[str, Procedure], corpus: Corpus) -> None:
    problems = [*read_procedures()[1], *check_references(procedures, corpus)]
    assert [problem for problem in problems if problem.file.removesuffix(".yaml") in MINE] == []
    assert set(MINE) <= procedures.keys()


@pytest.mark.parametrize("name", MINE)
def test_every_branch_leads_to_steps(name: str, procedures: Mapping[str, Procedure], corpus: Corpus) -> None:
    procedure = procedures[name]
    assert 8 <= len(procedure.nodes) <= 14
    for answers in ways(procedure, {}):
        walked = walk(procedure, answers, corpus, TODAY)
        assert walked.open == ()
        assert walked.steps, answers
        assert len({step.id for step in walked.steps}) == len(walked.steps)


@pytest.mark.parametrize("name", MINE)
def test_every_text_is_simple(name: str, procedures: Mapping[str, Procedure]) -> None:
    hard = [(place, text) for place, text in texts(procedures[name]) if measure(text).level not in ("A2", "B1")]
    assert hard == []


@pytest.mark.parametrize("name", MINE)
def test_steps_say_who_how_long_and_what_if_it_fails(name: str, procedures: Mapping[str, Procedure]) -> None:
    steps = [node for node in procedures[name].nodes if not node.is_question]
    assert [node.id for node in steps if node.minutes is None] == []
    assert [node.id for node in steps if node.if_it_fails is None] == []
    assert sum(node.who == "client" for node in steps) >= sum(node.who == "outreacher" for node in steps)


@pytest.mark.parametrize("name", MINE)
def test_a_phone_number_stands_with_a_known_body_that_is_cited(
    name: str, procedures: Mapping[str, Procedure], corpus: Corpus
) -> None:
    owners = {body.phone: body.source for body in corpus.organisations.values() if body.phone}
    for node in procedures[name].nodes:
        for number in PHONE.findall(" ".join(_said(node))):
            assert owners[number] in node.sources or number == "0800 30 700" and _cites_vdab(node), (node.id, number)


def _said(node: Node) -> list[str]:
    return [getattr(node, field) for field in STEP_TEXTS if getattr(node, field)]


def _cites_vdab(node: Node) -> bool:
    """Pages of others that print the number of VDAB too."""
    return bool({"allesovercenten-geen-job-ziek-geen", "zoersel-verlies-werkloosheidsuitkering"} & set(node.sources))


@pytest.mark.parametrize(
    ("name", "answers", "step", "safe", "do_by"),
    [
        # Friday 13 November: Monday, Tuesday and Wednesday are the three working days.
        ("afspraak-verzetten", {"wanneer": "2026-11-13"}, "bewijs-geven", "2026-11-18", "2026-11-18"),
        # Saturday 31 October + 8 days is a Sunday; the working day before it is Friday.
        ("uitkering-aanvragen", {"werkloos-sinds": "2026-10-31"}, "inschrijven", "2026-11-08", "2026-11-06"),
        ("ziek-melden", {"ziek-sinds": "2026-11-02"}, "papier", "2026-11-09", "2026-11-09"),
        ("beroep-arbeidsrechtbank", {"kreeg": "2026-11-30"}, "laatste-dag", "2027-02-28", "2027-02-26"),
        ("formulier-verzoekschrift", {"kreeg": "2026-09-14"}, "afgeven", "2026-12-14", "2026-12-14"),
        ("verhuis-melden", {"sinds": "2026-11-16"}, "vdab", "2026-11-24", "2026-11-24"),
    ],
)
def test_deadlines(
    name: str, answers: dict[str, str], step: str, safe: str, do_by: str,
    procedures: Mapping[str, Procedure], corpus: Corpus,
) -> None:  # fmt: skip
    walked = walk(procedures[name], answers, corpus, TODAY)
    deadline = next(row.deadline for row in walked.steps if row.id == step)
    assert deadline is not None
    assert (deadline["date"], deadline["do_by"]) == (safe, do_by)


@pytest.mark.parametrize(
    ("name", "answers", "wanted", "unwanted"),
    [
        ("inschrijven-vdab", {"hoe": "nee"}, {"bellen", "bewijs"}, {"online"}),
        ("inschrijven-vdab", {"hoe": "ja"}, {"online", "bewijs"}, {"bellen"}),
        ("inschrijven-vdab", {"gewest": "nee"}, {"ander-gewest"}, {"bellen", "online"}),
        ("uitkering-aanvragen", {"lid": "ja", "c4": "ja"}, {"afspraak-vakbond"}, {"afspraak-hvw", "geen-c4"}),
        ("verantwoorden-vdab", {"brief": "een beslissing met een straf"}, {"beslist", "geld"}, {"gaan"}),
        ("verhoor-rva", {"voorbij": "ja"}, {"gemist", "gesprek"}, {"brief"}),
        ("einde-uitkering-2026", {"ziek": "ja"}, {"dokter", "ocmw", "vdab"}, {"rechter"}),
        ("pro-deo-advocaat", {"wat": "één vraag aan een advocaat"}, {"eerste-advies"}, {"bureau"}),
        ("nederlandse-les", {"school": "ja"}, {"cvo", "prijs"}, {"ligo"}),
        ("formulier-c1", {"gezin": "ja"}, {"alleen", "tekenen"}, {"samen"}),
        ("formulier-controlekaart", {"soort": "op papier"}, {"vak-wie", "afgeven"}, {"aanmelden", "kiezen"}),
    ],
)
def test_branches(
    name: str, answers: dict[str, str], wanted: set[str], unwanted: set[str],
    procedures: Mapping[str, Procedure], corpus: Corpus,
) -> None:  # fmt: skip
    steps = {step.id for step in walk(procedures[name], answers, corpus, TODAY).steps}
    assert wanted <= steps
    assert not unwanted & steps
