"""Give each claim the sentence that carries it and the page it was checked against."""

from collections.abc import Iterable
from datetime import date

from assistant.ask.compose import Used
from assistant.models import Citation, Contact
from assistant.sentences import Sentences
from ingest.models import Corpus, Organisation, SectionId


def cite(used: Iterable[Used], corpus: Corpus) -> tuple[Citation, ...]:
    """One citation for each sentence and source. Our own advice has none; an unknown source is dropped."""
    found: dict[tuple[str, str], Citation] = {}
    for section, sentence in used:
        document_id, _, section_id = section.partition("#")
        for name in sentence.sources:
            if name in corpus.sources:
                found[(sentence.text, name)] = citation(name, sentence.text, document_id, section_id, corpus)
    return tuple(found.values())


def citation(source_id: str, quote: str, document_id: str, section: str, corpus: Corpus) -> Citation:
    """One sentence of ours with the page that carries it. KeyError when the page is unknown."""
    source = corpus.sources[source_id]
    return Citation(
        document_id=document_id, section=section, title=source.title, publisher=source.publisher,
        url=source.url, page_date=source.page_date, checked=source.checked, quote=quote,
    )  # fmt: skip


def contacts(sections: Iterable[SectionId], corpus: Corpus) -> tuple[Contact, ...]:
    """Whom to call: those of the sections first, then those of their documents; each body once."""
    names: dict[str, None] = {}
    refs = [corpus.section(ref) for ref in sections]
    for _, section in refs:
        names |= dict.fromkeys(section.contacts)
    for document, _ in refs:
        names |= dict.fromkeys(document.contacts)
    return tuple(contact(corpus.organisations[name]) for name in names if name in corpus.organisations)


def contact(organisation: Organisation) -> Contact:
    """The organisation as the person sees it."""
    return Contact(
        name=organisation.name, phone=organisation.phone, url=organisation.url,
        hours=organisation.hours, local=organisation.local,
    )  # fmt: skip


def uncertain(
    sections: Iterable[SectionId], citations: Iterable[Citation], corpus: Corpus, today: date, say: Sentences
) -> tuple[str, ...]:
    """What may have changed: stale documents and pages without a date."""
    stale = [
        say.say("uncertain.stale", date=_day(document.stale_after))
        for document, _ in map(corpus.section, sections)
        if document.stale_after < today
    ]
    undated = [say.say("uncertain.undated", publisher=c.publisher) for c in citations if c.page_date is None]
    return tuple(dict.fromkeys([*stale, *undated]))


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
