"""`wegwijs sources fetch`: the report, its exit status, and what the list says afterwards."""

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

import assistant.sources
from ingest.corpus import load_corpus
from ingest.models import Source
from ingest.pages import Status, read_records, visit_pages
from ingest.pages.store import READ
from tests.fake_site import Site, html, site
from ui.cli import main
from ui.commands.words import load_cli_text

__all__ = ["site"]

CITED = "olen-adreswijziging"
PAGE = "Meld je nieuwe adres binnen 8 werkdagen aan de gemeente."
KEYS = {"id", "url", "title", "publisher", "status", "why", "previous", "documents", "lost_numbers"}


@pytest.fixture(autouse=True)
def world(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real corpus with two of its pages, on the site of this machine."""
    corpus = load_corpus()
    moved = {
        name: Source(id=name, url=f"{site.address}/{name}", title=corpus.sources[name].title, publisher="Gemeente")
        for name in (CITED, "melle-adreswijziging")
    }
    changed = corpus.model_copy(update={"sources": {**corpus.sources, **moved}})
    monkeypatch.setattr(assistant.sources, "load_corpus", lambda: changed)
    monkeypatch.setattr(assistant.sources, "cited_sources", lambda: tuple(moved.values()))
    monkeypatch.setattr("ingest.pages.visit.PAUSE", 0.0)
    monkeypatch.setenv("WEGWIJS_HOME", str(tmp_path))
    site.pages |= {f"/{name}": html(PAGE) for name in moved}


def fetched(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    status = main(["sources", "fetch", *more, "--json", "--today", "2026-11-25"])
    return status, json.loads(capsys.readouterr().out)


def test_the_report_of_a_first_round(capsys: pytest.CaptureFixture[str]) -> None:
    status, report = fetched(capsys)
    assert status == 0
    assert report["counts"]["first"] == 2
    assert sum(report["counts"].values()) == 2
    assert report["day"] == "2026-11-25"
    assert all(page.keys() == KEYS for page in report["pages"])


def test_a_changed_page_names_the_documents_to_read_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    fetched(capsys)
    site.pages[f"/{CITED}"] = html(PAGE.replace("8", "10"))
    status, report = fetched(capsys)
    assert (status, report["counts"]["changed"], report["counts"]["unchanged"]) == (0, 1, 1)
    page = report["pages"][0]
    assert (page["id"], page["status"], page["previous"]) == (CITED, "changed", "2026-11-25")
    assert "adres-veranderen-verhuizen" in page["documents"]
    assert page["lost_numbers"] == ["8"]


def test_in_words(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    fetched(capsys)
    site.pages[f"/{CITED}"] = html(PAGE.replace("8", "10"))
    assert main(["sources", "fetch"]) == 0
    out = capsys.readouterr().out
    assert "Kijk deze bladzijde na" in out
    assert "adres-veranderen-verhuizen" in out
    assert "staan er niet meer: 8" in out
    assert "niet veranderd: 1" in out


def test_only_the_pages_that_are_named(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = fetched(capsys, CITED)
    assert [page["id"] for page in report["pages"]] == [CITED]
    assert site.paths() == ["/robots.txt", f"/{CITED}"]


def test_an_unknown_name_is_refused_before_any_call(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "fetch", CITED, "bestaat-niet"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "bestaat-niet" in err
    assert site.asked == []


def test_no_site_at_all_is_one_sentence(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.pages = {"/robots.txt": html("")._replace(status=503)}
    assert main(["sources", "fetch"]) == 2
    assert capsys.readouterr().err.strip() == "Geen enkele site antwoordde. Kijk je internet na en probeer opnieuw."


def test_the_list_says_what_the_visits_found(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources"]) == 0
    assert "gezien op" not in capsys.readouterr().out
    assert site.asked == [], "the list uses no network"
    fetched(capsys)
    site.pages = {f"/{CITED}": html(PAGE.replace("8", "10"))}
    fetched(capsys)
    assert main(["sources"]) == 0
    out = capsys.readouterr().out
    assert "(veranderd op 2026-11-25: kijk deze bladzijde na)" in out
    assert "deze bladzijde is weg" in out
    assert main(["sources", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows[CITED]["changed"] == "2026-11-25"
    assert rows[CITED]["checked"] is None


def test_every_status_has_its_words() -> None:
    text = load_cli_text()
    for status in get_args(Status):
        assert text[f"sources.status.{status}"]
        if status not in READ - {"changed"}:
            assert text.say(f"sources.visit.{status}", publisher="VDAB", title="Titel", url="https://x.be")


def test_on_a_screen_it_says_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["sources", "fetch"]) == 0
    assert "2 van 2" in capsys.readouterr().err


def test_stopping_in_the_middle_keeps_what_was_read(tmp_path: Path, site: Site) -> None:
    """Ctrl+C: the page that was read stays read, and no further page is asked for."""
    pages = [
        Source(id=f"b{number}", url=f"{site.address}/{CITED}?{number}", title="T", publisher="P") for number in range(9)
    ]
    site.pages |= {f"/{CITED}?{number}": html(PAGE) for number in range(9)}
    visits = visit_pages(pages, tmp_path, date(2026, 11, 25), pause=0.2)
    next(visits)
    visits.close()
    assert 1 <= len(read_records(tmp_path)) < 9
