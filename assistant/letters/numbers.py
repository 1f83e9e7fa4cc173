"""Dutch and French number words as they stand in deeds: "vierentwintig", "vingt-quatre", "tweeduizend zesentwintig"."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ingest.corpus import CORPUS_DIR, load_yaml

HUNDRED = 100
TEN = 10
MILLENNIUM = 2000


@cache
def calendar_words(root: Path = CORPUS_DIR) -> Mapping[str, Any]:
    """The lists of `corpus/language/letters/calendar.yaml`."""
    data: Mapping[str, Any] = load_yaml(root / "language" / "letters" / "calendar.yaml")
    return data


@cache
def number_words() -> Mapping[str, int]:
    """Every number word below 100 that a letter may use, lower case -> value."""
    data = calendar_words()
    found: dict[str, int] = dict(data["numbers"])
    units = {word: value for word, value in data["numbers"].items() if 0 < value < TEN}
    for tens, value in data["tens"].items():
        for unit, extra in units.items():
            for join in data["joins"]:
                found[f"{unit}{join}{tens}"] = value + extra
    for tens, value in data["french_tens"].items():
        for unit, extra in units.items():
            for join in data["french_joins"]:
                found[f"{tens}{join}{unit}"] = value + extra
    return found


@cache
def ordinal_words() -> Mapping[str, int]:
    """Ordinal words up to 31: "vierde", "vierentwintigste"."""
    data = calendar_words()
    found: dict[str, int] = dict(data["ordinals"])
    found |= {word: value for word, value in number_words().items() if word.endswith(tuple(data["ordinal_ends"]))}
    return found


def any_of(words: Mapping[str, object] | list[str]) -> str:
    """A pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def to_number(text: str) -> int | None:
    """The value of digits or of a number word, cardinal or ordinal; None when it is neither."""
    word = re.sub(r"\s+", " ", text.strip().lower())
    if word.isdigit():
        return int(word)
    return number_words().get(word, ordinal_words().get(word))


def to_whole_number(text: str) -> int | None:
    """The value of a whole number in words: "tweehonderd", "duizend vijftig", "deux cents"; None when it is none."""
    word = re.sub(r"\s+", " ", text.strip(" -").lower())
    word = re.sub(r"^(?:en|et)\b\s*|\s+(?:en|et)$", "", word)
    for great, value in calendar_words()["great"].items():
        many, found, rest = word.partition(great)
        if found:
            count, more = (to_whole_number(many) if many.strip() else 1), (to_whole_number(rest) if rest.strip() else 0)
            return None if count is None or more is None else count * value + more
    plain = number_words()
    return plain.get(word, plain.get(re.sub(r"[\s-]", "", word)))


def year_pattern() -> str:
    """A pattern for a year in words."""
    thousand = any_of(list(calendar_words()["thousand"]))
    return rf"(?:{thousand})[\s-]*(?:en\s*)?(?:{any_of(number_words())})"


def to_year(text: str) -> int | None:
    """The year in digits ("2026", "26") or words ("tweeduizend zesentwintig"); None when it is no year."""
    word = re.sub(r"\s+", " ", text.strip().strip("'’").lower())
    if word.isdigit():
        return int(word) if int(word) >= HUNDRED else MILLENNIUM + int(word)
    rest = re.sub(rf"^(?:{any_of(list(calendar_words()['thousand']))})[\s-]*(?:en )?", "", word)
    value = to_number(rest)
    return None if value is None or rest == word else MILLENNIUM + value
