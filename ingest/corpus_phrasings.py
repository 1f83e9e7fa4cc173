"""More ways to ask the questions of a section: `corpus/phrasings/<document>.yaml`, section id -> list of questions.

They are written by another hand than the document, so that a question in quite other words still finds its section.
`<document>.facts.yaml` asks for the separate facts of a section, `<document>.yaml` for the section as a whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from ingest.corpus_document import Problem, yaml_line
from ingest.models import CorpusDocument
from ingest.yaml_text import parse_yaml


def with_phrasings(
    documents: Iterable[CorpusDocument], root: Path, problems: list[Problem]
) -> Iterator[CorpusDocument]:
    """The documents, each section with its further questions added; what does not fit goes to `problems`."""
    waiting: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((root / "phrasings").glob("*.yaml")):
        waiting[path.name.split(".")[0]].append(path)
    for document in documents:
        for path in waiting.pop(document.id, []):
            document = _merged(document, path, problems)
        yield document
    problems += [Problem(path.name, 1, "phrasings-document", name) for name, paths in waiting.items() for path in paths]


def _merged(document: CorpusDocument, path: Path, problems: list[Problem]) -> CorpusDocument:
    try:
        found = parse_yaml(path.read_text(encoding="utf-8-sig")) or {}
    except yaml.YAMLError as error:
        problems.append(Problem(path.name, yaml_line(error, 0), "yaml", str(getattr(error, "problem", ""))))
        return document
    except UnicodeDecodeError:
        problems.append(Problem(path.name, 1, "not-utf-8", path.name))
        return document
    if not _is_shaped(found):
        problems.append(Problem(path.name, 1, "phrasings-shape", document.id))
        return document
    known = {section.id for section in document.sections}
    problems += [Problem(path.name, 1, "phrasings-section", name) for name in found if name not in known]
    sections = (
        section.model_copy(update={"questions": tuple(dict.fromkeys([*section.questions, *found.get(section.id, ())]))})
        for section in document.sections
    )
    return document.model_copy(update={"sections": tuple(sections)})


def _is_shaped(found: object) -> bool:
    """Whether this is section id -> list of questions in text."""
    return isinstance(found, dict) and all(
        isinstance(texts, list) and all(isinstance(text, str) and text.strip() for text in texts)
        for texts in found.values()
    )
