"""Put together: the day, the corpus of that day, one index, the pages that are cited."""

from datetime import date
from pathlib import Path

import pytest

from assistant.build import add_documents, build_wegwijs, cited_sources, settings_for
from assistant.settings import Settings
from ingest.corpus import load_corpus

pytestmark = pytest.mark.usefixtures("home")


def test_the_day_can_be_fixed() -> None:
    assert settings_for(date(2027, 3, 1)).day() == date(2027, 3, 1)
    assert settings_for(None).day() == date(2026, 11, 25)


def test_every_setting_is_an_environment_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WEGWIJS_HOME", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_LLM", "ollama:iets")
    monkeypatch.setenv("WEGWIJS_LLM_KEY", "geheim")
    monkeypatch.delenv("WEGWIJS_TODAY")
    settings = Settings()
    assert (settings.home, settings.llm) == (tmp_path, "ollama:iets")
    assert settings.day() == date.today()
    assert "geheim" not in repr(settings)


def test_the_amounts_are_those_of_the_day() -> None:
    early, late = (build_wegwijs(settings_for(day)).corpus.amounts for day in (date(2025, 1, 1), date(2026, 11, 25)))
    assert early.keys() == late.keys()
    assert all(amount.valid_from <= date(2026, 11, 25) for amount in late.values())


def test_nothing_is_built_before_the_first_question(tmp_path: Path) -> None:
    wegwijs = build_wegwijs(Settings(home=tmp_path, today=date(2026, 11, 25)))
    assert list(tmp_path.iterdir()) == []
    assert wegwijs.procedures()
    assert list(tmp_path.iterdir()) == []


def test_an_own_document_is_found_and_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_HOME", str(tmp_path / "home"))
    file = tmp_path / "zwemclub.txt"
    file.write_text("De zwemclub Dolfijn traint elke dinsdag in het Kristalbad. Een badmuts is verplicht.", "utf-8")
    report = add_documents([file])
    assert (report.added, report.skipped) == (1, ())
    wegwijs = build_wegwijs()
    answer = wegwijs.answer("wanneer traint de zwemclub dolfijn in het kristalbad")
    assert answer.kind == "answer"
    assert answer.citations[0].quote_from == "own-document"
    assert answer.citations[0].quote in file.read_text("utf-8")
    assert "dinsdag" in answer.answer
    for question in ("hoe vraag ik een leefloon aan", "wat wordt het weer dinsdag", "wie traint de rode duivels"):
        assert "Dolfijn" not in wegwijs.answer(question).answer


def test_the_cited_pages_are_listed_by_publisher() -> None:
    pages = cited_sources()
    assert [page.publisher for page in pages] == sorted(page.publisher for page in pages)
    corpus = load_corpus()
    amounts = {corpus.sources[amount.source].id for amount in corpus.amounts.values()}
    assert amounts <= {page.id for page in pages} <= set(corpus.sources)
