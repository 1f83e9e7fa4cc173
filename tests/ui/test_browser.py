"""The screen in a real browser: the two scenes, the keyboard, 360 pixels, paper, and axe on every screen."""

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine"),
]
WIDE, PHONE = {"width": 1366, "height": 900}, {"width": 360, "height": 740}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
QUESTION = "kmoet morgen naar vdab maar mijn dochter is ziek wa moetk doen"


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def open_page(
    browser: Browser, address: str, door: str = "", **options: object
) -> tuple[Page, BrowserContext, list[str]]:
    """A page on `door`, its context, and a list that fills with every request to another host."""
    context = browser.new_context(**{"viewport": WIDE, "locale": "nl-BE", **options})  # type: ignore[arg-type]
    page, foreign = context.new_page(), []
    own = (address, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else foreign.append(request.url))
    page.goto(f"{address}/#{door}")
    page.wait_for_selector(".door-panel.here h1")
    page.wait_for_selector(".loading", state="detached")  # Gradio's own word while its parts arrive
    return page, context, foreign


def ask(page: Page, question: str, selector: str) -> None:
    page.fill("#vraag textarea", question)
    page.press("#vraag textarea", "Enter")
    page.wait_for_selector(f"#vraag {selector}")


def give_letter(page: Page, content: bytes, name: str = "brief.pdf") -> None:
    page.set_input_files("#brief input[type=file]", {"name": name, "mimeType": "application/pdf", "buffer": content})
    page.wait_for_selector("#brief .file-preview")
    page.click("#brief button.primary")


def no_violations(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.here details').forEach((part) => { part.open = true; })")
    page.wait_for_timeout(400)  # a fade must be over before colours are measured
    size = page.viewport_size or {"width": 1280, "height": 720}
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], whole + 200)})
    found = Axe().run(page, options=AXE).response["violations"]  # all in sight: the bar below covers no target
    page.set_viewport_size(size)
    assert [(row["id"], [node["html"][:160] for node in row["nodes"]]) for row in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the screen scrolls sideways"


def test_scene_question(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address)
    page.click(".card.door[data-door=vraag]")
    ask(page, QUESTION, "article")
    heading = page.locator("#vraag h1")
    expect(heading).to_have_text("Bel VDAB vandaag nog, vóór je afspraak.")
    expect(heading).to_be_focused()
    expect(page.locator("#meldingen")).to_have_text("Bel VDAB vandaag nog, vóór je afspraak.")
    expect(page.locator("#vraag .q")).to_contain_text(QUESTION)
    page.hover("#vraag .word")
    expect(page.locator("#vraag .tip")).to_be_visible()
    searching = page.locator("#vraag .searching")
    expect(searching).to_be_hidden()
    page.evaluate("document.querySelector('#vraag .result .html-container').classList.add('pending')")
    expect(searching).to_be_visible()
    page.evaluate("document.querySelector('#vraag .result .html-container').classList.remove('pending')")
    ask(page, "geld", ".choices")
    expect(page.locator("#vraag .earlier")).to_have_count(1)
    page.click("#vraag .choices .btn >> nth=1")
    expect(page.locator("#vraag .q")).to_contain_text("Hulp bij schulden")
    page.click("#vraag .next [data-open] >> visible=true")
    expect(page.locator("#stap-voor-stap h1")).to_have_text("Waar woon je?")
    assert QUESTION not in page.title()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('run')).length") == 0
    assert foreign == []
    context.close()


def test_scene_letter(browser: Browser, address: str, uploads: Path) -> None:
    page, context, foreign = open_page(browser, address, "brief")
    give_letter(page, b"%PDF-1.4 een brief")
    page.wait_for_selector("#brief .reading")
    page.wait_for_selector("#brief .sheet")
    expect(page.locator("#brief h1")).to_have_text("De RVA wil met je praten.")
    expect(page.locator("#brief .term").first).to_contain_text("Donderdag 14 januari om 14 uur")
    page.hover("#brief ol.do > li >> nth=1")
    lit = page.locator("#brief mark.lit")
    expect(lit).to_contain_text("U wordt uitgenodigd")
    page.locator("#brief mark").first.focus()
    expect(page.locator("#brief .explain .lit").first).to_be_visible()
    assert not list(uploads.glob("wegwijs-*/**/brief.pdf")), "the upload is deleted after reading"
    page.click("text=Andere brief")
    expect(page.locator("#brief h1")).to_have_text("Welke brief heb je?")
    assert foreign == []
    context.close()


def test_letter_that_cannot_be_read_and_one_that_is_stopped(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    give_letter(page, b"leeg")
    expect(page.locator("#brief [role=alert]")).to_contain_text("Dit bestand is leeg.")
    expect(page.locator("#brief button.primary")).to_be_visible()
    give_letter(page, b"%PDF-1.4 een brief")
    page.click("text=Stop met lezen")
    expect(page.locator("#brief .notice")).to_contain_text("Gestopt.")
    page.wait_for_timeout(1500)
    expect(page.locator("#brief .sheet")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    "name, content, sentence",
    [("x.exe", b"MZ", "Dit soort bestand lezen we niet."), ("x.pdf", b"0" * 22_000_000, "Dit bestand is te groot.")],
    ids=["kind", "size"],
)
def test_what_gradio_refuses_is_said_in_dutch(
    browser: Browser, address: str, name: str, content: bytes, sentence: str
) -> None:
    page, context, _ = open_page(browser, address, "brief")
    page.set_input_files("#brief input[type=file]", {"name": name, "mimeType": "application/pdf", "buffer": content})
    expect(page.locator("#storing .what")).to_contain_text(sentence)
    expect(page.locator(".toast-wrap").first).to_be_hidden()
    page.click("#storing [data-shut]")
    expect(page.locator("#storing section")).to_be_hidden()
    context.close()


def test_no_word_of_gradio_is_english(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief", locale="en-US")
    assert "Drop File" not in page.locator("#brief-bestand").inner_html()
    page.set_input_files("#brief input[type=file]", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    page.wait_for_selector("#brief .file-preview")
    names = page.locator("#brief-bestand [aria-label] >> visible=true").evaluate_all(
        "rows => rows.map(row => row.getAttribute('aria-label'))"
    )
    assert names == ["Wissen", "a.pdf"]
    context.close()


def test_pasted_letter_and_nothing_given(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    page.click("#brief button.primary")
    expect(page.locator("#brief .notice")).to_contain_text("Kies eerst een brief")
    page.click("text=Of plak de tekst van de brief")
    page.fill("#brief textarea", "Geachte mevrouw, ...")
    page.click("#brief button.primary")
    page.wait_for_selector("#brief .sheet")
    context.close()


def test_a_question_with_code_in_it_is_only_text(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag")
    evil = "<img src=x onerror=\"document.title='x'\"> {{constructor}} ${1+1} `"
    ask(page, evil, "article")
    expect(page.locator("#vraag .q")).to_contain_text(evil)
    assert page.locator("#vraag .q img").count() == 0
    context.close()


def test_a_fault_keeps_the_talk_and_says_what_to_do(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag")
    ask(page, "kapot", "[role=alert]")
    expect(page.locator("#vraag [role=alert]")).to_contain_text("Er ging iets mis bij ons.")
    expect(page.locator("#vraag textarea")).to_have_value("kapot")
    context.close()


def test_walk_with_the_keyboard_only(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#start h1")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#stap-voor-stap h1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("leefloon")
    expect(page.locator("[data-filter-count]")).to_have_text("Gevonden: 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#stap-voor-stap h1")).to_have_text("Waar woon je?")
    expect(page.locator("#stap-voor-stap h1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#stap-voor-stap h1")).to_contain_text("Sinds welke dag")
    context.close()


def test_a_day_in_three_boxes(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "stap-voor-stap")
    page.click(".pick[data-value=leefloon-aanvragen]")
    page.click("text=Ik heb een adres")
    page.fill("[data-part=day]", "31")
    page.select_option("[data-part=month]", label="februari")
    page.fill("[data-part=year]", "2027")
    page.click("text=Verder")
    expect(page.locator(".day .wrong")).to_contain_text("Deze dag kennen we niet.")
    page.fill("[data-part=day]", "8")
    page.click("text=Verder")
    expect(page.locator(".rail")).to_contain_text("maandag 8 februari 2027")
    context.close()


def test_help_stays_in_sight(browser: Browser, address: str) -> None:
    for size in (WIDE, PHONE):
        page, context, _ = open_page(browser, address, "vraag", viewport=size)
        ask(page, QUESTION, "article")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        expect(page.locator("[data-help=open]")).to_be_in_viewport()
        context.close()


def test_help_panel_opens_shuts_and_gives_the_focus_back(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "rechten")
    page.click("[data-help=open]")
    expect(page.locator("#hulp")).to_be_visible()
    expect(page.locator("#hulp")).to_contain_text("Luistert naar jou.")
    numbers = page.locator("#hulp .number").all_inner_texts()
    assert [re.sub(r"\s+", " ", number).strip() for number in numbers][:3] == ["112", "101", "1712"]
    page.keyboard.press("Escape")
    expect(page.locator("#hulp")).to_be_hidden()
    expect(page.locator("[data-help=open]")).to_be_focused()
    context.close()


def test_letters_grow_and_stay_grown(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address)
    small = page.evaluate("getComputedStyle(document.querySelector('.card.door')).fontSize")
    page.click("[data-bigger]")
    page.reload()
    page.wait_for_selector(".door-panel.here h1")
    grown = page.evaluate("getComputedStyle(document.querySelector('.card.door')).fontSize")
    assert float(grown[:-2]) > float(small[:-2])
    context.close()


def test_a_reload_shows_the_same_scene_and_a_new_tab_does_not(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag")
    ask(page, QUESTION, "article")
    page.goto(f"{address}/#stap-voor-stap")
    page.click(".pick[data-value=leefloon-aanvragen]")
    page.click("text=Ik heb een adres")
    page.wait_for_selector("fieldset.day")
    page.reload()
    page.wait_for_selector("fieldset.day")
    page.click(".doors [data-door=vraag]")
    expect(page.locator("#vraag .q")).to_contain_text(QUESTION)
    page.click("#vraag button:has-text('Begin opnieuw')")
    expect(page.locator("#vraag h1")).to_have_text("Ik heb een vraag")
    page.reload()
    page.wait_for_selector("#vraag h1")
    page.wait_for_timeout(1000)
    expect(page.locator("#vraag article")).to_have_count(0)
    other = context.new_page()
    other.goto(f"{address}/#stap-voor-stap")
    other.wait_for_selector(".picks")
    other.wait_for_timeout(1000)
    expect(other.locator("#stap-voor-stap fieldset.day")).to_have_count(0)
    context.close()


def test_back_button_of_the_browser(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address)
    page.click(".card.door[data-door=brief]")
    page.go_back()
    expect(page.locator("#start")).to_be_visible()
    context.close()


def test_read_aloud_is_only_offered_with_a_dutch_voice(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag")
    ask(page, QUESTION, "article")
    expect(page.locator("#vraag [data-speak]")).to_be_hidden()
    page.evaluate(
        "() => { speechSynthesis.getVoices = () => [{lang: 'nl-BE'}];"
        " speechSynthesis.dispatchEvent(new Event('voiceschanged')); }"
    )
    expect(page.locator("#vraag [data-speak]")).to_be_visible()
    context.close()


def test_paper_opens_what_is_folded(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "vraag")
    ask(page, QUESTION, "article")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#vraag article details:not([open])").count() == 0
    for hidden in ("#kop", "#vraag .ask-box", "#vraag .next"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#vraag article details[open]").count() == 0
    context.close()


@pytest.mark.parametrize("door", ["start", "vraag", "brief", "stap-voor-stap", "afspraak", "rechten", "mijn-stappen"])
def test_axe_on_each_door(browser: Browser, address: str, scheme: str, door: str) -> None:
    page, context, _ = open_page(browser, address, door, color_scheme=scheme, reduced_motion="reduce")
    no_violations(page)
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_on_each_result(browser: Browser, address: str, scheme: str, size: dict[str, int]) -> None:
    page, context, _ = open_page(
        browser, address, "vraag", color_scheme=scheme, viewport=size, reduced_motion="reduce"
    )
    for question, selector in (
        (QUESTION, "article.answer"), ("geld", ".clarify"), ("naar de maan", ".abstain"), ("geen eten", ".crisis"),
        ("kapot", "[role=alert]"),
    ):  # fmt: skip
        ask(page, question, selector)
        no_violations(page)
    page.click("[data-help=open]")
    no_violations(page)
    page.keyboard.press("Escape")
    page.goto(f"{address}/#brief")
    give_letter(page, b"%PDF-1.4 een brief")
    page.wait_for_selector("#brief .sheet")
    no_violations(page)
    page.goto(f"{address}/#stap-voor-stap")
    page.click(".pick[data-value=leefloon-aanvragen]")
    page.click("text=Ik heb een adres")
    page.wait_for_selector("fieldset.day")
    no_violations(page)
    page.click("#stap-voor-stap button:has-text('Overslaan')")
    page.wait_for_selector("#stap-voor-stap fieldset.day", state="detached")
    page.click("#stap-voor-stap .choices .btn >> nth=0")
    page.wait_for_selector(".checklist")
    no_violations(page)
    context.close()
