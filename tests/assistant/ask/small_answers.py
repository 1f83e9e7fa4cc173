"""A tiny invented corpus about lending a bicycle, for the steps that write an answer."""

from datetime import date
from typing import Literal

from ingest.models import Corpus, CorpusDocument, Intent, Organisation, Paragraph, Section, Sentence, Source, Who

PAGE = "buurthuis-fietsen"


def said(text: str, *sources: str) -> Sentence:
    return Sentence(text=text, sources=sources, advice=not sources)


def paragraph(
    *sentences: Sentence, kind: Literal["text", "bullet", "step"] = "text", who: Who = "client"
) -> Paragraph:
    return Paragraph(kind=kind, sentences=sentences, who=who)


def section(
    name: str, intent: Intent, *paragraphs: Paragraph, barriers: tuple[str, ...] = (), contacts: tuple[str, ...] = ()
) -> Section:
    return Section(
        id=name, intent=intent, heading=f"Kop over {name}?", questions=(), paragraphs=paragraphs, line=1,
        barriers=barriers, contacts=contacts,
    )  # fmt: skip


LENDING = CorpusDocument(
    id="fiets", title="Een fiets lenen", domain="vervoer", stale_after=date(2027, 6, 1), procedures=("fiets-halen",),
    contacts=("buurthuis", "stad"),
    sections=(
        section(
            "hoe", "stappen", paragraph(said("Vraag een fiets in het buurthuis.", PAGE)),
            paragraph(said("Je betaalt 2,50 euro.", PAGE), said("Vraag het 3 keer.")),
            paragraph(said("Bel 1700.", PAGE), kind="step"), paragraph(said("Ga samen."), kind="step", who="together"),
            paragraph(said("Je kaart."), kind="bullet"), contacts=("stad",),
        ),
        section(
            "papieren", "meebrengen", paragraph(said("Neem je kaart mee.", PAGE)),
            paragraph(said("Je kaart.", PAGE), kind="bullet"), paragraph(said("Een slot."), kind="bullet"),
        ),
        section("termijn", "termijn", paragraph(said("Breng hem terug binnen 7 dagen.", PAGE))),
        section("geen-pc", "drempel", paragraph(said("Je kan ook langsgaan.", PAGE)), barriers=("geen-pc",)),
        section("ver", "drempel", paragraph(said("Woon je ver? Bel eerst.", PAGE)), barriers=("geen-vervoer",)),
        section("raad", "wat", paragraph(said("Kies een fiets die past."))),
        section(
            "prijs", "bedrag", paragraph(said("Lenen is goedkoop.", PAGE)),
            paragraph(said("Vraag de prijs van nu."), kind="step"),
        ),
    ),
)  # fmt: skip
BUS = CorpusDocument(
    id="bus", title="Met de bus", domain="vervoer", stale_after=date(2026, 6, 1),
    sections=(
        section("prijs", "bedrag", paragraph(said("De bus kost 3 euro.", "lijn"))),
        section("ook-zo", "stappen", paragraph(said("Vraag een fiets in het buurthuis.", "lijn"))),
    ),
)  # fmt: skip
SOURCES = {
    PAGE: Source(
        id=PAGE, url="https://buurthuis.example", title="Fietsen", publisher="Buurthuis", page_date="2026-05-01"
    ),
    "lijn": Source(id="lijn", url="https://bus.example", title="Prijzen", publisher="De bus"),
}
ORGANISATIONS = {
    "buurthuis": Organisation(id="buurthuis", name="Het buurthuis", does="Leent uit.", local=True, source=PAGE),
    "stad": Organisation(id="stad", name="De stad", does="Helpt.", phone="1700", hours="9 tot 19 uur", source=PAGE),
}
CORPUS = Corpus(
    documents=(LENDING, BUS), sources=SOURCES, amounts={}, organisations=ORGANISATIONS, glossary=(), lay_terms={}
)
