"""Who wrote the letter: name, address on the net and wording, weighed by where they stand."""

import re
from functools import cache
from typing import NamedTuple, cast

from assistant.letters.catalogue import SenderEntry, load_senders
from assistant.letters.clean import CleanText
from assistant.letters.patterns import compiled, letter_language, one_of, pattern
from assistant.letters.zones import Zones, split_zones
from assistant.models import Sender, SenderKind

LONGEST_NAME = 80
FLAGS = re.IGNORECASE | re.MULTILINE
NAMED = 8.0
"""The score of an unlisted sender whose name stands in the heading."""


class Guess(NamedTuple):
    """The sender with the score that carries it (about 5 = one good sign, 15 = sure)."""

    sender: Sender
    score: float


def find_sender(letter: CleanText) -> Guess:
    """The sender of the letter; kind "andere" when no sign is strong enough."""
    zones = split_zones(letter.text)
    strange = pattern("senders", "company").search(zones.first) is not None
    scores = {
        kind: _score(entry, zones) if _may_be(entry, zones, strange=strange) else 0.0
        for kind, entry in load_senders().items()
    }
    kind, score = max(scores.items(), key=lambda row: row[1])
    # A city on the first line may stand above the name of its OCMW: the first line says no more than the second here.
    if _score(_others(), zones._replace(first_line="")) > score + 1:
        # A company or office outside the list stands in the heading; what it writes about counts less.
        score = 0
    plain = _plain_kind(zones, score)
    if plain is not None:
        return Guess(Sender(name=_signed(zones) if plain == "persoonlijk" else _any_name(zones), kind=plain), 8)
    if score < letter_language("senders")["threshold"]:
        name = _any_name(zones)
        return Guess(Sender(name=name, kind="andere"), NAMED if name else score)
    entry = load_senders()[kind]
    return Guess(Sender(name=_name(entry, zones), kind=entry.kind), score)


@cache
def _others() -> SenderEntry:
    """Companies and offices that the list does not name."""
    row = letter_language("senders")["others"]
    return SenderEntry(**row | {"names": one_of(row["names"])})


def _score(entry: SenderEntry, zones: Zones) -> float:
    weights = letter_language("senders")["weights"]
    name = name_pattern(entry.names)
    score: float = 0.0
    places = (zones.first_line, weights["top"]), (zones.first, weights["first"]), (zones.head, weights["header"])
    for zone, weight in places:
        score += weight * bool(name.search(zone))
    score += weights["signature"] * bool(name.search(zones.signature))
    score += weights["body"] * bool(name.search(zones.text))
    address = rf"(?:@|www\.|//|\.)[\w.-]*(?:{entry.domains})"
    score += weights["domain"] * bool(re.search(address, zones.text, re.IGNORECASE))
    if entry.strong:
        score += weights["strong"] * bool(re.search(entry.strong, zones.text, re.IGNORECASE))
    words = sum(bool(compiled(word).search(zones.text)) for word in entry.words)
    return float(score + min(weights["words"] * words, weights["most_words"]))


def _may_be(entry: SenderEntry, zones: Zones, *, strange: bool) -> bool:
    """Wording alone is not enough for a sender that always names itself, nor below the name of a company."""
    return not (entry.named or (strange and not entry.company)) or _shows_itself(entry, zones)


def _shows_itself(entry: SenderEntry, zones: Zones) -> bool:
    """Whether more than the wording of the text points to this sender: a name above or below, or its address."""
    name, shown = name_pattern(entry.names), f"{zones.head}\n{zones.signature}\n{zones.top}"
    address = rf"(?:@|www\.|//|\.)[\w.-]*(?:{entry.domains})"
    strong = bool(entry.strong) and re.search(entry.strong, zones.text, FLAGS) is not None
    mail = re.search(rf"@[\w.-]*(?:{entry.domains})", zones.text, FLAGS)
    return strong or bool(mail or name.search(shown) or re.search(address, shown, FLAGS))


@cache
def name_pattern(names: str) -> re.Pattern[str]:
    """Names in any case, but short abbreviations such as CM and LM only in capitals."""
    return re.compile(re.sub(r"\\b([A-Z]{2,3})\\b", r"\\b(?-i:\1)\\b", names), FLAGS)


def _plain_kind(zones: Zones, score: float) -> SenderKind | None:
    """Advertising or a private letter: several of its words, none that an office would use."""
    for row in letter_language("senders")["plain"]:
        if re.search(row["never"], zones.text, re.IGNORECASE):
            continue
        hits = sum(bool(compiled(word).search(zones.text)) for word in row["words"])
        known = score >= letter_language("senders")["threshold"]
        if hits >= row["min"] + (3 if known else 0):
            return cast(SenderKind, row["kind"])
    return None


def _name(entry: SenderEntry, zones: Zones) -> str:
    for zone in (zones.head, zones.signature):
        for line in zone.split("\n"):
            for part in re.split(r"\s{3,}|\s[|·]\s", line):
                usable = "@" not in part and len(part.strip()) <= LONGEST_NAME
                if usable and name_pattern(entry.names).search(part):
                    return pattern("layout", "from").sub("", part).strip(" ,.-")
    return entry.say


def _organisation(lines: str) -> str | None:
    """The first line with a word that only companies and offices bear."""
    organisation = letter_language("senders")["organisation"]
    for line in lines.split("\n"):
        part = re.split(r"\s{3,}|\s[|·]\s|\s[-–]\s(?=.*\d)", line.strip())[0]
        if "@" not in part and re.search(organisation, part, re.IGNORECASE) and 2 < len(part) <= LONGEST_NAME:
            return part.strip(" ,.-")
    return None


def _any_name(zones: Zones) -> str | None:
    named = _organisation(f"{zones.head}\n{zones.signature}")
    if named:
        return named
    salutation = pattern("layout", "salutation")
    bare = [pattern("layout", "from").sub("", line.strip()) for line in zones.first.split("\n")]
    lines = [line for line in bare if line and not salutation.match(line)]
    first = lines[0] if lines else None
    return first if first and not re.search(r"\d|@|:|[.!?]$", first) and len(first) <= LONGEST_NAME else None


def _signed(zones: Zones) -> str | None:
    lines = [line.strip() for line in zones.signature.split("\n") if line.strip()]
    last = lines[-1].strip(" .,") if lines else ""
    return last if 1 < len(last) <= LONGEST_NAME / 2 and not re.search(r"\d", last) else None
