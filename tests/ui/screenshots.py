"""Takes the pictures of docs/screenshots: `python -m tests.ui.screenshots ADDRESS FOLDER`, on a running server.

Each picture stays under 200 kB: the colours are reduced to a palette.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.ui.conftest import FLAGS
from tests.ui.test_browser import QUESTION, ask, give_letter

SIZE = {"width": 1366, "height": 900}
LETTER = Path(__file__).with_name("letter-for-screenshots.txt")


def main(address: str, folder: Path) -> None:
    """Write start, question, letter, step, phone and dark pictures to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with screen(browser, address) as page:
            save(page, folder / "1-start.png")
            page.click(".card.door[data-door=vraag]")
            ask(page, QUESTION, "article")
            save(page, folder / "2-vraag.png")
        with screen(browser, f"{address}/#brief") as page:
            give_letter(page, LETTER.read_bytes(), LETTER.name)
            page.wait_for_selector("#brief .sheet", timeout=60_000)
            save(page, folder / "3-brief.png")
        with screen(browser, f"{address}/#stap-voor-stap") as page:
            page.click(".pick[data-value=leefloon-aanvragen]")
            page.wait_for_selector(".walk")
            save(page, folder / "4-stap.png")
        with screen(browser, f"{address}/#vraag", color_scheme="dark", viewport={"width": 360, "height": 740}) as page:
            ask(page, QUESTION, "article")
            save(page, folder / "5-telefoon-donker.png")
        browser.close()


@contextmanager
def screen(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """A fresh page on `url`, without animation."""
    context = browser.new_context(**{"viewport": SIZE, "locale": "nl-BE", "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".door-panel.here h1")
    yield page
    context.close()


def save(page: Page, file: Path) -> None:
    """One picture of what is on the screen, in 160 colours."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(800)
    Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(160).save(file, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
