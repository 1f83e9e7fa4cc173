"""The one place that picks corpus, index and settings and puts wegwijs together."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assistant.embedders import location
from assistant.sentences import load_sentences
from assistant.settings import Settings
from assistant.wegwijs import Wegwijs
from ingest import Index, IngestReport, ingest_paths, load_embedder, own_chunks, ready_index
from ingest.corpus import load_corpus
from ingest.models import Corpus, Source


def settings_for(today: date | None) -> Settings:
    """The settings of this machine, with another day when one is given."""
    return Settings() if today is None else Settings(today=today)


def build_wegwijs(settings: Settings | None = None) -> Wegwijs:
    """Wegwijs as the settings ask for it."""
    settings = settings or Settings()
    corpus = load_corpus(today=settings.day())
    return Wegwijs(corpus, lambda: _index(corpus, settings), load_sentences(), settings)


def _index(corpus: Corpus, settings: Settings) -> Index:
    """The index on disk, built first when there is none or the documents changed."""
    own = own_chunks(settings.home)
    return ready_index(corpus, own, load_embedder(location(settings)), settings.home)


def add_documents(paths: Sequence[Path]) -> IngestReport:
    """Add own documents to the index of this machine. Raises IndexBusy while another process builds."""
    settings = Settings()
    corpus = load_corpus(today=settings.day())
    return ingest_paths(list(paths), settings.home, corpus, load_embedder(location(settings)))


def cited_sources() -> tuple[Source, ...]:
    """The pages that documents, amounts and organisations rest on, by publisher and title."""
    corpus = load_corpus()
    cited = {
        name
        for document in corpus.documents
        for section in document.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
        for name in sentence.sources
    }
    cited |= {amount.source for amount in corpus.amounts.values()}
    cited |= {organisation.source for organisation in corpus.organisations.values()}
    found = [corpus.sources[name] for name in cited if name in corpus.sources]
    return tuple(sorted(found, key=lambda source: (source.publisher, source.title, source.id)))
