"""Read corpus/messages.yaml and check that every hole has a question."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from assistant.models import MessageHole
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.errors import CorpusError
from ingest.models import Corpus, Model

HOLE = re.compile(r"\{([a-z0-9-]+)\}")


class Watch(Model):
    """What to know or add; without sources it is our own advice."""

    text: str
    sources: tuple[str, ...] = ()


class Template(Model):
    """One message. `letter` = closes with name and address, as a letter does."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    when: str
    holes: tuple[MessageHole, ...]
    text: str
    script: str | None = None
    letter: bool = True
    watch: tuple[Watch, ...] = ()


class Templates(Model):
    """All messages, with the holes and the closing that they share."""

    common: tuple[MessageHole, ...]
    closing: str
    messages: tuple[Template, ...]

    def whole(self, template: Template) -> str:
        """The text with its closing."""
        return f"{template.text}\n\n{self.closing}" if template.letter else template.text

    def holes(self, template: Template) -> tuple[MessageHole, ...]:
        """The holes of the message, its own first, then the shared ones that it uses."""
        used = set(HOLE.findall(f"{self.whole(template)}{template.script or ''}"))
        return (*template.holes, *(hole for hole in self.common if hole.id in used))


@cache
def load_templates(root: Path = CORPUS_DIR) -> Templates:
    """All templates. Raises CorpusError that names the field."""
    try:
        return Templates(**load_yaml(root / "messages.yaml"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        message = f"messages.yaml: {where}: {first['msg']}"
        raise CorpusError(message, reason="file", file="messages.yaml", line=1) from error


def broken(templates: Templates, corpus: Corpus) -> list[str]:
    """Holes without a question, questions without a hole, unknown pages. Empty = fits."""
    found = []
    for template in templates.messages:
        used = set(HOLE.findall(f"{templates.whole(template)}{template.script or ''}"))
        asked = {hole.id for hole in templates.holes(template)}
        found += [f"{template.id}: {name}" for name in sorted(used ^ asked)]
        found += [
            f"{template.id}: {name}" for row in template.watch for name in row.sources if name not in corpus.sources
        ]
    return found


def by_id(templates: Templates) -> Mapping[str, Template]:
    """The templates by id."""
    return {template.id: template for template in templates.messages}
