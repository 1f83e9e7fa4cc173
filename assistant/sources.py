"""The official pages behind the corpus: how they stand, and what to read again when one changed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from time import perf_counter

from pydantic import Field

from assistant.ask.check import numbers
from assistant.build import cited_sources
from assistant.settings import Settings
from ingest.corpus import load_corpus
from ingest.errors import BadInput
from ingest.models import Corpus, Model, Source
from ingest.pages import PageRecord, Status, Visit, read_records, visit_pages

Progress = Callable[[int, int], None]
"""Hears how many pages are done, of how many."""


class SourcePage(Source):
    """A page with what the visits say. `changed` = the last day it said something else than before."""

    status: Status | None = None
    fetched: date | None = None
    changed: date | None = None

    @property
    def asks_a_look(self) -> bool:
        """Whether it changed after somebody last compared it with our text."""
        return self.changed is not None and (self.checked is None or self.checked < self.changed)


class PageVisit(Model):
    """What came of one visit, and what of ours rests on the page."""

    id: str
    url: str
    title: str
    publisher: str
    status: Status
    why: str | None = None
    previous: date | None = Field(default=None, description="the day it was last read before this visit")
    documents: tuple[str, ...] = ()
    lost_numbers: tuple[str, ...] = Field(default=(), description="of our text: were on the page, are no longer")


class FetchReport(Model):
    """One round of visits; pages that ask for a look come first."""

    day: date
    counts: Mapping[str, int]
    pages: tuple[PageVisit, ...]
    seconds: float

    @property
    def reached(self) -> int:
        """Pages of which the site answered."""
        return sum(page.status != "not-reachable" for page in self.pages)


def source_pages(settings: Settings) -> tuple[SourcePage, ...]:
    """The cited pages, by publisher and title, with the last visit. Makes no network call."""
    records = read_records(settings.home)
    return tuple(SourcePage(**source.model_dump(), **_last(records.get(source.id))) for source in cited_sources())


def fetch_pages(ids: Sequence[str], settings: Settings, progress: Progress | None = None) -> FetchReport:
    """Visit the pages with these ids (none = all that are cited) and compare them with the last visit.

    Uses the network. Raises BadInput (source) for an unknown id, before the first visit.
    """
    started, corpus, day = perf_counter(), load_corpus(), settings.day()
    wanted = _wanted(ids, corpus)
    users, texts = _users(corpus), _texts(corpus)
    visits = []
    for found in visit_pages(wanted, settings.home, day):
        visits.append(_report(found, corpus, users, texts))
        if progress is not None:
            progress(len(visits), len(wanted))
    order: list[Status] = [
        "changed", "gone", "not-readable", "not-allowed", "not-reachable", "first", "unchanged",
    ]  # fmt: skip
    visits.sort(key=lambda row: (order.index(row.status), not row.lost_numbers, row.publisher, row.title))
    counts = Counter(row.status for row in visits)
    return FetchReport(
        day=day, counts={status: counts[status] for status in order}, pages=tuple(visits),
        seconds=round(perf_counter() - started, 1),
    )  # fmt: skip


def _last(record: PageRecord | None) -> dict[str, object]:
    return {} if record is None else {name: getattr(record, name) for name in ("status", "fetched", "changed")}


def _wanted(ids: Sequence[str], corpus: Corpus) -> list[Source]:
    unknown = next((name for name in ids if name not in corpus.sources), None)
    if unknown is not None:
        raise BadInput("unknown source id", reason="source", id=unknown[:60])
    return [corpus.sources[name] for name in dict.fromkeys(ids)] if ids else list(cited_sources())


def _report(found: Visit, corpus: Corpus, users: Mapping[str, list[str]], texts: Mapping[str, str]) -> PageVisit:
    source = corpus.sources[found.record.id]
    lost: tuple[str, ...] = ()
    if found.record.status == "changed" and found.before is not None:
        was, now = set(numbers(found.before.text)), set(numbers(found.record.text))
        lost = tuple(n for n in dict.fromkeys(numbers(texts.get(source.id, ""))) if n in was and n not in now)
    return PageVisit(
        id=source.id, url=source.url, title=source.title, publisher=source.publisher, status=found.record.status,
        why=found.why or None, previous=found.before.fetched if found.before else None,
        documents=tuple(users.get(source.id, ())), lost_numbers=lost,
    )  # fmt: skip


def _users(corpus: Corpus) -> dict[str, list[str]]:
    """Source id -> what rests on it: documents, `amounts/…`, `organisations/…`."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, _, source in _claims(corpus):
        found[source][name] = None
    return {source: list(names) for source, names in found.items()}


def _texts(corpus: Corpus) -> dict[str, str]:
    """Source id -> all that we say with it as a source."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, text, source in _claims(corpus):
        found[source].append(text)
    return {source: "\n".join(rows) for source, rows in found.items()}


def _claims(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Who says what on which source."""
    for document in corpus.documents:
        for section in document.sections:
            for paragraph in section.paragraphs:
                for sentence in paragraph.sentences:
                    yield from ((document.id, sentence.text, name) for name in sentence.sources)
    for amount in corpus.amounts.values():
        yield f"amounts/{amount.id}", str(amount.value), amount.source
    for body in corpus.organisations.values():
        yield f"organisations/{body.id}", f"{body.phone or ''} {body.hours or ''}", body.source
