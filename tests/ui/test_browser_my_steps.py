"""Mijn stappen in a real browser: from letter and walk to tasks, undo, papers, keep, reload, lock, open, wipe."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.test_browser import PHONE, WIDE, give_letter, no_violations, open_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine"),
]
DOOR = "#mijn-stappen"
WORDS = "drie gewone woorden"


def press(page: Page, words: str) -> None:
    page.click(f"{DOOR} button:has-text('{words}')")


def wait_for(page: Page, words: str) -> None:
    expect(page.locator(f"{DOOR} .steps-door")).to_contain_text(words)


def bring_walk(page: Page, address: str) -> None:
    page.goto(f"{address}/#stap-voor-stap")
    page.click(".pick[data-value=leefloon-aanvragen]")
    page.click("text=Ik heb een adres")
    page.wait_for_selector("#stap-voor-stap fieldset.day")
    page.click("#stap-voor-stap button:has-text('Overslaan')")
    # Wait, else the next click may meet the question before.
    page.wait_for_selector("#stap-voor-stap fieldset.day", state="detached")
    page.click("#stap-voor-stap .choices .btn >> nth=0")
    page.click("#stap-voor-stap button:has-text('Zet in Mijn stappen')")
    wait_for(page, "Dit staat nu in Mijn stappen.")


def write_own(page: Page, words: str) -> None:
    summary = page.locator(f"{DOOR} summary", has_text="Schrijf zelf iets op")
    summary.click()
    page.fill(f"{DOOR} form[data-send=own] [name=words]", words)
    page.press(f"{DOOR} form[data-send=own] [name=words]", "Enter")
    wait_for(page, words)


def keep(page: Page, name: str) -> None:
    press(page, "Bewaar mijn stappen")
    wait_for(page, "Wachtwoord kwijt? Dan is alles kwijt.")
    page.fill(f"{DOOR} [name=nickname]", name)
    page.fill(f"{DOOR} [name=passphrase]", WORDS)
    page.fill(f"{DOOR} [name=again]", WORDS)
    press(page, "Ik weet het. Bewaar nu.")
    wait_for(page, f"Bewaard als {name}.")


def download(page: Page, words: str) -> tuple[str, bytes]:
    with page.expect_download() as found:
        press(page, words)
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def test_scene_walk_to_steps_to_paper(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address)
    bring_walk(page, address)
    expect(page.locator(f"{DOOR} .first h2")).to_have_text("Bel het OCMW van je gemeente. Vraag een afspraak.")
    expect(page.locator(f"{DOOR} .task")).to_contain_text("vrijdag 15 januari")
    page.click(f"{DOOR} .first button.main")
    expect(page.locator(f"{DOOR} .first h2")).to_have_text("Ga naar het gesprek.")
    expect(page.locator(f"{DOOR} .task")).to_contain_text("gelukt op dinsdag 5 januari")
    expect(page.locator(f"{DOOR} [role=switch]").first).to_have_attribute("aria-checked", "true")
    press(page, "Maak ongedaan")
    expect(page.locator(f"{DOOR} .first h2")).to_have_text("Bel het OCMW van je gemeente. Vraag een afspraak.")
    name, content = download(page, "Blad voor de koelkast")
    assert (name, content[:5]) == ("koelkastblad.pdf", b"%PDF-")
    name, content = download(page, "In mijn agenda zetten")
    assert name == "mijn-stappen.ics" and b"20270115" in content and content.count(b"BEGIN:VALARM") >= 2
    assert foreign == []
    context.close()


def test_a_checklist_on_paper(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address)
    bring_walk(page, address)
    page.click(".doors [data-door=stap-voor-stap]")
    with page.expect_download() as found:
        page.click("#stap-voor-stap button:has-text('Maak een blad (pdf)')")
    assert Path(found.value.path()).read_bytes().startswith(b"%PDF-")
    expect(page.locator("#stap-voor-stap .checklist")).to_be_visible()
    context.close()


def test_an_idle_dossier_locks_in_the_browser(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Geheim woord")
    keep(page, "Ster")
    page.evaluate("document.querySelector('[data-lock-after]').dataset.lockAfter = '1'")
    wait_for(page, "De stappen zijn op slot.")
    assert "Geheim woord" not in page.content()
    press(page, "Terug naar mijn stappen")
    press(page, "Wissen")
    press(page, "Alles wissen van deze laptop")
    wait_for(page, "Ben je zeker? Alles van iedereen gaat weg.")
    press(page, "Ja, wis alles")
    wait_for(page, "Alles is gewist.")
    context.close()


def test_a_letter_brings_its_task_and_appointment(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "brief")
    give_letter(page, b"%PDF-1.4 een brief")
    page.click("#brief button:has-text('Zet in Mijn stappen')")
    wait_for(page, "Brief van RVA: uitnodiging voor een gesprek")
    wait_for(page, "donderdag 14 januari om 14 uur")
    page.click(".doors [data-door=brief]")
    page.click("#brief button:has-text('Zet in Mijn stappen')")
    page.wait_for_timeout(500)
    expect(page.locator(f"{DOOR} .task")).to_have_count(1)
    context.close()


def test_all_done_with_a_date_and_open_again(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Fiets laten maken")
    page.click(f"{DOOR} .first button.main")
    wait_for(page, "Alles is gelukt. Goed gedaan.")
    expect(page.locator(f"{DOOR} .done-list")).to_contain_text("gelukt op dinsdag 5 januari")
    press(page, "Toch nog te doen")
    expect(page.locator(f"{DOOR} .first h2")).to_have_text("Fiets laten maken")
    page.click(f"{DOOR} .task button:has-text('Haal weg')")
    expect(page.locator(f"{DOOR} .task")).to_have_count(0)
    press(page, "Maak ongedaan")
    expect(page.locator(f"{DOOR} .task")).to_have_count(1)
    context.close()


def test_with_the_keyboard_only(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Bellen met de school")
    switch = page.locator(f"{DOOR} .first button.main")
    switch.focus()
    page.keyboard.press("Enter")
    wait_for(page, "Alles is gelukt.")
    page.locator(f"{DOOR} form[data-send=note] textarea").focus()
    page.keyboard.type("Mijn juf heet An.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"{DOOR} .own-words")).to_contain_text("Mijn juf heet An.")
    context.close()


def test_a_day_that_does_not_exist_loses_no_words(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    press(page, "Wat ik deed")
    for name, value in (("day", "31"), ("year", "2027"), ("company", "Bakkerij Zon"), ("person", "An")):
        page.fill(f"{DOOR} [name={name}]", value)
    page.select_option(f"{DOOR} [name=month]", label="februari")
    press(page, "Zet erbij")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Deze dag bestaat niet.")
    expect(page.locator(f"{DOOR} [name=company]")).to_have_value("Bakkerij Zon")
    page.fill(f"{DOOR} [name=day]", "4")
    page.select_option(f"{DOOR} [name=month]", label="januari")
    page.fill(f"{DOOR} [name=year]", "2027")
    press(page, "Zet erbij")
    expect(page.locator(f"{DOOR} tbody td").first).to_have_text("maandag 4 januari 2027")
    name, content = download(page, "Maak het blad")
    assert (name, content[:5]) == ("wat-ik-deed.pdf", b"%PDF-")
    context.close()


def test_keep_reload_close_open_copy_wipe(browser: Browser, address: str, tmp_path: Path) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Papieren zoeken")
    keep(page, "Zon")
    write_own(page, "OCMW bellen")  # saved at once, without a word
    page.reload()
    wait_for(page, "Bewaard als Zon.")
    wait_for(page, "OCMW bellen")
    page.locator(f"{DOOR} summary", has_text="Maak een kopie").click()
    page.fill(f"{DOOR} form[data-send=copy] [name=passphrase]", WORDS)
    with page.expect_download() as found:
        page.click(f"{DOOR} form[data-send=copy] button")
    copy = tmp_path / "zon.wegwijs"
    found.value.save_as(copy)
    assert b"OCMW" not in copy.read_bytes()
    press(page, "Sluiten en bewaren")
    wait_for(page, "De stappen zijn op slot.")
    assert "Papieren zoeken" not in page.content()
    page.fill(f"{DOOR} form[data-send=open-now] [name=passphrase]", "een ander woord")
    page.press(f"{DOOR} form[data-send=open-now] [name=passphrase]", "Enter")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Dat wachtwoord past niet.")
    page.fill(f"{DOOR} form[data-send=open-now] [name=passphrase]", WORDS)
    page.press(f"{DOOR} form[data-send=open-now] [name=passphrase]", "Enter")
    wait_for(page, "OCMW bellen")
    press(page, "Wissen")
    press(page, "Ja, wis deze stappen")
    wait_for(page, "Gewist.")
    press(page, "Open mijn stappen")
    wait_for(page, "Op deze laptop is niets bewaard.")
    page.set_input_files(f"{DOOR} form[data-send=take-in] [name=file]", str(copy))
    page.fill(f"{DOOR} form[data-send=take-in] [name=passphrase]", WORDS)
    press(page, "Haal de kopie binnen")
    wait_for(page, "Papieren zoeken")
    press(page, "Wissen")
    press(page, "Alles wissen van deze laptop")
    wait_for(page, "Ben je zeker? Alles van iedereen gaat weg.")
    press(page, "Ja, wis alles")
    wait_for(page, "Alles is gewist.")
    context.close()


def test_a_new_tab_sees_nothing(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Iets van mij alleen")
    other = context.new_page()
    other.goto(f"{address}/#mijn-stappen")
    other.wait_for_selector(f"{DOOR} h1")
    other.wait_for_timeout(800)
    assert "Iets van mij alleen" not in other.content()
    context.close()


def test_a_foreign_file_is_said_and_loses_nothing(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Blijft staan")
    press(page, "Open mijn stappen")
    foreign = {"name": "x.wegwijs", "mimeType": "application/octet-stream", "buffer": b"%PDF-1.4"}
    page.set_input_files(f"{DOOR} form[data-send=take-in] [name=file]", foreign)
    page.fill(f"{DOOR} form[data-send=take-in] [name=passphrase]", WORDS)
    press(page, "Haal de kopie binnen")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Dit is geen bestand van Mijn stappen.")
    press(page, "Terug naar mijn stappen")
    wait_for(page, "Blijft staan")
    context.close()


def test_a_file_box_speaks_dutch(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen", locale="en-US")
    press(page, "Open mijn stappen")
    box = page.locator(f"{DOOR} .field.file")
    expect(box.locator(".btn")).to_have_text("Kies een bestand")
    expect(box).to_contain_text("Nog niets gekozen.")
    assert box.locator("input").evaluate("node => getComputedStyle(node).opacity") == "0", "the browser's own words"
    press(page, "Haal de kopie binnen")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Kies eerst een bestand.")
    page.set_input_files(f"{DOOR} [name=file]", {"name": "zon.wegwijs", "mimeType": "", "buffer": b"x"})
    expect(box).to_contain_text("zon.wegwijs")
    context.close()


def test_nothing_filled_in_is_said_and_offers_a_sheet_for_the_pen(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    press(page, "Wat ik deed")
    expect(page.locator(f"{DOOR} .btn.main")).to_have_text("Zet erbij")
    press(page, "Zet erbij")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("Schrijf eerst de dag")
    name, _ = download(page, "Leeg blad om met de pen in te vullen")
    assert name == "wat-ik-deed.pdf"
    context.close()


def test_each_button_at_the_end_says_what_it_does(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    write_own(page, "Papieren zoeken")
    for words, does in (("Scherm leegmaken", "Wat niet bewaard is"), ("Wissen van deze laptop", "zeker")):
        expect(page.locator(f"{DOOR} .does li", has_text=words)).to_contain_text(does)
    keep(page, "Maan")
    expect(page.locator(f"{DOOR} .does li", has_text="Sluiten en bewaren")).to_contain_text("met het wachtwoord")
    press(page, "Wissen van deze laptop")
    press(page, "Nee, terug")
    wait_for(page, "Papieren zoeken")
    press(page, "Wissen van deze laptop")
    press(page, "Ja, wis deze stappen")
    wait_for(page, "Gewist.")
    context.close()


def test_services_of_the_team(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address)
    page.click("#start button:has-text('Onze diensten')")
    expect(page.locator(f"{DOOR} h1")).to_have_text("Onze diensten")
    page.fill(f"{DOOR} [name=name]", "OCMW Voorbeeldstad")
    page.fill(f"{DOOR} [name=phone]", "014 00 00 00")
    press(page, "Zet erbij")
    expect(page.locator(f"{DOOR} .fill")).to_contain_text("zelf ingevuld")
    name, content = download(page, "Bestand voor het team")
    assert name == "diensten.yaml" and b"014 00 00 00" in content
    page.click(f"{DOOR} .fill button")
    wait_for(page, "Er is nog niets ingevuld.")
    page.set_input_files(f"{DOOR} form[data-send=team] [name=file]", {"name": name, "mimeType": "", "buffer": content})
    press(page, "Neem dit bestand over")
    wait_for(page, "014 00 00 00")
    page.click(f"{DOOR} .fill button")
    wait_for(page, "Er is nog niets ingevuld.")
    context.close()


def test_words_with_code_in_them_are_only_words(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    evil = "<img src=x onerror=\"document.title='x'\"> {{constructor}} ${1+1} `"
    write_own(page, evil)
    assert page.locator(f"{DOOR} img").count() == 0
    context.close()


def test_nothing_typed_stays_in_the_browser(browser: Browser, address: str) -> None:
    page, context, _ = open_page(browser, address, "mijn-stappen")
    press(page, "Bewaar mijn stappen")
    page.fill(f"{DOOR} [name=passphrase]", WORDS)
    page.fill(f"{DOOR} [name=again]", "een ander woord")
    press(page, "Ik weet het. Bewaar nu.")
    expect(page.locator(f"{DOOR} [role=alert]")).to_contain_text("niet gelijk")
    expect(page.locator(f"{DOOR} [role=alert] h2")).to_be_focused()
    page.wait_for_timeout(900)  # it glides into sight
    top, bar = (page.locator(one).bounding_box() for one in (f"{DOOR} [role=alert]", "#kop"))
    assert top and bar and top["y"] >= bar["y"] + bar["height"], "what went wrong is not behind the bar"
    kept = page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
    assert WORDS not in kept and WORDS not in page.content()
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_on_each_page(browser: Browser, address: str, colours: str, size: dict[str, int]) -> None:
    page, context, _ = open_page(
        browser, address, color_scheme=colours, viewport=size, reduced_motion="reduce"
    )
    bring_walk(page, address)
    write_own(page, "Fiets laten maken")
    page.fill(f"{DOOR} form[data-send=note] textarea", "Goed gedaan.")
    press(page, "Onthoud dit")
    page.click(f"{DOOR} .first button.main")
    page.wait_for_timeout(500)
    no_violations(page)
    for words in ("Bewaar mijn stappen", "Open mijn stappen", "Wissen", "Wat ik deed", "Onze diensten"):
        press(page, words)
        page.wait_for_selector(f"{DOOR} .card h1")
        no_violations(page)
        page.click(f"{DOOR} .next button >> nth=-1")
        page.wait_for_selector(f"{DOOR} .first")
    context.close()


def test_no_word_in_a_log(uploads: Path) -> None:
    log = uploads / "home" / "wegwijs.log"
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    assert not re.search(r"Zon|Bakkerij|woorden|Fiets", said)
