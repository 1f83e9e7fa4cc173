"""A round along pages on a site of this machine: what came of each, what is kept, and good manners."""

from datetime import date
from pathlib import Path

import pytest

from ingest.models import Source
from ingest.pages import PageRecord, Visit, read_records, visit_pages
from ingest.pages import fetch as fetching
from ingest.pages.store import keep
from tests.fake_site import Reply, Site, html, site

__all__ = ["site"]

DAY, LATER = date(2026, 11, 25), date(2026, 12, 24)
TEXT = "Je hebt 8 werkdagen om je adres te melden."


def source(site: Site, path: str, name: str = "een") -> Source:
    return Source(id=name, url=site.address + path, title="Titel", publisher="Gemeente")


def visit(site: Site, home: Path, path: str = "/a", day: date = DAY, pause: float = 0.0) -> Visit:
    return next(iter(list(visit_pages([source(site, path)], home, day, pause=pause))))


def test_first_unchanged_changed(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = html(TEXT)
    first = visit(site, tmp_path)
    assert (first.record.status, first.before) == ("first", None)
    assert first.record.text == TEXT
    site.pages["/a"] = html(TEXT.replace(" om ", "  om\n"))
    assert visit(site, tmp_path, day=LATER).record.status == "unchanged"
    site.pages["/a"] = html("Je hebt 10 werkdagen om je adres te melden.")
    changed = visit(site, tmp_path, day=LATER)
    assert (changed.record.status, changed.record.changed) == ("changed", LATER)
    assert changed.before
    assert " ".join(changed.before.text.split()) == TEXT
    again = visit(site, tmp_path, day=LATER)
    assert (again.record.status, again.record.changed) == ("unchanged", LATER)


def test_what_was_read_is_kept_in_the_home_folder(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = html(TEXT)
    visit(site, tmp_path)
    record = read_records(tmp_path)["een"]
    assert (record.fetched, record.url, record.text) == (DAY, f"{site.address}/a", TEXT)
    assert len(record.hash) == 64
    assert [path.name for path in (tmp_path / "sources").iterdir()] == ["een.json"]


def test_a_page_that_says_unchanged_itself_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = html(TEXT)._replace(etag='"7"')
    visit(site, tmp_path)
    found = visit(site, tmp_path, day=LATER)
    assert (found.record.status, found.record.fetched, found.record.text) == ("unchanged", LATER, TEXT)
    assert site.headers[-1]["if-none-match"] == '"7"'


@pytest.mark.parametrize(
    ("reply", "status", "why"),
    [
        (Reply(404), "gone", "404"), (Reply(410), "gone", "410"), (Reply(500), "not-reachable", "500"),
        (Reply(403), "not-reachable", "403"), (Reply(302, location="/"), "gone", "redirected to the front page"),
        (Reply(302, location="/a"), "not-reachable", "too many redirects"),
        (Reply(302, location="ftp://127.0.0.1/a"), "not-reachable", "not a web address"),
        (Reply(302, location="http://[half"), "not-reachable", ""),
        (html(""), "not-readable", "no-text"),
        (Reply(body=b"%PDF-1.4 stuk", kind="application/pdf"), "not-readable", ""),
    ],
)  # fmt: skip
def test_what_can_go_wrong(reply: Reply, status: str, why: str, site: Site, tmp_path: Path) -> None:
    site.pages |= {"/": html("Welkom"), "/a": reply}
    found = visit(site, tmp_path)
    assert found.record.status == status
    assert why in found.why
    assert (found.record.text, found.record.fetched) == ("", None)


def test_a_page_that_went_keeps_what_it_said(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = html(TEXT)
    visit(site, tmp_path)
    del site.pages["/a"]
    gone = visit(site, tmp_path, day=LATER).record
    assert (gone.status, gone.text, gone.fetched, gone.visited) == ("gone", TEXT, DAY, LATER)
    site.pages["/a"] = html(TEXT)
    assert visit(site, tmp_path, day=LATER).record.status == "unchanged"


def test_a_redirect_to_the_new_place_is_followed(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": Reply(301, location="/nieuw/a"), "/nieuw/a": html(TEXT)}
    assert visit(site, tmp_path).record.text == TEXT


def test_a_site_that_is_not_there(tmp_path: Path) -> None:
    page = Source(id="een", url="http://127.0.0.1:9/a", title="T", publisher="P")
    found = next(visit_pages([page], tmp_path, DAY, pause=0))
    assert found.record.status == "not-reachable"


def test_too_slow_too_large_and_endless(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "READ_SECONDS", 0.3)
    site.pages |= {"/a": html(TEXT)._replace(seconds=1.0), "/b": Reply(endless=True)}
    assert visit(site, tmp_path).why == "timeout"
    found = visit(site, tmp_path, "/b")
    assert (found.record.status, found.why) == ("not-readable", "too large")
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 0.0)
    site.pages["/c"] = html(TEXT)
    assert visit(site, tmp_path, "/c").why == "timeout"


def test_robots_txt_is_asked_once_and_obeyed(site: Site, tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /a\n"
    site.pages |= {"/robots.txt": Reply(body=rules, kind="text/plain"), "/a": html(TEXT), "/b": html(TEXT)}
    pages = [source(site, path, name) for path, name in (("/a", "een"), ("/b", "twee"))]
    found = {row.record.id: row.record.status for row in visit_pages(pages, tmp_path, DAY, pause=0)}
    assert found == {"een": "not-allowed", "twee": "first"}
    assert site.paths() == ["/robots.txt", "/b"]
    assert all(headers["user-agent"].startswith("wegwijs/") for headers in site.headers)


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": Reply(503), "/a": html(TEXT)}
    assert visit(site, tmp_path).record.status == "not-reachable"
    assert "/a" not in site.paths()


def test_one_site_is_asked_slowly(site: Site, tmp_path: Path) -> None:
    pages = [source(site, f"/{name}", name) for name in ("a", "b", "c")]
    site.pages |= {f"/{name}": html(TEXT) for name in ("a", "b", "c")}
    list(visit_pages(pages, tmp_path, DAY, pause=0.2))
    times = [moment for _, moment in site.asked]
    assert len(times) == 4
    assert all(later - earlier > 0.18 for earlier, later in zip(times, times[1:], strict=False))


def test_a_longer_pause_is_given_when_asked(site: Site, tmp_path: Path) -> None:
    rules = b"User-agent: *\nCrawl-delay: 1\n"
    site.pages |= {"/robots.txt": Reply(body=rules, kind="text/plain"), "/a": html(TEXT)}
    visit(site, tmp_path)
    first, second = [moment for _, moment in site.asked]
    assert second - first > 0.95


def test_a_page_on_the_web_cannot_send_us_home() -> None:
    for target in ("http://127.0.0.1/x", "http://192.168.0.1/", "http://localhost:8080/", "http://[::1]/", "http://nas.local/"):
        with pytest.raises(fetching._Stop):
            fetching._check_target("https://www.vdab.be/a", target)
    fetching._check_target("https://www.vdab.be/a", "https://werk.vdab.be/b")


def test_a_damaged_record_counts_as_new(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = html(TEXT)
    keep(PageRecord(id="een", url="x", status="first", visited=DAY), tmp_path)
    (tmp_path / "sources" / "een.json").write_text("{", encoding="utf-8")
    assert visit(site, tmp_path).record.status == "first"
