"""The guided steps about VDAB, the RVA, court and papers: the terms and the branches that matter most."""

from collections.abc import Mapping
from datetime import date

import pytest

from assistant.procedures.model import Procedure
from assistant.procedures.walk import walk
from ingest.models import Corpus

TODAY = date(2026, 11, 24)


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
