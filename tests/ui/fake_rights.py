"""An invented rights check: three questions, one right in each group."""

from collections.abc import Mapping

from assistant.models import Citation, Contact, OpenQuestion, RightRow, Rights

ALWAYS = ("weet ik niet", "overslaan")
QUESTIONS = (
    OpenQuestion(
        id="leeftijd",
        ask="Hoe oud ben je?",
        why="Soms moet je oud genoeg zijn.",
        options=("jonger dan 18", "18 of ouder", *ALWAYS),
    ),
    OpenQuestion(
        id="geld",
        ask="Wat past bij jullie geld?",
        why="Het OCMW kan soms vandaag al helpen.",
        kind="many",
        options=("we hebben schulden", "we verwarmen met mazout", "niets van dit", *ALWAYS),
    ),
    OpenQuestion(
        id="vt", ask="Krijg je korting bij de dokter?", why="Kijk op je klevertje.", options=("ja", "nee", *ALWAYS)
    ),
)
CITATION = Citation(
    document_id="rights", section="trein", title="Korting op de trein", publisher="NMBS",
    url="https://www.voorbeeld.be/trein", page_date="2026-02", quote="Met een kaart betaal je de helft.",
)  # fmt: skip
LIKELY = RightRow(
    id="trein", title="De helft betalen op de trein", theme="vervoer", level="federal",
    gives="Met een kaart betaal je de helft.", amount="6 euro: prijs van de kaart.\n1 euro: prijs van een hoesje.",
    how="Vraag de kaart in het station.", bring=("je identiteitskaart",), where="NMBS",
    contact=Contact(name="NMBS", phone="02 111 22 33"), automatic=True, procedure="afspraak-verzetten",
    citations=(CITATION,),
)  # fmt: skip
MAYBE = LIKELY.model_copy(
    update={
        "id": "leefloon", "title": "Leefloon", "level": "local", "automatic": False, "amount": None,
        "missing": ("Is jullie inkomen lager dan het leefloon?",), "ask": ("vt",), "procedure": None,
    }
)  # fmt: skip
NOT_NOW = MAYBE.model_copy(
    update={
        "id": "igo", "title": "IGO", "missing": (), "ask": (), "change": ("Je bent 66 jaar.",),
        "advice": "Waarschijnlijk niet. Vraag het na bij je gemeente.",
    }
)  # fmt: skip


def fake_rights(answers: Mapping[str, str]) -> Rights:
    """One right in each group; fewer in `maybe` when all was answered."""
    return Rights(
        likely=(LIKELY,),
        maybe=() if answers.get("vt") == "ja" else (MAYBE,),
        not_now=(NOT_NOW,),
        have=(LIKELY.model_copy(update={"title": "Groeipakket"}),),
        open=tuple(question for question in QUESTIONS if question.id not in answers),
        answers=dict(answers),
        uncertain=("Dit is een raming. De dienst beslist.",),
    )
