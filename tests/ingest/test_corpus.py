"""Loading corpus/: each broken rule is named with its file and line; amounts are those of the day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.corpus import check_yaml, load_corpus, load_yaml, read_corpus
from ingest.errors import CorpusError
from ingest.models import Source
from tests.corpus.small_corpus import DOCUMENT, FILES, STRUCTURE, write


def test_a_whole_corpus_has_no_problem(tmp_path: Path) -> None:
    corpus, problems = read_corpus(write(tmp_path))
    assert problems == []
    assert [document.id for document in corpus.documents] == ["fiets-lenen"]
    assert corpus.lay_terms == {"velo": ("fiets",)}
    assert set(corpus.sources) == {"buurthuis-fietsen"}


@pytest.mark.parametrize(("key", "place", "file", "old", "new"), STRUCTURE)
def test_a_broken_rule_is_named_with_file_and_line(
    tmp_path: Path, key: str, place: str, file: str, old: str, new: str
) -> None:
    problems = read_corpus(write(tmp_path, broken=file, old=old, new=new))[1]
    assert (key, place) in {(problem.key, f"{problem.file}:{problem.line}") for problem in problems}
    with pytest.raises(CorpusError, match=rf"first: {problems[0].file}:{problems[0].line} ") as raised:
        load_corpus(tmp_path)
    assert raised.value.values == {"file": problems[0].file, "line": problems[0].line}


def test_other_problems_are_listed_too(tmp_path: Path) -> None:
    broken = FILES[DOCUMENT].replace(" [raad]", "").replace("{amount:fiets-dag}", "{amount:auto-dag}")
    problems = read_corpus(write(tmp_path, broken=DOCUMENT, new=broken))[1]
    assert [problem.key for problem in problems] == ["amount-unknown", "no-source"]


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / DOCUMENT).write_bytes(FILES[DOCUMENT].replace("fiets", "fiëts").encode("latin-1"))
    (tmp_path / "glossary.yaml").write_bytes("glossary:\n- {term: café, plain: Een café.}\n".encode("latin-1"))
    keys = {(problem.key, problem.file) for problem in read_corpus(tmp_path)[1]}
    assert keys >= {("not-utf-8", "fiets-lenen.md"), ("not-utf-8", "glossary.yaml")}


@pytest.mark.parametrize("content", [b"facts: [kapot", b"a: caf\xe9\n"], ids=["no-yaml", "not-utf-8"])
def test_a_damaged_data_file_is_named_also_one_that_is_opened_late(tmp_path: Path, content: bytes) -> None:
    check_yaml(write(tmp_path))
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "mask.yaml").write_bytes(content)
    with pytest.raises(CorpusError) as raised:
        check_yaml(tmp_path)
    assert raised.value.values["file"] == "language/mask.yaml"
    assert (raised.value.text_key, raised.value.exit_status) == ("error.corpus.file", 2)


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    write(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    corpus, problems = read_corpus(tmp_path)
    assert problems == []
    assert corpus.documents[0].sections[0].direct_answer.text == "Vraag een fiets in het buurthuis."


@pytest.mark.parametrize(
    ("today", "value", "shown"),
    [
        (date(2025, 1, 1), "2.50", "Je betaalt 2,50 euro per dag."),  # before the first start: the first
        (date(2026, 1, 1), "2.50", "Je betaalt 2,50 euro per dag."),
        (date(2026, 12, 31), "2.50", "Je betaalt 2,50 euro per dag."),
        (date(2027, 1, 1), "3", "Je betaalt 3 euro per dag."),
        (None, "3", "Je betaalt 3 euro per dag."),
    ],
)
def test_an_amount_is_that_of_the_day(tmp_path: Path, today: date | None, value: str, shown: str) -> None:
    corpus = load_corpus(write(tmp_path), today=today)
    assert corpus.amounts["fiets-dag"].value == Decimal(value)
    assert corpus.documents[0].sections[0].paragraphs[1].text == shown


def test_an_amount_brings_its_own_source(tmp_path: Path) -> None:
    write(tmp_path, broken=DOCUMENT, old="{amount:fiets-dag}. [buurthuis-fietsen]", new="{amount:fiets-dag}. [raad]")
    sentence = load_corpus(tmp_path).documents[0].sections[0].paragraphs[1].sentences[0]
    assert sentence.sources == ("buurthuis-fietsen",)


def test_a_folder_and_a_file_of_the_same_name_are_one_list(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "amounts").mkdir()
    more = FILES["amounts.yaml"].replace("fiets-dag", "bak-dag")
    (tmp_path / "amounts" / "meer.yaml").write_text(more, encoding="utf-8")
    assert set(load_corpus(tmp_path).amounts) == {"fiets-dag", "bak-dag"}


@pytest.mark.parametrize(("given", "kept"), [(date(2026, 5, 1), "2026-05-01"), (2026, "2026"), ("2026-05", "2026-05")])
def test_the_date_of_a_page_needs_no_quotes(given: object, kept: str) -> None:
    source = {"id": "a", "url": "https://a.example", "title": "A", "publisher": "B", "page_date": given}
    assert Source.model_validate(source).page_date == kept


def test_a_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_yaml(tmp_path / "none.yaml") == {}
    assert read_corpus(tmp_path)[0].documents == ()
