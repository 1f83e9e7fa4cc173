"""The door Afspraak in a real browser: questions, sheet, files, practice, messages, a letter that fills it in, axe."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.ui.test_browser import PHONE, WIDE, give_letter, no_violations, open_page, pytestmark, scheme

__all__ = ["pytestmark", "scheme"]
DOOR = "#afspraak"


def go_on(page: Page, question: str) -> None:
    """Send the screen and wait for the next question."""
    page.click(f"{DOOR} [data-do=answers]")
    expect(page.locator(f"{DOOR} h1")).to_have_text(question)


def fill_in(page: Page) -> None:
    """From the first question to the sheet."""
    page.wait_for_selector(f"{DOOR} [data-connected]", state="attached")
    page.click(f"{DOOR} >> text=Een gesprek met mijn bemiddelaar")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Wanneer is je gesprek?")
    page.fill("[name='dag:day']", "19")
    page.select_option("[name='dag:month']", label="januari")
    page.fill("[name='dag:year']", "2027")
    page.fill("[name=uur]", "10u30")
    go_on(page, "Waar is het gesprek?")
    page.check("[name=waar][value=kantoor]")
    page.fill("[name=plaats]", "VDAB Voorbeeldstad, Stationsstraat 1")
    go_on(page, "Wat is nu moeilijk voor jou?")
    expect(page.locator(f"{DOOR} input:checked")).to_have_count(0)
    page.check("[name=drempels][value=geen-opvang]")
    go_on(page, "Wat wil jij graag?")
    page.check("[name=wil][value=kleine-stappen]")
    go_on(page, "Wat deed je al?")
    page.check("[name=sterk][value=gezin]")
    go_on(page, "Van welk geld leef je nu?")
    page.click(f"{DOOR} >> text=Leefloon van het OCMW")
    page.wait_for_selector(f"{DOOR} article.talk")


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as found:
        page.click(button)
    return Path(found.value.path()).read_bytes()


def test_from_five_questions_to_paper_and_calendar(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address)
    page.click(".card.door[data-door=afspraak]")
    fill_in(page)
    sheet = page.locator(f"{DOOR} article")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Dinsdag 19 januari, 10.30 uur")
    expect(page.locator(f"{DOOR} h1")).to_be_focused()
    expect(page.locator("#meldingen")).to_have_text("Dinsdag 19 januari, 10.30 uur")
    for words in (
        "Ik zorg voor mijn gezin.",
        "Kan ons gesprek tijdens de schooluren of aan de telefoon?",
        "recht",
        "C45B",
    ):
        expect(sheet).to_contain_text(words) if words != "C45B" else expect(sheet).not_to_contain_text(words)
    page.click(f"{DOOR} summary:has-text('Zo oefen ik')")
    page.locator(f"{DOOR} textarea").first.fill("Ik belde drie winkels.")
    page.fill("[name=agreed-0-what]", "een les zoeken")
    text = " ".join(part.extract_text() for part in PdfReader(BytesIO(saved(page, "[data-do=pdf]"))).pages)
    assert "Ik belde drie winkels." in text
    assert "een les zoeken" in " ".join(text.split())
    expect(page.locator(f"{DOOR} textarea").first).to_have_value("Ik belde drie winkels.")
    assert b"DTSTART:20270119T103000" in saved(page, "[data-do=ics]")
    assert foreign == []
    context.close()


def test_paper_holds_what_is_asked_for_each_barrier_and_no_sources(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    fill_in(page)
    expect(page.locator(f"{DOOR} .barrier .asks").first).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(f"{DOOR} .barrier .asks").first).to_be_visible()
    assert page.locator(f"{DOOR} .sources >> visible=true").count() == 0
    context.close()


def test_what_was_agreed_goes_to_my_steps(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    fill_in(page)
    page.fill("[name=agreed-0-what]", "drie bedrijven bellen")
    page.fill("[name=agreed-0-when]", "2 februari")
    page.click("[data-do=steps]")
    expect(page.locator("#mijn-stappen")).to_be_visible()
    expect(page.locator("#mijn-stappen")).to_contain_text("drie bedrijven bellen")
    expect(page.locator("#mijn-stappen")).to_contain_text("Afspraak: VDAB")
    context.close()


def test_nothing_to_bring_to_my_steps_is_said(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    for question in ("Wanneer is je gesprek?", "Waar is het gesprek?", "Wat is nu moeilijk voor jou?",
                     "Wat wil jij graag?", "Wat deed je al?"):  # fmt: skip
        page.click(f"{DOOR} [data-action=skip]")
        expect(page.locator(f"{DOOR} h1")).to_have_text(question)
    page.click(f"{DOOR} [data-action=skip]")
    page.click("[data-do=steps]")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Schrijf eerst op wat jullie afspraken.")
    expect(page.locator(f"{DOOR} [role=alert]")).to_be_in_viewport()
    context.close()


def test_a_letter_of_invitation_opens_the_sheet_filled_in(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    give_letter(page, b"%PDF-1.4 een brief van vdab")
    page.click("#brief >> text=Bereid het gesprek voor")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Dinsdag 19 januari, 9.30 uur")
    expect(page.locator(f"{DOOR} article")).to_contain_text("VDAB Voorbeeldstad, Stationsstraat 1")
    page.click(f"{DOOR} summary:has-text('dingen invullen')")
    page.click(f"{DOOR} [aria-label='Vul in: Wat is nu moeilijk voor jou?']")
    page.check("[name=drempels][value=taal]")
    page.click("[data-do=answers]")
    expect(page.locator(f"{DOOR} article")).to_contain_text("Kan er een tolk bij zijn?")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Dinsdag 19 januari, 9.30 uur")
    context.close()


def test_a_letter_with_a_hearing_opens_the_sheet_too(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    give_letter(page, b"%PDF-1.4 een brief")
    page.wait_for_selector("#brief .sheet")
    expect(page.locator("#brief [data-open=afspraak]")).to_have_count(1)
    context.close()


def test_a_day_and_an_hour_that_do_not_exist_are_said(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    page.click(f"{DOOR} >> text=VDAB belt mij op")
    page.fill("[name='dag:day']", "31")
    page.select_option("[name='dag:month']", label="februari")
    page.fill("[name='dag:year']", "2027")
    page.click("[data-do=answers]")
    expect(page.locator(f"{DOOR} .notice")).to_contain_text("Deze dag kennen we niet.")
    expect(page.locator("[name='dag:day']")).to_have_value("31")
    expect(page.locator("[name='dag:year']")).to_have_value("2027")
    page.fill("[name='dag:day']", "")
    page.fill("[name='dag:year']", "")
    page.fill("[name=uur]", "25:00")
    page.click("[data-do=answers]")
    expect(page.locator(f"{DOOR} .notice")).to_contain_text("Dit uur kennen we niet.")
    page.click(f"{DOOR} button:has-text('Overslaan')")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Waar is het gesprek?")
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Wanneer is je gesprek?")
    context.close()


def test_going_back_keeps_what_was_filled_in(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    expect(page.locator(f"{DOOR} button:has-text('Vorige vraag')")).to_have_count(0)
    page.click(f"{DOOR} >> text=VDAB belt mij op")
    page.fill("[name=uur]", "10u30")
    go_on(page, "Waar is het gesprek?")
    page.fill("[name=plaats]", "Stationsstraat 1")
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    expect(page.locator("[name=uur]")).to_have_value("10u30")
    page.fill("[name=uur]", "11u")
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    expect(page.locator(f"{DOOR} .given")).to_have_text("VDAB belt mij op")
    page.click(f"{DOOR} .given")
    expect(page.locator("[name=uur]")).to_have_value("11u")
    go_on(page, "Waar is het gesprek?")
    expect(page.locator("[name=plaats]")).to_have_value("Stationsstraat 1")
    context.close()


def test_a_message_knows_the_talk_and_can_be_copied_and_saved(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak", permissions=["clipboard-read", "clipboard-write"])
    fill_in(page)
    page.click("[data-do=messages]")
    page.click(f"{DOOR} .pick:has-text('Een afspraak verzetten')")
    expect(page.locator("[name='dag:day']")).to_have_value("19")
    expect(page.locator("[name=uur]")).to_have_value("10:30")
    expect(page.locator("[name=dienst]")).to_have_value("VDAB")
    page.fill("[name=reden]", "<b>mijn kind is ziek</b>")
    page.click("[data-do=fill]")
    expect(page.locator(f"{DOOR} .sheet")).to_contain_text("De reden is: <b>mijn kind is ziek</b>.")
    expect(page.locator(f"{DOOR} .notice")).to_contain_text("Dit vul je nog zelf in:")
    page.click("[data-copy] >> nth=0")
    expect(page.locator("#meldingen")).to_have_text("Klaar. Je kan nu plakken.")
    assert "dinsdag 19 januari 2027 om 10.30 uur" in page.evaluate("navigator.clipboard.readText()")
    with zipfile.ZipFile(BytesIO(saved(page, f"{DOOR} button:has-text('Word')"))) as word:
        assert "mijn kind is ziek" in word.read("word/document.xml").decode("utf-8")
    page.click(f"{DOOR} button:has-text('Verander')")
    expect(page.locator("[name=reden]")).to_have_value("<b>mijn kind is ziek</b>")
    context.close()


def test_a_reload_keeps_the_sheet_and_a_new_talk_forgets_it(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    fill_in(page)
    page.reload()
    page.wait_for_selector(f"{DOOR} article.talk")
    page.click(f"{DOOR} button:has-text('Nieuw gesprek')")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Welk gesprek heb je?")
    context.close()


def test_paper_opens_what_is_folded_and_hides_the_buttons(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "afspraak")
    fill_in(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(f"{DOOR} article details:not([open])").count() == 0
    expect(page.locator(f"{DOOR} [data-do=pdf]")).to_be_hidden()
    expect(page.locator(f"{DOOR} h1")).to_be_visible()
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_and_width_on_each_screen(browser: Browser, address: str, scheme: str, size: dict[str, int]) -> None:
    page, context, _ = open_page(
        browser, address, "afspraak", color_scheme=scheme, viewport=size, reduced_motion="reduce"
    )
    page.click(f"{DOOR} >> text=Een gesprek met mijn bemiddelaar")
    page.wait_for_selector("fieldset.day")
    no_violations(page)
    page.click(f"{DOOR} button:has-text('Overslaan')")
    page.wait_for_selector("[name=plaats]")
    no_violations(page)
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    page.wait_for_selector("fieldset.day")
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    fill_in(page)
    no_violations(page)
    page.click("[data-do=messages]")
    page.wait_for_selector(f"{DOOR} .picks")
    no_violations(page)
    page.click(f"{DOOR} .pick:has-text('verzoekschrift')")
    page.wait_for_selector("[name=rechtbank]")
    no_violations(page)
    page.click("[data-do=fill]")
    page.wait_for_selector(f"{DOOR} .sheet")
    no_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
