"""Read an `--answers` file: YAML or JSON, {question id: answer}."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import BadInput

MAX_BYTES = 1_000_000
NUMBERS = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}


class AsWritten(yaml.SafeLoader):
    """Leaves numbers as they were written: YAML would read the hour 10:30 as 630."""


AsWritten.yaml_implicit_resolvers = {
    first: [row for row in rows if row[0] not in NUMBERS]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_answers(path: Path) -> dict[str, Any]:
    """The answers by question id. Dates become ISO text. Raises BadInput when the file is no such thing."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput("answers file too large", reason="answers", file=path.name)
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=AsWritten)  # noqa: S506  # a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInput("answers file unreadable", reason="answers", file=path.name) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise BadInput("answers file holds no mapping", reason="answers", file=path.name)
    return {str(name): _plain(value) for name, value in found.items()}


def _plain(value: object) -> object:
    """YAML reads `ja` as text but `yes` as true and a date as a date: bring them back to what was written."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return str(value)
    return value
