"""Read corpus/procedures/*.yaml and check that every way through them works."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from assistant.procedures.model import END, Node, Procedure
from ingest.corpus import CORPUS_DIR
from ingest.corpus_document import Problem, field_problems, yaml_line
from ingest.errors import CorpusError
from ingest.models import Corpus
from ingest.yaml_text import parse_yaml


@cache
def load_procedures(root: Path = CORPUS_DIR) -> Mapping[str, Procedure]:
    """All procedures by id. Raises CorpusError that names the first broken file."""
    found, problems = read_procedures(root)
    if problems:
        first = problems[0]
        message = f"{first.file}:{first.line} {first.key}: {first.what}"
        raise CorpusError(message, reason="file", file=first.file, line=first.line)
    return found


def read_procedures(root: Path = CORPUS_DIR) -> tuple[dict[str, Procedure], list[Problem]]:
    """As `load_procedures`, but with every problem listed."""
    found: dict[str, Procedure] = {}
    problems: list[Problem] = []
    for path in sorted((root / "procedures").glob("*.yaml")):
        text = path.read_text(encoding="utf-8-sig")
        try:
            procedure = Procedure(**parse_yaml(text))
        except yaml.YAMLError as error:
            problems.append(Problem(path.name, yaml_line(error, 0), "yaml", str(getattr(error, "problem", ""))))
            continue
        except (ValidationError, TypeError) as error:
            problems += field_problems(error, path.name, 1)
            continue
        if procedure.id != path.stem:
            problems.append(Problem(path.name, 1, "id-is-file-name", procedure.id))
        problems += [Problem(path.name, _line(text, what), key, what) for key, what in _broken(procedure)]
        found[procedure.id] = procedure
    return found, problems


def check_references(procedures: Mapping[str, Procedure], corpus: Corpus) -> list[Problem]:
    """Sources and contacts that the corpus does not have."""
    problems = []
    for procedure in procedures.values():
        file = f"{procedure.id}.yaml"
        cited = {name for node in procedure.nodes for name in node.sources}
        problems += [Problem(file, 1, "source-unknown", name) for name in sorted(cited - corpus.sources.keys())]
        problems += [
            Problem(file, 1, "contact-unknown", c) for c in procedure.contacts if c not in corpus.organisations
        ]
    return problems


def _broken(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Rules that the nodes break together."""
    ids = [node.id for node in procedure.nodes]
    yield from (("id-twice", name) for name in sorted({name for name in ids if ids.count(name) > 1}))
    known = {*ids, END}
    for node in procedure.nodes:
        if node.is_question == (node.do is not None):
            yield "ask-or-do", node.id
        if node.is_question and not node.why:
            yield "no-why", node.id
        if node.is_question and node.kind == "choice" and len(node.options) < 2:
            yield "few-options", node.id
        yield from (("next-unknown", f"{node.id}: {name}") for name in _ways(procedure, node) if name not in known)
        if node.deadline and node.deadline.after and not _is_date(procedure, node.deadline.after):
            yield "deadline-after", f"{node.id}: {node.deadline.after}"
    if all(name in known for node in procedure.nodes for name in _ways(procedure, node)):
        yield from _unreached(procedure)


def _line(text: str, what: str) -> int:
    """The line (from 1) of the last node that `what` (`<node>` or `<node>: <detail>`) names; 1 when there is none."""
    node = re.compile(rf"\bid:\s*{re.escape(what.partition(':')[0])}\s*(?:[,}}#]|$)")
    return max((n for n, line in enumerate(text.splitlines(), start=1) if node.search(line)), default=1)


def _ways(procedure: Procedure, node: Node) -> list[str]:
    """Where the walk can go from here."""
    named = [name for name in node.options.values() if name]
    return [*named, node.next or procedure.below(node)]


def _is_date(procedure: Procedure, name: str) -> bool:
    return any(node.id == name and node.kind == "date" for node in procedure.nodes)


def _unreached(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Nodes that no way leads to, and nodes that lead back: the walk must always end."""
    place = {node.id: n for n, node in enumerate(procedure.nodes)}
    reached = {procedure.nodes[0].id}
    for node in procedure.nodes:
        for name in _ways(procedure, node) if node.id in reached else []:
            reached.add(name)
            if name != END and place[name] <= place[node.id]:
                yield "goes-back", f"{node.id}: {name}"
    yield from (("unreached", node.id) for node in procedure.nodes if node.id not in reached)
