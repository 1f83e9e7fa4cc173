"""The real corpus: whole, sourced, big enough, and no question twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import yaml

from assistant.ask.normalise import fold
from assistant.evals import check_corpus
from ingest.corpus import CORPUS_DIR
from ingest.dutch import Analyser
from ingest.models import DOMAINS, INTENTS, Corpus, CorpusDocument, Section

DAY = date(2026, 11, 25)
FEWEST_QUESTIONS, FEWEST_DOCUMENTS, FEWEST_LAY_TERMS = 5, 70, 250


def sections(corpus: Corpus) -> Iterator[tuple[CorpusDocument, Section]]:
    return ((document, section) for document in corpus.documents for section in document.sections)


def test_no_rule_is_broken() -> None:
    assert check_corpus(DAY).failures == ()


def test_the_corpus_is_big_enough(corpus: Corpus) -> None:
    assert len(corpus.documents) >= FEWEST_DOCUMENTS
    assert len(corpus.lay_terms) >= FEWEST_LAY_TERMS
    assert {document.domain for document in corpus.documents} == set(DOMAINS)
    assert {section.intent for _, section in sections(corpus)} == set(INTENTS)


def test_every_section_starts_with_a_direct_answer(corpus: Corpus) -> None:
    wrong = [d.section_ref(s) for d, s in sections(corpus) if s.direct_answer.kind != "text" or not s.heading]
    assert wrong == []


def test_every_section_has_questions_as_people_type_them(corpus: Corpus) -> None:
    few = [d.section_ref(s) for d, s in sections(corpus) if len(set(map(fold, s.questions))) < FEWEST_QUESTIONS]
    assert few == []
    assert [d.section_ref(s) for d, s in sections(corpus) if not all(map(fold, s.questions))] == []


def test_no_question_stands_in_two_sections(corpus: Corpus) -> None:
    """Two sections that claim the same words make a coin toss of the answer."""
    where: dict[str, list[str]] = defaultdict(list)
    for document, section in sections(corpus):
        for question in set(map(fold, section.questions)):
            where[question].append(document.section_ref(section))
    assert {question: refs for question, refs in where.items() if len(refs) > 1} == {}


def test_every_document_says_when_it_grows_old(corpus: Corpus) -> None:
    assert [d.id for d in corpus.documents if d.stale_after <= DAY] == []
    assert [d.id for d in corpus.documents if d.stale_after > date(DAY.year + 2, 1, 1)] == []


def test_every_cited_page_can_be_opened(corpus: Corpus) -> None:
    cited = {name for _, s in sections(corpus) for p in s.paragraphs for x in p.sentences for name in x.sources}
    assert [name for name in cited if not corpus.sources[name].url.startswith("http")] == []
    assert [name for name in cited if not corpus.sources[name].publisher.strip()] == []


def test_every_document_cites_a_page(corpus: Corpus) -> None:
    bare = [
        document.id
        for document in corpus.documents
        if not any(x.sources for s in document.sections for p in s.paragraphs for x in p.sentences)
    ]
    assert bare == []


def test_no_page_was_seen_in_the_future(corpus: Corpus) -> None:
    today = DAY.isoformat()
    assert [s.id for s in corpus.sources.values() if s.page_date and s.page_date > today[: len(s.page_date)]] == []
    assert [s.id for s in corpus.sources.values() if s.checked and s.checked > DAY] == []


def test_no_amount_has_two_values_for_a_day() -> None:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (CORPUS_DIR / "amounts").glob("*.yaml")]
    rows = Counter((row["id"], row["valid_from"]) for found in files for row in found["amounts"])
    assert [key for key, count in rows.items() if count > 1] == []


def test_every_phone_number_has_a_shape(corpus: Corpus) -> None:
    numbers = {o.id: o.phone for o in corpus.organisations.values() if o.phone}
    assert [name for name, number in numbers.items() if not number.replace(" ", "").isdigit()] == []
    assert numbers["vdab"] == "0800 30 700"
    assert numbers["noodnummer-112"] == "112"


def test_the_words_of_mouth_lead_somewhere(corpus: Corpus) -> None:
    """An official term that the index does not hold finds nothing; compounds count by their parts."""
    texts = [f"{d.title} {s.heading} {s.text} {chr(10).join(s.questions)}" for d, s in sections(corpus)]
    analyser = Analyser.of(texts)
    stems = {stem for text in texts for stem in analyser.terms(text)}
    terms = {term for means in corpus.lay_terms.values() for term in means}
    assert {term for term in terms if not stems & set(analyser.terms(term))} == set()
