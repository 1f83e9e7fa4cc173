"""Who wrote the letter: name, address on the net and wording, weighed by where they stand."""

import re
from functools import cache
from typing import NamedTuple, cast

from assistant.letters.catalogue import SenderEntry, load_senders
from assistant.letters.clean import CleanText
from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.models import Sender, SenderKind

FIRST_LINES, HEAD_LINES, LAST_LINES = 3, 16, 9
LONGEST_NAME, LONGEST_LINE = 80, 95
FLAGS = re.IGNORECASE | re.MULTILINE
TOP = 250
"""Characters at the top of a letter without a heading in which its sender shows."""
NAMED = 8.0
"""The score of an unlisted sender whose name stands in the heading."""


class Zones(NamedTuple):
    """Parts of the letter where a sender shows: first lines, heading, signature, the whole; `top` of a form."""

    first: str
    head: str
    signature: str
    text: str
    top: str = ""


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
    if _score(_others(), zones) > score + 1:
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
    return SenderEntry(**letter_language("senders")["others"])


def split_zones(text: str) -> Zones:
    """The zones of a letter; lines about the addressee or the subject are left out of the heading."""
    salutation = pattern("layout", "salutation").search(text, 60)
    top = text[: salutation.start()] if salutation else text
    lines = _short(_unpacked(top))[:HEAD_LINES]
    # "p/a OCMW": the letter box of somebody else.
    head = [pattern("layout", "care_of").sub("", line) for line in lines if not _about_others(line)]
    closings = list(pattern("layout", "closing").finditer(text))
    below = _short(text[closings[-1].start() :] if closings else text)[-LAST_LINES:]
    signature = below if closings else [line for line in below if line not in lines][-FIRST_LINES:]
    form_top = "" if salutation else text[:TOP]
    return Zones("\n".join(head[:FIRST_LINES]), "\n".join(head), "\n".join(signature), text, form_top)


def _unpacked(top: str) -> str:
    """The heading with a long first or second line, where a whole letterhead stands on it, cut into its parts."""
    lines = top.split("\n")
    cut = [n for n, line in enumerate(lines) if line.strip()][:2]
    for n in cut:
        if _long(lines[n]):
            lines[n] = re.sub(r"\s+[-*\u2013|\u00b7]\s+|\s{3,}", "\n", lines[n])
    return "\n".join(lines)


def _long(line: str) -> bool:
    return len(re.sub(r"\s+", " ", line)) > LONGEST_LINE


def _short(text: str) -> list[str]:
    """Lines that can be a name or an address; running text names many others."""
    return [line for line in text.split("\n") if line.strip() and not _long(line)]


def _about_others(line: str) -> bool:
    return bool(pattern("layout", "not_sender").match(line) or pattern("layout", "addressee").match(line))


def _score(entry: SenderEntry, zones: Zones) -> float:
    weights = letter_language("senders")["weights"]
    name = name_pattern(entry.names)
    score: float = 0.0
    for zone, weight in ((zones.first, weights["first"]), (zones.head, weights["header"])):
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
                    return part.strip(" ,.-")
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
    lines = [line.strip() for line in zones.first.split("\n") if line.strip() and not salutation.match(line)]
    first = lines[0] if lines else None
    return first if first and not re.search(r"\d|@|:|[.!?]$", first) and len(first) <= LONGEST_NAME else None


def _signed(zones: Zones) -> str | None:
    lines = [line.strip() for line in zones.signature.split("\n") if line.strip()]
    last = lines[-1].strip(" .,") if lines else ""
    return last if 1 < len(last) <= LONGEST_NAME / 2 and not re.search(r"\d", last) else None
