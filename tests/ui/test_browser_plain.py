"""In a real browser: the switch "Nog eenvoudiger", and hard words with pointer, keyboard and tap."""

from playwright.sync_api import Browser, Page, expect

from tests.ui.test_browser import (
    PHONE,
    QUESTION,
    ask,
    give_letter,
    no_violations,
    open_page,
    pytestmark,  # noqa: F401  # the marks
)

LAW = "Dat staat in artikel 144"


def read_letter(page: Page) -> None:
    give_letter(page, b"%PDF-1.4 een brief")
    page.wait_for_selector("#brief .sheet")
    page.evaluate("document.querySelectorAll('.here details').forEach((part) => { part.open = true; })")


def test_switch_shows_the_other_text_at_once_and_is_remembered(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address, "brief")
    read_letter(page)
    switch = page.get_by_role("button", name="Nog eenvoudiger")
    expect(switch).to_have_attribute("aria-pressed", "false")
    full, simple = page.locator("#brief div.level-full"), page.locator("#brief div.level-simple")
    expect(full).to_contain_text(LAW)
    expect(simple).to_be_hidden()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    switch.focus()
    page.keyboard.press("Space")
    assert page.evaluate("getComputedStyle(document.querySelector('#brief div.level-full')).display") == "none"
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(simple).to_be_visible()
    expect(simple).not_to_contain_text(LAW)
    assert requests == [], "both texts were there already"
    no_violations(page)
    page.reload()
    page.wait_for_selector("#brief .sheet")
    expect(page.get_by_role("button", name="Nog eenvoudiger")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.hasAttribute('data-simple')")
    assert foreign == []
    context.close()


def test_hard_words_by_keyboard(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    read_letter(page)
    word = page.locator("#brief .word").first
    tip = page.locator("#brief .tip").first
    page.locator("#brief h1").focus()
    for _step in range(12):
        if page.evaluate("document.activeElement.classList.contains('word')"):
            break
        page.keyboard.press("Tab")
    expect(word).to_be_focused()
    expect(tip).to_be_visible()
    expect(tip).to_have_text("De kaart waarop je elke maand invult of je werkte.")
    assert word.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()
    expect(page.locator("#brief dl.words dt", has_text="controlekaart")).to_have_count(1)
    context.close()


def test_hard_words_by_pointer_and_tap(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag", viewport=PHONE, has_touch=True)
    ask(page, QUESTION, "article")
    tip = page.locator("#vraag .tip").first
    page.locator("#vraag .word").first.tap()
    expect(tip).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the explanation stays on the screen"
    page.locator("#vraag h1").tap(position={"x": 2, "y": 2})
    expect(tip).to_be_hidden()
    page.hover("#vraag .word")
    expect(tip).to_be_visible()
    context.close()
