"""Where a claim comes from: the sentence, the page, its date; and what is not sure."""

from collections.abc import Sequence

from assistant.models import Citation
from ui.render.dates import spoken_day, spoken_page_date
from ui.render.markup import esc, folded, listing
from ui.text import Text


def sources(citations: Sequence[Citation], text: Text) -> str:
    """The citations as a part to open."""
    return folded(text["answer.sources"], listing((citation(found, text) for found in citations), css="sources"))


def citation(found: Citation, text: Text) -> str:
    """One citation: whose words these are, the words, the page with its date, and the link."""
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
    return (
        f'<span class="label">{esc(text[f"source.{found.quote_from}"])}</span>'
        f"<blockquote>{esc(found.quote)}</blockquote>"
        f'<b>{esc(found.title)}</b><span class="soft small">{esc(" · ".join(facts))}</span>{_link(found, text)}'
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
