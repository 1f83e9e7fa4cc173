"""The whole kitchen-table scene with the real desk: from the photo of an invitation to the printed sheet.

By mouse with pictures (in the folder WEGWIJS_PICTURES, where it is set), and the main path by keyboard.
"""

import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import cv2
import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from assistant.evals import drawn
from tests.ui.conftest import running
from tests.ui.test_browser import no_violations, open_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.ocr,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="no Tesseract on this machine"),
]
LETTER = """VDAB
Stationsstraat 1
9999 VOORBEELDSTAD
                                     Mevrouw Amina Voorbeeld
                                     Kerkstraat 12
                                     9999 VOORBEELDSTAD

Voorbeeldstad, 20 november 2026
Ons kenmerk: VB/2026/0417

Betreft: uitnodiging voor een gesprek

Beste mevrouw

Wij nodigen u uit voor een gesprek met uw bemiddelaar op
dinsdag 8 december 2026 om 10.00 uur.
Plaats: VDAB-kantoor, Stationsstraat 1, 9999 Voorbeeldstad.

Breng uw identiteitskaart en deze brief mee. Kan u niet komen?
Verwittig ons dan vooraf op het gratis nummer 0800 30 700.
Blijft u zonder geldige reden afwezig, dan kan dit gevolgen
hebben voor uw uitkering.

Met vriendelijke groeten
Jan Bemiddelaar
VDAB
"""
BY_QUESTION = {
    "Hoe oud ben je?": "25 tot 64", "Met wie woon je?": "alleen of met mijn kinderen",
    "Voor hoeveel kinderen zorg je?": "2", "Hoeveel geld komt er elke maand binnen?": "851 tot 1300 euro",
    "Krijg je korting bij de dokter?": "nee", "Hoe woon je nu?": "ik huur bij een gewone huisbaas",
}  # fmt: skip
QUESTIONS = 15


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kitchen")


@pytest.fixture(scope="module")
def real_address(home: Path) -> Iterator[str]:
    """The screen with the real desk. No question is asked, so that no index is built."""
    with running("tests.ui.real_server", home) as found:
        yield found


@pytest.fixture(scope="module")
def photo(home: Path) -> Path:
    """The invitation as a phone takes it."""
    drawn.write_pdf(LETTER, home / "brief.pdf")
    picture = drawn.photo(drawn.render(home / "brief.pdf", 200)[0], seed=7)
    assert cv2.imwrite(str(home / "brief.jpg"), picture, [cv2.IMWRITE_JPEG_QUALITY, 85])
    return home / "brief.jpg"


def shoot(page: Page, name: str) -> None:
    """A picture to look at."""
    folder = os.environ.get("WEGWIJS_PICTURES")
    if folder:
        page.wait_for_timeout(500)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def heading(page: Page, door: str, words: str) -> None:
    expect(page.locator(f"#{door} h1")).to_have_text(words)


def go_on(page: Page, *ticks: str) -> None:
    """Tick and send one screen of the talk."""
    for tick in ticks:
        page.check(f"#afspraak {tick}")
    page.click("#afspraak [data-do=answers]")


def read_letter(page: Page, photo: Path) -> None:
    page.set_input_files("#brief input[type=file]", str(photo))
    page.wait_for_selector("#brief .file-preview")
    page.click("#brief button.primary")
    page.wait_for_selector("#brief .explain", timeout=90_000)


def check_rights(page: Page) -> list[str]:
    """Begin and answer what is asked; gives the questions."""
    page.evaluate("window.before = document.querySelector('#rechten h1').textContent")
    page.click("#rechten [data-action=begin]")
    asked = []
    for _ in range(QUESTIONS + 1):
        page.wait_for_function("document.querySelector('#rechten h1').textContent !== window.before", timeout=10_000)
        words = page.locator("#rechten h1").inner_text()
        if words.startswith("We vonden"):
            break
        asked.append(words)
        page.evaluate("window.before = document.querySelector('#rechten h1').textContent")
        if words in BY_QUESTION:
            page.click(f"#rechten .choice[data-value='{BY_QUESTION[words]}']")
        elif page.locator("#rechten input:checked").count():
            shoot(page, "07-rechten-al-gekend")
            page.click("#rechten .choices .btn.main")
        else:
            page.click("#rechten button:has-text('Overslaan')")
    return asked


def words_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u00a0", " ").split())


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as found:
        page.click(button)
    return Path(found.value.path()).read_bytes()


def test_from_photo_to_printed_sheet(browser: Browser, real_address: str, photo: Path) -> None:
    page, context, foreign = open_page(browser, real_address, reduced_motion="reduce")
    enter_the_outreacher(page)
    page.click(".doors a[data-door=brief]")
    read_letter(page, photo)
    expect(page.locator("#brief .explain h1").first).to_contain_text("wil met je praten.")
    expect(page.locator("#brief .term").first).to_contain_text("Dinsdag 8 december om 10 uur")
    shoot(page, "01-brief")

    page.click("#brief >> text=Bereid het gesprek voor")
    heading(page, "afspraak", "Dinsdag 8 december, 10 uur")
    expect(page.locator("#afspraak article")).to_contain_text("Stationsstraat 1")
    shoot(page, "02-blad-uit-de-brief")
    page.click("#afspraak >> text=Vul samen verder in")
    heading(page, "afspraak", "Waar is het gesprek?")
    expect(page.locator("#afspraak [name=plaats]")).to_have_value("VDAB-kantoor, Stationsstraat 1, 9999 Voorbeeldstad")
    go_on(page, "[name=weg][value=bus-trein]")
    heading(page, "afspraak", "Wat is nu moeilijk voor jou?")
    shoot(page, "03-moeilijk")
    go_on(page, "[value=geen-opvang]", "[value=geen-itsme]", "[value=taal]")
    heading(page, "afspraak", "Wat wil jij graag?")
    go_on(page, "[value=kleine-stappen]")
    heading(page, "afspraak", "Wat deed je al?")
    go_on(page, "[value=gezin]", "[value=koken]")
    heading(page, "afspraak", "Van welk geld leef je nu?")
    page.click("#afspraak >> text=Leefloon van het OCMW")
    page.wait_for_selector("#afspraak article.talk")
    expect(page.locator("#afspraak [data-action=fill-open]")).to_have_count(0)
    shoot(page, "04-blad")

    practise(page)
    page.fill("[name=agreed-0-what]", "een les Nederlands zoeken")
    page.fill("[name=agreed-0-when]", "15 januari")
    printed = words_of(saved(page, "[data-do=pdf]"))
    for words in ("Dinsdag 8 december", "Ik wil graag koken voor veel mensen.", "een les Nederlands zoeken",
                  "Ik zorg voor mijn gezin.", "An de Helper", "0470 00 00 00", "zelf ingevuld"):  # fmt: skip
        assert words in printed, words
    assert b"DTSTART:20261208T100000" in saved(page, "[data-do=ics]")
    page.click("[data-do=steps]")
    expect(page.locator("#mijn-stappen")).to_contain_text("een les Nederlands zoeken")
    expect(page.locator("#mijn-stappen")).to_contain_text("dinsdag 8 december om 10 uur")

    page.click(".doors a[data-door=rechten]")
    asked = check_rights(page)
    assert "Waar komt jullie geld vandaan?" in asked
    shoot(page, "08-rechten")
    page.locator("#rechten .take input").first.check()
    page.click("#rechten >> text=Zet wat ik koos in Mijn stappen")
    expect(page.locator("#mijn-stappen .task")).to_have_count(2)
    page.click("#mijn-stappen summary:has-text('Dit weten we al')")
    expect(page.locator("#mijn-stappen")).to_contain_text("Kinderen voor wie je zorgt: 2")
    shoot(page, "09-mijn-stappen")
    plan = words_of(saved(page, "#mijn-stappen button:has-text('Mijn hele lijst op papier')"))
    assert "een les Nederlands zoeken" in plan and "An de Helper" in plan
    assert foreign == []
    context.close()


def enter_the_outreacher(page: Page) -> None:
    """'Onze diensten', entered once."""
    page.click(".card.door[data-door=mijn-stappen]")
    page.click("#mijn-stappen button:has-text('Onze diensten')")
    page.select_option("#mijn-stappen [name=kind]", value="outreacher")
    page.fill("#mijn-stappen [name=name]", "An de Helper")
    page.fill("#mijn-stappen [name=phone]", "0470 00 00 00")
    page.click("#mijn-stappen form[data-send=service] button")
    expect(page.locator("#mijn-stappen .fill")).to_contain_text("An de Helper")


def practise(page: Page) -> None:
    """The likely questions, one by one."""
    page.click("#afspraak summary:has-text('Zo oefen ik')")
    page.click("#afspraak [data-do=practise]")
    page.wait_for_selector("#afspraak form[data-gather=practise]")
    shoot(page, "05-oefenen")
    first = page.locator("#afspraak h1").inner_text()
    page.fill("#afspraak textarea", "Ik wil graag koken voor veel mensen.")
    page.click("#afspraak [data-do=practise]")
    expect(page.locator("#afspraak h1")).not_to_have_text(first)
    page.click("#afspraak [data-do=practise-back]")
    heading(page, "afspraak", first)
    expect(page.locator("#afspraak textarea")).to_have_value("Ik wil graag koken voor veel mensen.")
    page.click("#afspraak [data-do=practise-back]")
    page.wait_for_selector("#afspraak article.talk")


def test_what_one_door_hears_no_other_asks(browser: Browser, real_address: str) -> None:
    page, context, _ = open_page(browser, real_address, "rechten", reduced_motion="reduce")
    first = check_rights(page)
    page.click("#rechten >> text=Begin opnieuw")
    expect(page.locator("#rechten .known")).to_contain_text("Voor hoeveel kinderen zorg je? 2")
    no_violations(page)
    shoot(page, "10-dit-weten-we-al")
    page.click("#rechten .known [aria-label$=': Voor hoeveel kinderen zorg je?']")
    page.click("#rechten .choice[data-value='3']")
    expect(page.locator("#rechten .known")).to_contain_text("Voor hoeveel kinderen zorg je? 3")
    again = check_rights(page)
    assert not set(again) & {"Hoe oud ben je?", "Met wie woon je?", "Voor hoeveel kinderen zorg je?"}
    assert len(again) < len(first)

    page.click(".doors a[data-door=stap-voor-stap]")
    page.click("#stap-voor-stap .pick:has-text('huurpremie') >> nth=0")
    page.wait_for_selector("#stap-voor-stap .rail-card")
    expect(page.locator("#stap-voor-stap .rail-card")).to_contain_text("ja (dit weten we al)")
    shoot(page, "11-stap-voor-stap")
    page.reload()
    page.wait_for_selector("#stap-voor-stap .rail-card")
    page.click(".doors a[data-door=mijn-stappen]")
    page.click("#mijn-stappen summary:has-text('Dit weten we al')")
    expect(page.locator("#mijn-stappen")).to_contain_text("Kinderen voor wie je zorgt: 3")
    page.click("#mijn-stappen button:has-text('Scherm leegmaken')")
    page.click("#mijn-stappen button:has-text('Maak het scherm leeg')")
    expect(page.locator("#mijn-stappen")).to_contain_text("Het scherm is leeg.")
    page.click(".doors a[data-door=rechten]")
    expect(page.locator("#rechten [data-action=begin]")).to_be_visible()
    expect(page.locator("#rechten .known")).to_have_count(0)
    context.close()


def test_the_municipality_is_asked_once_and_known_at_every_door(browser: Browser, real_address: str) -> None:
    page, context, _ = open_page(browser, real_address, "rechten")
    page.click("#rechten [data-action=begin]")
    page.click("#rechten button:has-text('Overslaan')")
    page.click("#rechten [data-action=show]")
    page.click("#rechten .known [data-action=place]")
    expect(page.locator("#gemeente-rechten")).to_be_focused()
    page.fill("#gemeente-rechten", "Gent")
    page.click("#rechten .known [data-action=place]")
    expect(page.locator("#rechten .known")).to_contain_text("Je woont in: Gent")
    page.goto(f"{real_address}/#stap-voor-stap")
    page.click("[data-value=leefloon-aanvragen]")
    for _ in range(4):
        stamp = page.locator("#stap-voor-stap [data-stamp]").first.get_attribute("data-stamp")
        page.click("#stap-voor-stap button:has-text('Overslaan')")
        expect(page.locator(f"#stap-voor-stap [data-stamp='{stamp}']")).to_have_count(0)
    expect(page.locator("#stap-voor-stap .checklist .known")).to_contain_text("Je woont in: Gent")
    context.close()


def press_on(page: Page, selector: str, key: str = "Enter") -> None:
    """Walk with Tab to the thing that `selector` names, then press."""
    for _ in range(80):
        if page.evaluate("(s) => document.activeElement?.matches?.(s) ?? false", selector):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_the_main_path_by_keyboard(browser: Browser, real_address: str, photo: Path) -> None:
    page, context, _ = open_page(browser, real_address, reduced_motion="reduce")
    press_on(page, ".card.door[data-door=brief]")
    heading(page, "brief", "Welke brief heb je?")
    page.set_input_files("#brief input[type=file]", str(photo))
    page.wait_for_selector("#brief .file-preview")
    press_on(page, "#brief button.primary")
    page.wait_for_selector("#brief .explain", timeout=90_000)
    expect(page.locator("#brief .explain h1").first).to_be_focused()
    press_on(page, "#brief [data-open=afspraak]")
    heading(page, "afspraak", "Dinsdag 8 december, 10 uur")
    expect(page.locator("#afspraak h1")).to_be_focused()
    press_on(page, "#afspraak [data-action=fill-open]")
    heading(page, "afspraak", "Waar is het gesprek?")
    press_on(page, "#afspraak [data-do=answers]")
    heading(page, "afspraak", "Wat is nu moeilijk voor jou?")
    press_on(page, "#afspraak [value=taal]", "Space")
    press_on(page, "#afspraak [data-do=answers]")
    heading(page, "afspraak", "Wat wil jij graag?")
    press_on(page, "#afspraak [data-do=answers]")
    heading(page, "afspraak", "Wat deed je al?")
    press_on(page, "#afspraak [data-do=answers]")
    heading(page, "afspraak", "Dinsdag 8 december, 10 uur")
    expect(page.locator("#afspraak article")).to_contain_text("Kan er een tolk bij zijn?")
    press_on(page, "#afspraak [data-do=steps]")
    expect(page.locator("#mijn-stappen")).to_contain_text("dinsdag 8 december om 10 uur")
    page.locator(".doors a[data-door=rechten]").focus()
    page.keyboard.press("Enter")
    press_on(page, "#rechten [data-action=begin]")
    heading(page, "rechten", "Hoe oud ben je?")
    press_on(page, "#rechten .choice[data-value='25 tot 64']")
    heading(page, "rechten", "Met wie woon je?")
    press_on(page, "#rechten [data-action=show]")
    expect(page.locator("#rechten h1")).to_contain_text("We weten nog niet genoeg")
    expect(page.locator("#rechten h1")).to_be_focused()
    context.close()
