"""Parse one corpus document: YAML front matter, sections by intent, sentences with their sources.

The format is explained for writers in docs/corpus.md.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ingest.models import RAAD, Amount, CorpusDocument, Paragraph, Section, Sentence, Who
from ingest.yaml_text import parse_yaml

MARKER = re.compile(r"\[([a-z0-9][a-z0-9, -]*)\]")
AMOUNT = re.compile(r"\{amount:([a-z0-9-]+)\}")
STEP = re.compile(r"^\d+\.\s+(?:\((jij|samen|outreacher)\)\s+)?")
BULLET = re.compile(r"^[-*]\s+")
FIELD_KEYS = {
    "missing": "field-missing", "extra_forbidden": "field-unknown", "literal_error": "field-choice",
    "string_pattern_mismatch": "field-pattern", "too_short": "field-empty", "string_too_short": "field-empty",
    "string_type": "field-text", "tuple_type": "field-list", "date_from_datetime_parsing": "field-date",
    "date_from_datetime_inexact": "field-date", "date_parsing": "field-date", "date_type": "field-date",
    "decimal_parsing": "field-number", "decimal_type": "field-number",
}  # fmt: skip
"""The faults of a value that have their own Dutch sentence; the others share `field`."""
WHO: dict[str | None, Who] = {None: "client", "jij": "client", "samen": "together", "outreacher": "outreacher"}


class Problem(NamedTuple):
    """A rule that a corpus file breaks. `key` names the Dutch sentence `corpus.<key>`."""

    file: str
    line: int
    key: str
    what: str


class Block(NamedTuple):
    """The lines below one `##` heading."""

    heading: str
    line: int
    lines: list[str]


def parse_document(
    path: Path, amounts: dict[str, Amount]
) -> tuple[CorpusDocument | None, list[Problem]]:
    """Read one document. Problems say what to mend; None when it cannot be used at all."""
    problems: list[Problem] = []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(path.name, 1, "not-utf-8", path.name)]
    front, body, offset = _split_front_matter(text)
    if front is None:
        return None, [Problem(path.name, 1, "front-matter", "---")]
    try:
        meta = parse_yaml(front) or {}
    except yaml.YAMLError as error:
        return None, [Problem(path.name, yaml_line(error, 1), "yaml", str(getattr(error, "problem", "")))]
    if not isinstance(meta, dict):
        return None, [Problem(path.name, 1, "front-matter", type(meta).__name__)]
    sections = []
    for block in _blocks(body, offset):
        section, found = _section(block, path.name, amounts)
        problems += found
        if section is not None:
            sections.append(section)
    try:
        return CorpusDocument(**meta, sections=tuple(sections)), problems
    except (ValidationError, TypeError) as error:
        return None, [*problems, *field_problems(error, path.name, 1)]


def format_amount(amount: Amount) -> str:
    """`1.340,47 euro per maand`: Belgian notation, cents only where there are any."""
    value = f"{amount.value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{value.removesuffix(',00')} {amount.unit}"


def field_problems(error: Exception, file: str, line: int, owner: str = "") -> list[Problem]:
    """One problem for each value that pydantic refuses; `owner` names the entry that holds it."""
    if not isinstance(error, ValidationError):
        return [Problem(file, line, "field", f"{owner}: {error}".removeprefix(": "))]
    return [_field_problem(found, file, line, owner) for found in error.errors()]


def _field_problem(found: ErrorDetails, file: str, line: int, owner: str) -> Problem:
    where = ".".join(map(str, ([owner] if owner else []) + list(found["loc"])))
    key = FIELD_KEYS.get(found["type"], "field")
    if key == "field":
        return Problem(file, line, key, f"{where}: {found['msg']}")
    return Problem(file, line, key, where if key != "field-choice" else f"{where}: {found['ctx']['expected']}")


def _split_front_matter(text: str) -> tuple[str | None, str, int]:
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if match is None:
        return None, text, 0
    return match[1], text[match.end() :], text[: match.end()].count("\n")


def _blocks(body: str, offset: int) -> Iterator[Block]:
    current: Block | None = None
    for number, line in enumerate(body.splitlines(), start=offset + 1):
        if line.startswith("## "):
            if current:
                yield current
            current = Block(line[3:].strip(), number, [])
        elif current:
            current.lines.append(line)
    if current:
        yield current


def _section(
    block: Block, file: str, amounts: dict[str, Amount]
) -> tuple[Section | None, list[Problem]]:
    body = "\n".join(block.lines)
    match = re.match(r"\s*```yaml\n(.*?)\n```\n?", body, re.DOTALL)
    if match is None:
        return None, [Problem(file, block.line, "section-yaml", block.heading)]
    try:
        meta: dict[str, Any] = parse_yaml(match[1]) or {}
    except yaml.YAMLError as error:
        before = block.line + body[: match.start(1)].count("\n")
        return None, [Problem(file, yaml_line(error, before), "yaml", str(getattr(error, "problem", "")))]
    start = block.line + body[: match.end()].count("\n") + 1
    paragraphs, problems = _paragraphs(body[match.end() :], file, start, amounts)
    if not paragraphs:
        return None, [Problem(file, block.line, "no-text", block.heading)]
    try:
        section = Section(**meta, heading=block.heading, paragraphs=tuple(paragraphs), line=block.line)
    except (ValidationError, TypeError) as error:
        return None, [*problems, *field_problems(error, file, block.line, block.heading)]
    return section, problems


def _paragraphs(
    body: str, file: str, start: int, amounts: dict[str, Amount]
) -> tuple[list[Paragraph], list[Problem]]:
    paragraphs: list[Paragraph] = []
    problems: list[Problem] = []
    for line_number, raw in _logical_lines(body, start):
        kind, who, text = _kind(raw)
        sentences = []
        for sentence, markers in _sentences(text):
            filled, extra, unknown = _fill_amounts(sentence, amounts)
            problems += [Problem(file, line_number, "amount-unknown", name) for name in unknown]
            if not markers:
                problems.append(Problem(file, line_number, "no-source", sentence))
            ids = tuple(dict.fromkeys([m for m in markers if m != RAAD] + extra))
            sentences.append(Sentence(text=filled, sources=ids, advice=RAAD in markers))
        if sentences:
            paragraphs.append(Paragraph(kind=kind, sentences=tuple(sentences), who=who))
    return paragraphs, problems


def _logical_lines(body: str, start: int) -> Iterator[tuple[int, str]]:
    """Paragraphs, bullets and steps; wrapped lines are joined."""
    buffer, first = "", start
    for number, line in enumerate(body.splitlines(), start=start):
        begins = bool(STEP.match(line) or BULLET.match(line))
        if buffer and (begins or not line.strip()):
            yield first, buffer
            buffer = ""
        if line.strip():
            if not buffer:
                first = number
            buffer = f"{buffer} {line.strip()}".strip()
    if buffer:
        yield first, buffer


def _kind(raw: str) -> tuple[Any, Who, str]:
    if step := STEP.match(raw):
        return "step", WHO[step[1]], raw[step.end() :]
    if bullet := BULLET.match(raw):
        return "bullet", "client", raw[bullet.end() :]
    return "text", "client", raw


def _sentences(text: str) -> Iterator[tuple[str, list[str]]]:
    """Pieces of text with the source ids of the marker that follows each."""
    position = 0
    for marker in MARKER.finditer(text):
        piece = text[position : marker.start()].strip()
        if piece:
            yield piece, [name.strip() for name in marker[1].split(",")]
        position = marker.end()
    rest = text[position:].strip()
    if rest:
        yield rest, []


def _fill_amounts(text: str, amounts: dict[str, Amount]) -> tuple[str, list[str], list[str]]:
    used, unknown = [], []

    def fill(match: re.Match[str]) -> str:
        amount = amounts.get(match[1])
        if amount is None:
            unknown.append(match[1])
            return match[0]
        used.append(amount.source)
        return format_amount(amount)

    return AMOUNT.sub(fill, text), used, unknown


def yaml_line(error: yaml.YAMLError, before: int) -> int:
    """The line (from 1) of a YAML fault; `before` = lines of the file above the YAML text.

    A quote that is never closed is said to be where it opens.
    """
    in_quotes = "scanning a quoted" in str(getattr(error, "context", ""))
    mark = getattr(error, "context_mark" if in_quotes else "problem_mark", None)
    return before + 1 + (mark.line if mark else 0)
