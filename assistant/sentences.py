"""The fixed Dutch sentences that the assistant says: refusals, headings, warnings, sums."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ingest.corpus import CORPUS_DIR, load_yaml


class Sentences:
    """Sentences by key. A missing key is a KeyError: nobody sees half a sentence."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """`sentences` maps keys to texts with `{holes}`."""
        self._sentences = dict(sentences)

    def __getitem__(self, key: str) -> str:
        """The sentence as it is."""
        return self._sentences[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a sentence."""
        return key in self._sentences

    def say(self, key: str, **values: object) -> str:
        """The sentence with its holes filled."""
        return self._sentences[key].format(**values)


@cache
def load_sentences(root: Path = CORPUS_DIR) -> Sentences:
    """All sentences of `corpus/sentences/*.yaml`; each file holds one flat mapping."""
    found: dict[str, str] = {}
    for path in sorted((root / "sentences").glob("*.yaml")):
        found |= {key: str(value).strip() for key, value in load_yaml(path).items()}
    return Sentences(found)
