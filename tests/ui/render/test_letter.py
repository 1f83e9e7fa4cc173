from datetime import date
from decimal import Decimal

import pytest

from assistant.models import Letter, Sender
from tests.ui.fake_desk import TODAY, rva_letter
from ui.render.letter import letter
from ui.render.letter_parts import euro
from ui.text import load_text

TEXT = load_text()
EVIL = "<img src=x onerror=alert(1)>"


def shown(found: Letter, today: date = TODAY) -> str:
    return letter(found, {"inschrijven-vdab": "Je inschrijven"}, today, TEXT)


def test_day_place_and_days_left() -> None:
    html = shown(rva_letter())
    assert "Donderdag 14 januari om 14 uur" in html
    assert "RVA-kantoor Voorbeeldstad" in html
    assert "nog 9 dagen" in html
    assert "Doe dit ten laatste op woensdag 13 januari" in html
    assert "Het gesprek is op 14 januari. Eén dag vroeger is 13 januari." in html


def test_claims_and_original_share_their_proof() -> None:
    html = shown(rva_letter())
    for part in html.split('data-proof="')[1:]:
        assert f'data-proof-id="{part.split(chr(34))[0]}"' in html


def test_after_the_safe_day_the_last_legal_day_is_named() -> None:
    found = rva_letter()
    assert found.deadline is not None
    late = found.deadline.model_copy(update={"latest": date(2027, 1, 20)})
    html = shown(found.model_copy(update={"deadline": late, "deadlines": (late,)}), date(2027, 1, 15))
    assert "Misschien nog op tijd tot woensdag 20 januari" in html
    assert "Misschien nog op tijd" not in shown(found)


def test_an_advert_brings_no_step() -> None:
    advert = rva_letter().model_copy(update={"sender": Sender(name=None, kind="reclame")})
    assert 'data-open="mijn-stappen"' in shown(rva_letter())
    assert 'data-open="mijn-stappen"' not in shown(advert)


def test_no_fixed_day_is_said() -> None:
    found = rva_letter()
    assert found.deadline is not None
    soon = found.deadline.model_copy(update={"date": None, "do_by": None, "rule": "onverwijld"})
    html = shown(found.model_copy(update={"deadline": soon, "deadlines": (soon,)}))
    assert "Doe dit zo snel mogelijk" in html


def test_a_letter_with_nothing_in_it_is_still_a_screen() -> None:
    empty = Letter(
        file="x", language=None, pages=1, text_source="ocr", sender=Sender(name=None, kind="andere"), kind=None,
        letter_date=None, confidence=0.0, summary="We konden deze brief niet goed lezen.",
    )  # fmt: skip
    html = shown(empty)
    assert "In deze brief vonden we niets dat je moet doen" in html
    assert "We lazen deze brief van een foto" in html
    assert html.count("<h1") == 1


def test_a_letter_is_data() -> None:
    found = rva_letter()
    changed = {name: EVIL for name in ("summary", "plain_text", "consequence", "kind")}
    html = shown(
        found.model_copy(
            update={**changed, "original": (EVIL,), "warnings": (EVIL,), "sender": Sender(name=EVIL, kind="rva")}
        )
    )
    assert "<img" not in html


@pytest.mark.parametrize(
    "value, said", [("1234.5", "€\u00a01.234,50"), ("0.05", "€\u00a00,05"), ("-12", "€\u00a0-12,00")]
)
def test_euro(value: str, said: str) -> None:
    assert euro(Decimal(value)) == said
