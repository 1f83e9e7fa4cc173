"""Where a claim comes from: the sentence, the page, its date; and what is not sure."""

from collections.abc import Sequence

from assistant.models import Citation
from ui.render.dates import spoken_day, spoken_page_date
from ui.render.markup import esc, folded, listing
from ui.text import Text

SAME_PAGE = {"quote", "document_id", "section"}
"""Fields that may differ between two sentences of one page."""


def sources(citations: Sequence[Citation], text: Text) -> str:
    """The pages as a part to open; each page once, with its sentences."""
    pages: dict[str, list[Citation]] = {}
    for found in citations:
        pages.setdefault(found.model_dump_json(exclude=SAME_PAGE), []).append(found)
    return folded(text["answer.sources"], listing((_page(rows, text) for rows in pages.values()), css="sources"))


def _page(rows: Sequence[Citation], text: Text) -> str:
    """One page: its name and date, whose words these are, the words, and the link."""
    found = rows[0]
    date = (
        text.fill("source.dated", date=spoken_page_date(found.page_date, text))
        if found.page_date
        else text["source.undated"]
    )
    facts = [found.publisher, date]
    if found.checked:
        facts.append(text.fill("source.checked", date=spoken_day(found.checked, text, year=True)))
    if found.page:
        facts.append(text.fill("source.page", n=found.page))
    quotes = "".join(f"<blockquote>{esc(quote)}</blockquote>" for quote in dict.fromkeys(row.quote for row in rows))
    return (
        f'<b>{esc(found.title)}</b><span class="soft small">{esc(" · ".join(facts))}</span>'
        f'<span class="label">{esc(text[f"source.{found.quote_from}"])}</span>{quotes}{_link(found, text)}'
    )


def uncertain(sentences: Sequence[str], text: Text) -> str:
    """What we do not know for sure, as a part to open."""
    rows = listing(map(esc, sentences))
    return folded(text["answer.uncertain"], rows and f"<p>{esc(text['answer.uncertain_lead'])}</p>{rows}")


def _link(found: Citation, text: Text) -> str:
    if not (found.url or "").startswith(("https://", "http://")):
        return f'<span class="soft small">{esc(text["source.no_link"])}</span>'
    label = text.fill("source.open", publisher=found.publisher)
    return f'<a href="{esc(found.url)}" target="_blank" rel="noopener noreferrer">{esc(label)}</a>'
