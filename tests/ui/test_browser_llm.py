"""The built-in answer shows first; the language model may replace its words, and never takes anybody's place."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.ui.conftest import running
from tests.ui.fake_llm_server import NOTE
from tests.ui.test_browser import no_violations, open_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine"),
]
COMING = "Een taalmodel schrijft dit nu anders."
LABEL = "Herschreven door een taalmodel, gecontroleerd."


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running("tests.ui.fake_llm_server", tmp_path_factory.mktemp("slow")) as found:
        yield found


def test_the_built_in_answer_comes_first_and_is_then_replaced(browser: Browser, slow: str) -> None:
    page, context, foreign = open_page(browser, slow, "vraag")
    page.fill("#vraag textarea", "mijn kind is ziek")
    page.press("#vraag textarea", "Enter")
    expect(page.locator("#vraag .rewriting")).to_contain_text(COMING)
    expect(page.locator("#vraag .made-by")).not_to_contain_text(LABEL)
    assert page.locator("#vraag h1").inner_text()
    page.fill("#vraag textarea", "ik typ al verder")
    expect(page.locator("#vraag .made-by")).to_contain_text(LABEL, timeout=15_000)
    expect(page.locator("#vraag h1")).to_contain_text("Anders gezegd over mijn kind is ziek")
    expect(page.locator("#vraag .rewriting")).to_have_count(0)
    expect(page.locator("#vraag textarea")).to_have_value("ik typ al verder")
    expect(page.locator("#vraag textarea")).to_be_focused()
    assert foreign == []
    no_violations(page)
    context.close()


def test_who_asks_on_keeps_what_they_see(browser: Browser, slow: str) -> None:
    page, context, _ = open_page(browser, slow, "vraag")
    for question in ("eerste vraag", "tweede vraag"):
        page.fill("#vraag textarea", question)
        page.press("#vraag textarea", "Enter")
        expect(page.locator("#vraag .q").last).to_contain_text(question)
    expect(page.locator("#vraag h1")).to_contain_text("Anders gezegd over tweede vraag", timeout=15_000)
    page.wait_for_timeout(1500)
    expect(page.locator("#vraag h1")).to_contain_text("Anders gezegd over tweede vraag")
    expect(page.locator("#vraag .earlier")).to_have_count(1)
    context.close()


def test_a_model_that_is_away_is_one_line_on_the_screen(browser: Browser, slow: str) -> None:
    page, context, _ = open_page(browser, slow, "vraag")
    page.fill("#vraag textarea", "stil")
    page.press("#vraag textarea", "Enter")
    expect(page.locator("#vraag .rewriting")).to_contain_text(NOTE, timeout=15_000)
    expect(page.locator("#vraag .made-by")).not_to_contain_text(LABEL)
    context.close()


def test_a_new_talk_stays_new(browser: Browser, slow: str) -> None:
    page, context, _ = open_page(browser, slow, "vraag")
    page.fill("#vraag textarea", "mijn kind is ziek")
    page.press("#vraag textarea", "Enter")
    expect(page.locator("#vraag .rewriting")).to_contain_text(COMING)
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#vraag h1")).to_have_text("Ik heb een vraag")
    page.wait_for_timeout(3500)
    expect(page.locator("#vraag article")).to_have_count(0)
    context.close()
