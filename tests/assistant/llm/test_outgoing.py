"""What of a question leaves this machine: no name, number or address, however it is typed."""

import pytest

from assistant.llm.outgoing import GAP, outgoing
from assistant.wegwijs import Wegwijs


@pytest.mark.parametrize(
    ("question", "secrets"),
    [
        ("ik ben fatima claes en woon in de kerkstraat 12 in gent", ["fatima", "claes", "kerkstraat"]),
        ("mijn naam is mohamed el amrani, gsm 0471234567", ["mohamed", "amrani", "0471"]),
        ("mijn bemiddelaar els peeters zegt dat ik moet komen", ["els", "peeters"]),
        ("rrn 85010112345 wat moet ik doen", ["85010112345"]),
        ("rijksregister 85 01 01 123 45 leefloon", ["85 01", "123 45"]),
        ("Ik heet Yılmaz Öztürk", ["yilmaz", "ozturk", "Öztürk"]),
        ("mail me op j.p@hotmail.com of jan@x.be", ["hotmail", "j.p", "jan"]),
        ("mijn rekening is BE68 5390 0754 7034", ["5390", "7034"]),
        ("mijn zoon jef, geboren 3/4/2019, is ziek", ["jef", "2019"]),
        ("[fatima claes] vraagt leefloon", ["fatima", "claes"]),
        ("dossier TQ7731X bij dr. vandenbroucke", ["tq7731x", "vandenbroucke"]),
    ],
)
def test_nothing_personal_goes(question: str, secrets: list[str], wegwijs: Wegwijs) -> None:
    sent = outgoing(question, wegwijs.corpus)
    assert not [secret for secret in secrets if secret.lower() in sent.lower().split() or secret in sent]
    assert sent.strip(f" {GAP}"), "something is left to ask about"


@pytest.mark.parametrize(
    ("question", "sent"),
    [
        ("hoe vraag ik een leefloon aan", "hoe vraag ik een leefloon aan"),
        ("kan ik mijn afspraak bij VDAB verzetten?", "kan ik mijn afspraak bij vdab verzetten"),
        ("ik krijg een uitkering en een verlaging", "ik krijg een uitkering en een verlaging"),
        ("ik heb 2 kinderen en geen opvang", "ik heb 2 kinderen en geen opvang"),
    ],
)
def test_an_ordinary_question_goes_whole(question: str, sent: str, wegwijs: Wegwijs) -> None:
    assert outgoing(question, wegwijs.corpus) == sent
