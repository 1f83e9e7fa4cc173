"""The door Rechten in a real browser: a whole check, the keyboard, a reload, paper, and axe."""

import pytest
from playwright.sync_api import Browser, expect

from tests.ui.test_browser import PHONE, WIDE, no_violations, open_page, pytestmark, scheme

__all__ = ["pytestmark", "scheme"]
DOOR = "#rechten"


def test_a_whole_check(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address)
    page.click(".card.door[data-door=rechten]")
    page.click(f"{DOOR} >> text=Begin")
    heading = page.locator(f"{DOOR} h1")
    expect(heading).to_have_text("Hoe oud ben je?")
    expect(heading).to_be_focused()
    page.click("text=18 of ouder")
    expect(heading).to_have_text("Wat past bij jullie geld?")
    page.click(f"{DOOR} .btn.main")
    expect(page.locator(f"{DOOR} .wrong")).to_contain_text("Duid eerst iets aan")
    page.check("text=We hebben schulden")
    page.check("text=We verwarmen met mazout")
    page.click(f"{DOOR} .btn.main")
    expect(heading).to_have_text("Krijg je korting bij de dokter?")
    page.click(f"{DOOR} button:has-text('Vorige vraag')")
    expect(page.locator(f"{DOOR} input:checked")).to_have_count(2)
    page.click(f"{DOOR} .btn.main")
    page.click(f"{DOOR} button:has-text('Overslaan')")
    expect(heading).to_have_text("We vonden één recht dat je waarschijnlijk hebt.")
    expect(page.locator("#meldingen")).to_have_text("We vonden één recht dat je waarschijnlijk hebt.")
    page.click(f"{DOOR} summary:has-text('Misschien (1)')")
    page.click(f"{DOOR} button:has-text('Vul in')")
    page.click(f"{DOOR} .choices .btn >> nth=0")
    expect(page.locator(f"{DOOR} article")).not_to_contain_text("Dit moet je nog weten")
    page.click(f"{DOOR} [data-open]")
    expect(page.locator("#stap-voor-stap h1")).to_have_text("Waar woon je?")
    assert foreign == []
    context.close()


def test_with_the_keyboard(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "rechten")
    page.locator(f"{DOOR} h1").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"{DOOR} h1")).to_be_focused()
    expect(page.locator(f"{DOOR} h1")).to_have_text("Hoe oud ben je?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Wat past bij jullie geld?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(f"{DOOR} input:checked")).to_have_count(1)
    context.close()


def test_a_reload_keeps_the_answers_and_a_new_tab_has_none(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "rechten")
    page.click(f"{DOOR} >> text=Begin")
    page.click("text=18 of ouder")
    page.wait_for_selector(f"{DOOR} fieldset")
    page.reload()
    page.wait_for_selector(f"{DOOR} fieldset")
    other = context.new_page()
    other.goto(f"{address}/#rechten")
    other.wait_for_selector(f"{DOOR} [data-action=begin]")
    other.wait_for_timeout(1000)
    expect(other.locator(f"{DOOR} fieldset")).to_have_count(0)
    context.close()


def test_paper_shows_how_and_where(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "rechten")
    page.click(f"{DOOR} >> text=Begin")
    page.click("text=18 of ouder")
    page.click(f"{DOOR} >> text=Toon nu mijn rechten")
    page.wait_for_selector(f"{DOOR} article")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(f"{DOOR} article details:not([open])").count() == 0
    expect(page.locator(f"{DOOR} .next >> nth=-1")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe(browser: Browser, address: str, scheme: str, size: dict[str, int]) -> None:
    page, context, _ = open_page(
        browser, address, "rechten", color_scheme=scheme, viewport=size, reduced_motion="reduce"
    )
    page.click(f"{DOOR} >> text=Begin")
    page.wait_for_selector(f"{DOOR} .choices")
    no_violations(page)
    page.click("text=18 of ouder")
    page.wait_for_selector(f"{DOOR} fieldset")
    no_violations(page)
    page.click(f"{DOOR} >> text=Toon nu mijn rechten")
    page.wait_for_selector(f"{DOOR} article")
    no_violations(page)
    context.close()
