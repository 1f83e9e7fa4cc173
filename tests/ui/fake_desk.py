"""A desk that answers at once with invented, typed results: the screen is tested without index or corpus."""

import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from assistant.models import (
    Answer,
    Appeal,
    Appointment,
    Citation,
    Contact,
    Deadline,
    HardWord,
    Helper,
    Letter,
    LetterAction,
    LetterAmount,
    OpenQuestion,
    ProcedureListing,
    Reference,
    Rights,
    Sender,
    Step,
    Term,
    Walk,
    WalkStep,
)
from assistant.plain import in_own_words, shorter
from ingest.errors import UnreadableFile
from tests.ui.fake_appointment import FakeBridge
from tests.ui.fake_rights import fake_rights

TODAY = date(2027, 1, 5)
ORIGINAL = """RIJKSDIENST VOOR ARBEIDSVOORZIENING
Kantoor Voorbeeldstad

Voorbeeldstad, 28 december 2026

BETREFT: uitnodiging om u te verdedigen

Geachte mevrouw,

Op grond van de ons medegedeelde inlichtingen zou u arbeid hebben verricht zonder daarvan melding te maken op uw
controlekaart. U wordt uitgenodigd zich aan te bieden op donderdag 14 januari 2027 om 14u op bovenvermeld kantoor
teneinde te worden gehoord in uw middelen van verdediging.

Indien u verhinderd bent, kan u uiterlijk daags vóór het verhoor om uitstel verzoeken. U kan zich laten bijstaan
door een advocaat of een afgevaardigde van uw vakorganisatie.

Bij ontstentenis van enig verweer zal een beslissing worden genomen op basis van de voorliggende stukken.
Het teveel ontvangen bedrag van 214,50 euro kan worden teruggevorderd. Ons kenmerk: VB/2026/0412."""

CITATION = Citation(
    document_id="vdab-afspraak",
    section="niet-kunnen-gaan",
    title="Je afspraak bij VDAB",
    publisher="VDAB",
    url="https://www.vdab.be/voorbeeld",
    page_date="2026-03",
    quote="Bel VDAB voor je afspraak als je niet kan komen.",
)
UNDATED = CITATION.model_copy(update={"title": "Ziek kind en je afspraak", "page_date": None, "url": None})
CONTACTS = {
    "noodnummer-112": Contact(name="Noodnummer 112", phone="112", hours="dag en nacht"),
    "politie-101": Contact(name="Politie", phone="101", hours="dag en nacht"),
    "1712": Contact(name="1712, hulp bij geweld", phone="1712", hours="werkdagen van 9 tot 17 uur"),
    "zelfmoordlijn": Contact(name="Zelfmoordlijn", phone="1813", hours="dag en nacht"),
    "awel": Contact(name="Awel, voor kinderen en jongeren", phone="102"),
    "tele-onthaal": Contact(name="Tele-Onthaal", phone="106", hours="dag en nacht"),
    "ocmw": Contact(name="Het OCMW van je gemeente", local=True),
    "caw": Contact(name="CAW", phone="0800 13 500", hours="weekdagen van 9 tot 17 uur"),
}
PROCEDURES = (
    ProcedureListing(id="leefloon-aanvragen", title="Een leefloon vragen bij het OCMW", domain="ocmw", minutes=20),
    ProcedureListing(id="afspraak-verzetten", title="Een afspraak bij VDAB verzetten", domain="vdab", minutes=5),
    ProcedureListing(id="inschrijven-vdab", title="Je inschrijven bij VDAB", domain="vdab", minutes=15),
)
DO_NOT_KNOW, SKIP = "weet ik niet", "overslaan"
ALWAYS = (DO_NOT_KNOW, SKIP)
QUESTIONS = (
    OpenQuestion(
        id="woonplaats",
        ask="Waar woon je?",
        why="Elke gemeente heeft een eigen OCMW.",
        options=("ik heb een adres", "ik heb geen adres", *ALWAYS),
    ),
    OpenQuestion(
        id="sinds",
        ask="Sinds welke dag heb je geen geld meer?",
        why="Het OCMW betaalt vanaf de dag van je vraag.",
        kind="date",
        options=ALWAYS,
    ),
    OpenQuestion(
        id="papieren",
        ask="Heb je je identiteitskaart bij je?",
        why="Het OCMW wil weten wie je bent.",
        options=("ja", "nog niet, ik moet ze zoeken", "ik heb geen kaart", *ALWAYS),
    ),
)


class FakeDesk(FakeBridge):
    """Plays `ui.desk.Desk`. `delay` = seconds that a letter takes."""

    def __init__(self, delay: float = 0.0) -> None:
        self.delay = delay
        self.histories: list[tuple[str, ...]] = []
        self.letters: list[str] = []
        self.forgotten = False

    def answer(self, question: str, history: Sequence[str] = (), today: date | None = None) -> Answer:
        self.histories.append(tuple(history))
        if "geen eten" in question:
            return crisis(question)
        if "maan" in question:
            return abstain(question)
        if question == "geld":
            return clarify(question)
        if "kapot" in question:
            raise RuntimeError("a fault that nobody expected")
        return sick_child(question)

    rewrites = False

    def rewrite(self, answer: Answer) -> Answer:
        return answer

    def explain_letter(self, path: Path | Sequence[Path], today: date | None = None) -> Letter:
        paths = [path] if isinstance(path, Path) else list(path)
        time.sleep(self.delay)
        content = paths[0].read_bytes()
        self.letters.append(paths[0].suffix)
        if b"leeg" in content:
            raise UnreadableFile("no text found", reason="empty", file="brief.txt")
        return vdab_letter() if b"vdab" in content else rva_letter()

    def procedures(self) -> Sequence[ProcedureListing]:
        return PROCEDURES

    def walk(self, procedure: str, answers: Mapping[str, str], today: date | None = None) -> Walk:
        still = tuple(question for question in QUESTIONS if question.id not in answers)
        return Walk(
            id=procedure,
            title="Een leefloon vragen bij het OCMW",
            intro="Een leefloon is geld van het OCMW om van te leven.",
            answers=dict(answers),
            open=still,
            steps=walk_steps(),
            done_when="Je hebt een ontvangstbewijs met de datum van vandaag.",
            next="Het OCMW beslist binnen 30 dagen. Hoor je niets? Bel dan.",
        )

    def check_rights(self, answers: Mapping[str, str]) -> Rights:
        return fake_rights(answers)

    def simpler(self, text: str) -> str:
        """Without what stands between brackets and quotes."""
        return shorter(in_own_words(text))

    def forget_index(self) -> None:
        self.forgotten = True

    def contacts(self, ids: Sequence[str]) -> Sequence[Contact]:
        return [CONTACTS[name] for name in ids if name in CONTACTS]

    def what_they_do(self, ids: Sequence[str]) -> Mapping[str, str]:
        return {CONTACTS[name].name: "Luistert naar jou." for name in ids if name in CONTACTS}


def sick_child(question: str) -> Answer:
    steps = (
        Step(text="Bel gratis 0800 30 700. Hou je brief of klantnummer klaar."),
        Step(text="Vraag de dokter een briefje voor je dochter."),
        Step(text="Geef het briefje aan je bemiddelaar, ten laatste de derde werkdag na de afspraak.", who="together"),
    )
    return Answer(
        question=question,
        kind="answer",
        label="answer",
        confidence=0.93,
        summary="Bel VDAB vandaag nog, vóór je afspraak. Zeg dat je dochter ziek is. "
        "Vraag een nieuwe afspraak of een gesprek aan de telefoon.",
        answer="Bel VDAB vandaag nog, vóór je afspraak.\n\n"
        "Blijf niet weg zonder te bellen. Anders kan je een tijd geen uitkering krijgen.",
        steps=steps,
        bring=("je brief van VDAB", "het briefje van de dokter"),
        deadlines=(Term(text="Het briefje moet er zijn ten laatste de derde werkdag.", rule="3 werkdagen"),),
        contacts=(
            Contact(name="VDAB", phone="0800 30 700", url="https://www.vdab.be", hours="werkdagen van 8 tot 19 uur"),
        ),
        difficult_words=(HardWord(word="bemiddelaar", meaning="De persoon bij VDAB die je helpt om werk te zoeken."),),
        citations=(CITATION, UNDATED),
        uncertain=("Van één pagina weten we de datum niet. Vraag aan VDAB of dit nog klopt.",),
        procedures=("afspraak-verzetten",),
    )


def crisis(question: str) -> Answer:
    return Answer(
        question=question,
        kind="crisis",
        label="crisis-food-roof",
        confidence=1.0,
        summary="Bel nu het CAW op 0800 13 500. Het OCMW is nu dicht.",
        answer="Bel nu het CAW op 0800 13 500.",
        steps=(Step(text="Bel het CAW op 0800 13 500. Vraag waar je vannacht terechtkan.", who="together"),),
        contacts=(CONTACTS["caw"], CONTACTS["ocmw"], CONTACTS["noodnummer-112"]),
    )


def abstain(question: str) -> Answer:
    return Answer(
        question=question,
        kind="abstain",
        label="not-found",
        abstained=True,
        summary="Dat weten we niet zeker. Daarom zeggen we niets.",
        answer="Dat weten we niet zeker. Daarom zeggen we niets.\n\nOnze bronnen zeggen dit niet.",
        contacts=(CONTACTS["ocmw"], CONTACTS["caw"]),
    )


def clarify(question: str) -> Answer:
    return Answer(
        question=question,
        kind="clarify",
        label="unclear",
        summary="Waarover gaat je vraag?",
        answer="Waarover gaat je vraag?",
        options=("Hoeveel is een leefloon?", "Hulp bij schulden", "Mijn uitkering komt niet"),
    )


def rva_letter() -> Letter:
    postpone = "kan u uiterlijk daags vóór het verhoor om uitstel verzoeken"
    invited = "U wordt uitgenodigd zich aan te bieden op donderdag 14 januari 2027 om 14u"
    deadline = Deadline(
        date=date(2027, 1, 13),
        do_by=date(2027, 1, 13),
        rule="een dag voor het gesprek",
        computed_from="14 januari 2027",
        sum="Het gesprek is op 14 januari. Eén dag vroeger is 13 januari.",
        quote=postpone,
        assumption="We denken dat de dag van het gesprek niet meetelt.",
    )
    return Letter(
        file="brief.pdf",
        language="nl",
        pages=1,
        text_source="text-layer",
        sender=Sender(name="RVA", kind="rva"),
        kind="uitnodiging voor een gesprek",
        letter_date=date(2026, 12, 28),
        confidence=0.97,
        urgency="hoog",
        summary="De RVA wil met je praten. De RVA denkt dat je gewerkt hebt en dat niet op je "
        "controlekaart schreef. Jij mag uitleggen wat er gebeurd is. Ga naar het gesprek.",
        actions=(
            LetterAction(
                text="Bel vandaag of morgen je vakbond of een advocaat. Vraag of iemand meegaat.",
                who="together",
                quote="U kan zich laten bijstaan door een advocaat of een afgevaardigde van uw vakorganisatie.",
            ),
            LetterAction(text="Zoek je controlekaarten en je papieren van het werk. Neem ze mee.", quote=invited),
            LetterAction(text="Kan je niet? Vraag een andere dag.", deadline=date(2027, 1, 13), quote=postpone),
        ),
        deadline=deadline,
        deadlines=(deadline,),
        appointment=Appointment(start=datetime(2027, 1, 14, 14, 0), place="RVA-kantoor Voorbeeldstad", mode="office"),
        amounts=(
            LetterAmount(
                value=Decimal("1214.50"),
                meaning="terug te betalen",
                quote="Het teveel ontvangen bedrag van 214,50 euro",
            ),
        ),
        references=(Reference(label="Ons kenmerk", value="VB/2026/0412"),),
        appeal=Appeal(term="binnen 3 maanden", where="de arbeidsrechtbank", by=None),
        consequence="Zeg je niets? Dan beslist de RVA zonder jouw uitleg. Je kan een tijd geen uitkering krijgen.",
        warnings=("We lazen het bedrag niet zeker. Kijk het na op de brief.",),
        plain_text="De RVA kreeg informatie over jou.\n\nDe RVA denkt dat je gewerkt hebt.\n\n"
        "Je mag uitleggen wat er gebeurd is. Dat staat in artikel 144 van het besluit.\n\n"
        "Vul je controlekaarten goed in.",
        difficult_words=(
            HardWord(
                word="controlekaart",
                meaning="De kaart waarop je elke maand invult of je werkte.",
                forms=("controlekaart", "controlekaarten"),
            ),
        ),
        helpers=(Helper(name="Je vakbond"), Helper(name="RVA", phone="02 515 44 44")),
        procedures=("inschrijven-vdab",),
        original=(ORIGINAL,),
    )


def vdab_letter() -> Letter:
    """An invitation to a talk: the sheet can be filled in from it."""
    place = "VDAB Voorbeeldstad, Stationsstraat 1"
    meeting = Appointment(start=datetime(2027, 1, 19, 9, 30), place=place, mode="office")
    changes = {"sender": Sender(name="VDAB", kind="vdab"), "kind_id": "vdab-gesprek", "appointment": meeting}
    return rva_letter().model_copy(update=changes)


def walk_steps() -> tuple[WalkStep, ...]:
    return (
        WalkStep(
            id="bellen",
            text="Bel het OCMW van je gemeente. Vraag een afspraak.",
            say="Ik wil een leefloon vragen. Wanneer kan ik komen?",
            channel="telefoon",
            without_pc="Ga naar de balie. Je hebt geen computer nodig.",
            who="client",
            if_it_fails="Niemand neemt op? Ga de volgende dag naar de balie.",
            citations=(CITATION,),
        ),
        WalkStep(
            id="gesprek",
            text="Ga naar het gesprek.",
            deadline={
                "rule": "Binnen 8 dagen na je vraag.",
                "date": "2027-01-16",
                "do_by": "2027-01-15",
                "sum": "8 januari en 8 dagen is 16 januari. Dat is een zaterdag.",
            },
            outreacher="Ga mee als dat mag. Laat de cliënt zelf praten.",
            minutes=30,
            without_bus="Vraag een gesprek aan de telefoon.",
            bring=("identiteitskaart", "bankkaart", "huurcontract"),
            who="together",
        ),
        WalkStep(
            id="bewijs", text="Vraag een ontvangstbewijs.", say="Mag ik een bewijs met de datum?", who="outreacher"
        ),
    )
