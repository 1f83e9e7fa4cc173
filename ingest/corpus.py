"""Load corpus/ and check its structure: ids, references, sources, amounts.

The level of the language is checked in `assistant/corpus_check.py`; this room knows only structure.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from ingest.corpus_document import Problem, field_problems, parse_document, yaml_line
from ingest.corpus_phrasings import with_phrasings
from ingest.errors import CorpusError
from ingest.models import Amount, Corpus, CorpusDocument, GlossaryEntry, Model, Organisation, Source
from ingest.yaml_text import line_of, parse_yaml

T = TypeVar("T", bound=Model)
Named = TypeVar("Named", Organisation, Source)

CORPUS_DIR = Path(__file__).resolve().parent.parent / "corpus"


def load_corpus(root: Path = CORPUS_DIR, *, today: date | None = None) -> Corpus:
    """All of corpus/ as typed objects, amounts as they are on `today` (default: the newest).

    Raises CorpusError that names the first broken file, line and rule.
    """
    corpus, problems = read_corpus(root, today=today)
    if problems:
        first = problems[0]
        raise CorpusError(
            f"{len(problems)} problem(s), first: {first.file}:{first.line} {first.key}: {first.what}",
            reason="file", file=first.file, line=first.line,
        )  # fmt: skip
    return corpus


def read_corpus(root: Path = CORPUS_DIR, *, today: date | None = None) -> tuple[Corpus, list[Problem]]:
    """As `load_corpus`, but with every problem listed instead of the first one raised."""
    problems: list[Problem] = []
    all_amounts = _entries(root, "amounts", Amount, problems)
    starts = Counter((amount.id, amount.valid_from) for amount in all_amounts)
    problems += [
        Problem(*_place(root, "amounts", name), "id-twice", name) for (name, _), n in starts.items() if n > 1
    ]
    amounts = _current_amounts(all_amounts, today)
    organisations = _by_id(_entries(root, "organisations", Organisation, problems), problems, root, "organisations")
    glossary = _entries(root, "glossary", GlossaryEntry, problems)
    documents = []
    for path in sorted((root / "documents").glob("*.md")):
        document, found = parse_document(path, amounts)
        problems += found
        if document is not None:
            if document.id != path.stem:
                problems.append(Problem(path.name, 1, "id-is-file-name", document.id))
            documents.append(document)
    documents = list(with_phrasings(documents, root, problems))
    shared = _entries(root, "sources", Source, problems)
    sources = _all_sources(_by_id(shared, problems, root, "sources"), documents, problems)
    problems += _dead_references(documents, sources, organisations)
    problems += [
        Problem(*_place(root, folder, owner.id), "source-unknown", f"{owner.id}: {owner.source}")
        for folder, owners in (("amounts", all_amounts), ("organisations", organisations.values()))
        for owner in owners
        if owner.source not in sources
    ]
    corpus = Corpus(
        documents=tuple(documents), sources=sources, amounts=amounts, organisations=organisations,
        glossary=tuple(glossary), lay_terms=_lay_terms(root, problems),
    )  # fmt: skip
    return corpus, problems


def load_yaml(path: Path) -> Any:
    """The content of a YAML data file; an empty dict when the file does not exist.

    Raises CorpusError that names a file that is no YAML.
    """
    if not path.exists():
        return {}
    name = f"{path.parent.name}/{path.name}"
    try:
        return _content(path)
    except yaml.YAMLError as error:
        line = yaml_line(error, 0)
        raise CorpusError(f"{name}:{line}: no YAML", reason="file", file=name, line=line) from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{name}: not UTF-8", reason="file", file=name, line=1) from error


def check_yaml(root: Path = CORPUS_DIR) -> None:
    """Read every data file once (0.3 s), also those that are opened late. Raises CorpusError for the first bad one."""
    for path in sorted(root.rglob("*.yaml")):
        load_yaml(path)


def _content(path: Path) -> Any:
    return parse_yaml(path.read_text(encoding="utf-8-sig")) or {}


def _entries(root: Path, name: str, model: type[T], problems: list[Problem]) -> list[T]:
    """The list under the key `name` of `<name>.yaml` (or of every file in a folder `<name>/`)."""
    found: list[T] = []
    for file in _files(root, name):
        for number, row in enumerate(_rows(file, name, problems)):
            try:
                found.append(model(**row))
            except (ValidationError, TypeError) as error:
                label = row.get("id", row.get("term", "")) if isinstance(row, dict) else ""
                line = line_of(file.read_text(encoding="utf-8-sig"), name, number)
                problems += field_problems(error, file.name, line, str(label))
    return found


def _files(root: Path, name: str) -> list[Path]:
    files = sorted((root / name).glob("*.yaml"))
    return [root / f"{name}.yaml", *files] if (root / f"{name}.yaml").exists() else files


def _rows(file: Path, name: str, problems: list[Problem]) -> list[Any]:
    """The list under the key `name`; empty, with a problem, when the file holds something else."""
    try:
        found = _content(file)
    except yaml.YAMLError as error:
        problems.append(Problem(file.name, yaml_line(error, 0), "yaml", str(getattr(error, "problem", ""))))
        return []
    except UnicodeDecodeError:
        problems.append(Problem(file.name, 1, "not-utf-8", file.name))
        return []
    rows = found.get(name) if isinstance(found, dict) else None
    if not isinstance(rows, list):
        problems.append(Problem(file.name, 1, "no-list", name))
        return []
    return rows


def _place(root: Path, name: str, identity: str) -> tuple[str, int]:
    """File name and line (from 1) where the last entry with this id starts."""
    pattern = re.compile(rf"\bid:\s*['\"]?{re.escape(identity)}['\"]?\s*(?:[,}}#]|$)")
    places = [
        (file.name, number)
        for file in _files(root, name)
        for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), start=1)
        if pattern.search(line)
    ]
    return places[-1] if places else (f"{name}.yaml", 1)


def _current_amounts(rows: list[Amount], today: date | None) -> dict[str, Amount]:
    """The newest value of each amount that has already started."""
    current: dict[str, Amount] = {}
    for amount in sorted(rows, key=lambda row: row.valid_from):
        if today is None or amount.valid_from <= today or amount.id not in current:
            current[amount.id] = amount
    return current


def _by_id(rows: list[Named], problems: list[Problem], root: Path, name: str) -> dict[str, Named]:
    counts = Counter(row.id for row in rows)
    problems += [Problem(*_place(root, name, twice), "id-twice", twice) for twice, n in counts.items() if n > 1]
    return {row.id: row for row in rows}


def _all_sources(
    shared: dict[str, Source], documents: list[CorpusDocument], problems: list[Problem]
) -> dict[str, Source]:
    """One registry: the same id must mean the same page everywhere."""
    sources = dict(shared)
    for document in documents:
        for source in document.sources:
            known = sources.setdefault(source.id, source)
            if known != source:
                problems.append(Problem(f"{document.id}.md", 1, "source-differs", source.id))
    return sources


def _dead_references(
    documents: list[CorpusDocument], sources: dict[str, Source], organisations: dict[str, Organisation]
) -> list[Problem]:
    problems = []
    ids = Counter(document.id for document in documents)
    problems += [Problem(f"{name}.md", 1, "id-twice", name) for name, count in ids.items() if count > 1]
    for document in documents:
        file = f"{document.id}.md"
        section_ids = Counter(section.id for section in document.sections)
        problems += [Problem(file, 1, "id-twice", name) for name, count in section_ids.items() if count > 1]
        problems += [Problem(file, 1, "contact-unknown", c) for c in document.contacts if c not in organisations]
        for section in document.sections:
            problems += [
                Problem(file, section.line, "contact-unknown", c) for c in section.contacts if c not in organisations
            ]
            cited = {s for p in section.paragraphs for sentence in p.sentences for s in sentence.sources}
            problems += [Problem(file, section.line, "source-unknown", s) for s in sorted(cited - sources.keys())]
    return problems


def _lay_terms(root: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    terms: dict[str, tuple[str, ...]] = {}
    file = root / "lay_terms.yaml"
    for number, row in enumerate(_rows(file, "lay_terms", problems) if file.exists() else []):
        if not isinstance(row, dict) or set(row) != {"say", "means"}:
            line = line_of(file.read_text(encoding="utf-8-sig"), "lay_terms", number)
            problems.append(Problem(file.name, line, "lay-term", str(number + 1)))
            continue
        for word in row["say"]:
            terms[str(word).lower()] = tuple(row["means"])
    return terms
