"""The fixed sentences of the screen: `ui/text.nl.yaml` by dotted key."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import WegwijsError

TEXT_FILE = Path(__file__).with_name("text.nl.yaml")


class Text:
    """Sentences by dotted key (`door.question.title`); an unknown key is a KeyError, never an empty place."""

    def __init__(self, sentences: Mapping[str, Any]) -> None:
        """`sentences` = nested mappings with strings or lists of strings at the leaves."""
        self._leaves = dict(_flatten(sentences))

    def __getitem__(self, key: str) -> str:
        """The sentence of `key`."""
        found = self._leaves[key]
        if not isinstance(found, str):
            raise KeyError(f"{key} is a list, not a sentence")
        return found

    def __contains__(self, key: str) -> bool:
        """Whether `key` has a sentence."""
        return isinstance(self._leaves.get(key), str)

    def fill(self, key: str, **values: object) -> str:
        """The sentence of `key` with its {holes} filled."""
        return self[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """`<key>.one` for exactly one, else `<key>.more`, with {n} filled."""
        return self.fill(f"{key}.one" if number == 1 else f"{key}.more", n=number)

    def error(self, error: WegwijsError) -> str:
        """What happened and what to do now; the most precise sentence there is."""
        for key in (error.text_key, f"error.{error.code}"):
            if key in self:
                return self[key].format_map(_Holes(error.values))
        return self["error.unexpected"]

    def lines(self, key: str) -> tuple[str, ...]:
        """The list of sentences under `key`."""
        found = self._leaves[key]
        if isinstance(found, str):
            raise KeyError(f"{key} is a sentence, not a list")
        return tuple(found)

    def items(self) -> tuple[tuple[str, str], ...]:
        """Every sentence with its key; lists give one row for each line."""
        rows = []
        for key, leaf in self._leaves.items():
            rows += [(key, leaf)] if isinstance(leaf, str) else [(key, line) for line in leaf]
        return tuple(rows)


class _Holes(dict[str, str | int]):
    """A value that an error did not give leaves a hole of three dots, not a second error."""

    def __missing__(self, key: str) -> str:
        return "..."


@cache
def load_text() -> Text:
    """The Dutch text that ships with wegwijs."""
    return Text(yaml.safe_load(TEXT_FILE.read_text(encoding="utf-8")))


def _flatten(branch: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str | list[str]]]:
    rows: list[tuple[str, str | list[str]]] = []
    for name, leaf in branch.items():
        key = f"{prefix}{name}"
        rows += _flatten(leaf, f"{key}.") if isinstance(leaf, Mapping) else [(key, leaf)]
    return rows
