"""The guided steps about OCMW, family, home, debts and energy: the terms and the branches that matter most."""

from collections.abc import Mapping
from datetime import date

import pytest

from assistant.procedures.model import Procedure
from assistant.procedures.walk import SKIP, walk
from ingest.models import Corpus

TODAY = date(2026, 11, 24)
FORMS = (
    "formulier-leefloonaanvraag", "formulier-huurpremie", "formulier-sociale-woning", "formulier-attest-inkomenstarief",
)  # fmt: skip


# The start day is not counted; a safe day in a weekend or on a holiday is done on the working day before it.
TERMS = [
    # Monday 2 November + 30 days is Wednesday 2 December.
    ("leefloon-aanvragen", {"vraagdag": "2026-11-02"}, "wachten", "2026-12-02", "2026-12-02"),
    # Saturday 14 November + 3 months is Sunday 14 February.
    ("leefloon-geweigerd", {"briefdatum": "2026-11-14"}, "afgeven", "2027-02-14", "2027-02-12"),
    (
        "leefloon-geweigerd", {"antwoord": "nee, ik hoor niets", "vraagdag": "2026-09-01"},
        "geen-antwoord", "2027-01-01", "2026-12-31",
    ),
    ("referentieadres", {"vraagdag": "2026-11-13"}, "inschrijven", "2026-12-13", "2026-12-11"),
    (
        "sociale-woning-inschrijven", {"al-ingeschreven": "ja, en ik kreeg een brief", "briefdatum": "2026-11-20"},
        "actualiseren", "2026-12-20", "2026-12-18",
    ),
    (
        "sociale-woning-inschrijven", {"al-ingeschreven": "ja, maar ik ben geschrapt", "geschrapt-op": "2026-11-20"},
        "beroep", "2026-12-20", "2026-12-18",
    ),
    ("huurwaarborg", {"getekend": "ja", "tekendag": "2026-11-01"}, "lening", "2027-02-01", "2027-02-01"),
    (
        "uithuiszetting",
        {"waar": "de deurwaarder bracht een papier van de rechter", "papier-dag": "2026-11-19"},
        "maand", "2026-12-19", "2026-12-18",
    ),
    # The weekend counts: Friday 20 November + 5 days is Wednesday.
    (
        "deurwaarder-aan-de-deur", {"vonnis": "hij schreef mijn spullen op", "beslag-dag": "2026-11-20"},
        "spullen", "2026-11-25", "2026-11-25",
    ),
    (
        "deurwaarder-aan-de-deur", {"vonnis": "ja, een vonnis", "vonnis-dag": "2026-10-31"},
        "advocaat", "2026-11-30", "2026-11-30",
    ),
    (
        "budgetmeter-lac", {"wat": "mijn leverancier stopt mijn contract", "brief-dag": "2026-11-11"},
        "leverancier", "2026-12-26", "2026-12-24",
    ),
    (
        "groeipakket-schooltoeslag", {"wat": "ik ga niet akkoord met een brief", "briefdatum": "2026-11-30"},
        "niet-akkoord", "2027-02-28", "2027-02-26",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answers", "step", "safe", "do_by"), TERMS)
def test_deadlines(
    name: str, answers: dict[str, str], step: str, safe: str, do_by: str,
    procedures: Mapping[str, Procedure], corpus: Corpus,
) -> None:  # fmt: skip
    walked = walk(procedures[name], answers, corpus, TODAY)
    deadline = next(row.deadline for row in walked.steps if row.id == step)
    assert deadline is not None
    assert (deadline["date"], deadline["do_by"]) == (safe, do_by)


@pytest.mark.parametrize(("name", "answers", "step"), [row[:3] for row in TERMS])
def test_without_a_start_day_the_rule_is_said_and_no_date(
    name: str, answers: dict[str, str], step: str, procedures: Mapping[str, Procedure], corpus: Corpus
) -> None:
    undated = {key: SKIP if procedures[name].node(key).kind == "date" else value for key, value in answers.items()}
    walked = walk(procedures[name], undated, corpus, TODAY)
    deadline = next(row.deadline for row in walked.steps if row.id == step)
    assert deadline is not None
    assert deadline["date"] is None
    assert deadline["rule"]


@pytest.mark.parametrize(
    ("name", "answers", "wanted", "unwanted"),
    [
        ("leefloon-aanvragen", {"vandaag": "ja"}, {"eerst-dringend", "vragen", "ontvangstbewijs"}, set()),
        ("leefloon-aanvragen", {"adres": "nee", "zelf-gaan": "nee"}, {"geen-adres", "niet-gaan"}, {"welk-ocmw"}),
        ("leefloon-geweigerd", {"geld": "nee"}, {"nu-geld", "brief-rechter"}, {"geen-antwoord"}),
        ("dringende-hulp", {"wat": "een bed voor vannacht", "open": "nee"}, {"bed-nacht", "bewijs"}, {"bed-dag"}),
        ("dringende-hulp", {"soort": "nee"}, {"eten", "bewijs"}, {"terugbetalen"}),
        ("referentieadres", {"oud-adres": "ja"}, {"schrappen", "vragen", "post-halen"}, {"bed"}),
        ("kinderopvang-zoeken", {"afspraak": "ja"}, {"bel-eerst", "loket"}, set()),
        ("inkomenstarief", {"hoe": "nee"}, {"zonder-itsme", "geven"}, {"online"}),
        ("inkomenstarief", {"wat": "ik kan de prijs niet betalen", "heb-bewijs": "nee"}, {"ocmw"}, {"zelf-lager"}),
        ("sociale-woning-inschrijven", {"hoe": "nee", "nood": "ja"}, {"loket", "sneller"}, {"online"}),
        ("huurpremie", {"lang": "nee"}, {"nog-niet"}, {"papieren", "online", "op-papier"}),
        ("huurpremie", {"formulier": "nee", "hoe": "nee"}, {"bel-1700", "op-papier"}, {"online"}),
        ("huurwaarborg", {"soort": "ja"}, {"ocmw"}, {"lening"}),
        ("uithuiszetting", {"waar": "ik moet naar de vrederechter"}, {"zitting", "voorstel", "ocmw"}, {"maand"}),
        ("deurwaarder-aan-de-deur", {"klopt": "nee"}, {"niet-akkoord", "hulp"}, {"bellen"}),
        ("afbetalingsplan", {"hoeveel": "veel"}, {"samen", "rekenen"}, set()),
        ("collectieve-schuldenregeling", {"lang": "nee"}, {"eerst-plan"}, {"indienen"}),
        ("verhoogde-tegemoetkoming", {"heb-ik-ze": "ja"}, {"gebruiken"}, {"vragen"}),
        ("sociaal-tarief", {"recht": "nee"}, {"geen-recht"}, {"attest", "water"}),
        ("budgetmeter-lac", {"wat": "ik kreeg een brief van de LAC"}, {"lac-bellen", "lac-gaan"}, {"vandaag"}),
        ("itsme-hulp", {"telefoon": "nee"}, {"sleutel", "veilig"}, {"kaart", "bank"}),
        ("volmacht", {"formulier": "ja"}, {"invullen", "meegeven"}, {"schrijven"}),
        ("uitpas", {"gemeente": "nee"}, {"andere-pas"}, {"gaan"}),
        ("delijn-korting", {"recht": "een IGO"}, {"igo", "bewaren"}, {"ocmw-vragen", "vt"}),
        ("formulier-huurpremie", {"leeftijd": "ja"}, {"bewijs-inkomen", "opsturen"}, set()),
        ("formulier-attest-inkomenstarief", {"brief": "nee"}, {"vak-loon", "klaar"}, {"vak-nakijken"}),
    ],
)
def test_branches(
    name: str, answers: dict[str, str], wanted: set[str], unwanted: set[str],
    procedures: Mapping[str, Procedure], corpus: Corpus,
) -> None:  # fmt: skip
    steps = {step.id for step in walk(procedures[name], answers, corpus, TODAY).steps}
    assert wanted <= steps
    assert not unwanted & steps


@pytest.mark.parametrize("name", FORMS)
def test_a_form_goes_box_by_box_in_order(name: str, procedures: Mapping[str, Procedure]) -> None:
    steps = [node.do or "" for node in procedures[name].nodes if not node.is_question]
    boxes = [int(step.split(",")[0].removeprefix("Vak ")) for step in steps if step.startswith("Vak ")]
    assert boxes == sorted(boxes)
    assert set(boxes) == set(range(1, max(boxes) + 1))
    assert max(boxes) >= 5
