"""Several letters at once: sorted by urgency, the same letter once, each opened and the list found again."""

from playwright.sync_api import Browser, expect

from tests.ui.test_browser import give_letter, no_violations, open_page, pytestmark

__all__ = ["pytestmark"]


def file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def test_a_pile_of_letters(browser: Browser, address: str) -> None:
    page, context, foreign = open_page(browser, address, "brief", reduced_motion="reduce")
    rva, vdab, empty = b"%PDF-1.4 een brief", b"%PDF-1.4 van vdab", b"%PDF-1.4 leeg"
    apart = page.locator("#brief button:has-text('Leg elke brief apart uit')")
    expect(apart).to_be_hidden()
    files = [file("a.pdf", vdab), file("b.pdf", rva), file("c.pdf", rva), file("d.pdf", empty)]
    page.set_input_files("#brief input[type=file]", files)  # type: ignore[arg-type]
    page.wait_for_selector("#brief .file-preview")
    page.click("#brief button:has-text('Leg elke brief apart uit')")
    page.wait_for_selector("#brief .result .fill", timeout=20_000)
    expect(page.locator("#brief .result h1")).to_have_text("Je hebt 2 brieven")
    expect(page.locator("#brief")).to_contain_text("Deze brief las je al.")
    expect(page.locator("#brief [role=alert]")).to_contain_text("Dit bestand is leeg.")
    no_violations(page)
    page.click("#brief .fill button >> nth=1")
    page.wait_for_selector("#brief .explain")
    page.click("#brief button:has-text('Alle brieven (2)')")
    expect(page.locator("#brief .result h1")).to_have_text("Je hebt 2 brieven")
    page.reload()
    expect(page.locator("#brief .result h1")).to_have_text("Je hebt 2 brieven")
    page.click("#brief button:has-text('Andere brief')")
    expect(page.locator("#brief h1")).to_have_text("Welke brief heb je?")
    give_letter(page, vdab)
    page.wait_for_selector("#brief .explain")
    expect(page.locator("#brief")).to_contain_text("Deze brief las je al.")
    expect(page.locator("#brief button:has-text('Alle brieven (2)')")).to_be_visible()
    assert foreign == []
    context.close()
