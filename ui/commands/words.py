"""The Dutch words of the command line: ui/cli.nl.yaml, and the error sentences of ui/text.nl.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from ingest.errors import WegwijsError

HERE = Path(__file__).resolve().parent.parent


class CliText:
    """Sentences by key; a missing key is a KeyError."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """`sentences` maps keys to texts with `{holes}`."""
        self._sentences = sentences

    def __getitem__(self, key: str) -> str:
        """The sentence as it is."""
        return self._sentences[key]

    def say(self, key: str, **values: object) -> str:
        """The sentence with its holes filled."""
        return self._sentences[key].format(**values)

    def error(self, error: "WegwijsError") -> str:
        """What happened and what to do now, most precise sentence first."""
        from ui.text import load_text

        return load_text().error(error)


@cache
def load_cli_text() -> CliText:
    """All sentences of the command line."""
    with (HERE / "cli.nl.yaml").open(encoding="utf-8") as stream:
        return CliText(yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
