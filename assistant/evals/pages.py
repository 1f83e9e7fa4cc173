"""Tables that a script writes into a page of docs/, between two marks."""

import re
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
LAST_RUN = DOCS / "figures.json"
"""The scores of each suite when it last ran."""


def put_block(text: str, name: str, table: str) -> str:
    """The page with `table` between the marks `name`; a page without them stays as it is."""
    begin, end = f"<!-- figures: {name} -->", f"<!-- /figures: {name} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    return pattern.sub(lambda _: f"{begin}\n{table.strip()}\n{end}", text)


def write_block(page: Path, name: str, table: str) -> None:
    """Replace the table `name` in a file."""
    text = page.read_text(encoding="utf-8")
    page.write_text(put_block(text, name, table), encoding="utf-8")


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
