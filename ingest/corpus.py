"""Load corpus/ and check its structure: ids, references, sources, amounts.

The level of the language is checked in `assistant/corpus_check.py`; this room knows only structure.
"""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from ingest.corpus_document import Problem, parse_document
from ingest.errors import CorpusError
from ingest.models import Amount, Corpus, CorpusDocument, GlossaryEntry, Model, Organisation, Source
from ingest.yaml_text import parse_yaml

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
            file=first.file, line=first.line,
        )  # fmt: skip
    return corpus


def read_corpus(root: Path = CORPUS_DIR, *, today: date | None = None) -> tuple[Corpus, list[Problem]]:
    """As `load_corpus`, but with every problem listed instead of the first one raised."""
    problems: list[Problem] = []
    amounts = _current_amounts(_entries(root, "amounts", Amount, problems), today)
    organisations = _by_id(_entries(root, "organisations", Organisation, problems), problems, "organisations.yaml")
    glossary = _entries(root, "glossary", GlossaryEntry, problems)
    documents = []
    for path in sorted((root / "documents").glob("*.md")):
        document, found = parse_document(path, amounts)
        problems += found
        if document is not None:
            if document.id != path.stem:
                problems.append(Problem(path.name, 1, "id-is-file-name", document.id))
            documents.append(document)
    shared = _entries(root, "sources", Source, problems)
    sources = _all_sources(shared, documents, problems)
    problems += _dead_references(documents, sources, organisations)
    problems += [
        Problem("amounts.yaml", 1, "source-unknown", f"{a.id}: {a.source}") for a in amounts.values() if a.source not in sources
    ] + [
        Problem("organisations.yaml", 1, "source-unknown", f"{o.id}: {o.source}")
        for o in organisations.values()
        if o.source not in sources
    ]  # fmt: skip
    corpus = Corpus(
        documents=tuple(documents), sources=sources, amounts=amounts, organisations=organisations,
        glossary=tuple(glossary), lay_terms=_lay_terms(root, problems),
    )  # fmt: skip
    return corpus, problems


def load_yaml(path: Path) -> Any:
    """The content of a YAML data file; an empty dict when the file does not exist."""
    if not path.exists():
        return {}
    return parse_yaml(path.read_text(encoding="utf-8")) or {}


def _entries(root: Path, name: str, model: type[T], problems: list[Problem]) -> list[T]:
    """The list under the key `name` of `<name>.yaml` (or of every file in a folder `<name>/`)."""
    files = sorted((root / name).glob("*.yaml")) if (root / name).is_dir() else []
    if (root / f"{name}.yaml").exists():
        files = [root / f"{name}.yaml", *files]
    found: list[T] = []
    for file in files:
        try:
            rows = load_yaml(file).get(name, [])
        except yaml.YAMLError as error:
            problems.append(Problem(file.name, 1, "yaml", str(error)))
            continue
        for number, row in enumerate(rows, start=1):
            try:
                found.append(model(**row))
            except (ValidationError, TypeError) as error:
                label = row.get("id", row.get("term", number)) if isinstance(row, dict) else number
                problems.append(Problem(file.name, number, "field", f"{label}: {_short(error)}"))
    return found


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return str(error)


def _current_amounts(rows: list[Amount], today: date | None) -> dict[str, Amount]:
    """The newest value of each amount that has already started."""
    current: dict[str, Amount] = {}
    for amount in sorted(rows, key=lambda row: row.valid_from):
        if today is None or amount.valid_from <= today or amount.id not in current:
            current[amount.id] = amount
    return current


def _by_id(rows: list[Named], problems: list[Problem], file: str) -> dict[str, Named]:
    counts = Counter(row.id for row in rows)
    problems += [Problem(file, 1, "id-twice", name) for name, count in counts.items() if count > 1]
    return {row.id: row for row in rows}


def _all_sources(shared: list[Source], documents: list[CorpusDocument], problems: list[Problem]) -> dict[str, Source]:
    """One registry: the same id must mean the same page everywhere."""
    sources = _by_id(shared, problems, "sources.yaml")
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
    rows = load_yaml(root / "lay_terms.yaml").get("lay_terms", [])
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or set(row) - {"say", "means"}:
            problems.append(Problem("lay_terms.yaml", number, "field", "say, means"))
            continue
        for word in row["say"]:
            terms[str(word).lower()] = tuple(row["means"])
    return terms
