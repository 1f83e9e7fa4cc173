"""Find and hide personal data in a text: numbers, accounts, telephones, addresses, days of birth, names."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from stdnum import iban
from stdnum.be import nn

from assistant.letters.dates import find_dates
from ingest.corpus import CORPUS_DIR, load_yaml
from ingest.models import Model

PersonalKind = Literal["national-number", "iban", "email", "phone", "birth", "address", "name"]
BEFORE = 60
LINE = r"[^\S\n]"
"""A space that is no new line: a name does not run on into the next line."""


class Personal(Model):
    """One piece of personal data: `text[start:end]`."""

    kind: PersonalKind
    start: int
    end: int
    text: str


class Masked(Model):
    """A text with its personal data, in order of place, and the text without them."""

    file: str | None = None
    found: tuple[Personal, ...]
    masked: str


class _Span(NamedTuple):
    kind: PersonalKind
    start: int
    end: int


def mask(text: str, file: str | None = None) -> Masked:
    """The text with each piece of personal data replaced by a word in brackets, such as "[naam]"."""
    found = find_personal(text)
    say, parts, place = _words()["say"], [], 0
    for row in found:
        parts += [text[place : row.start], say[row.kind]]
        place = row.end
    return Masked(file=file, found=tuple(found), masked="".join([*parts, text[place:]]))


def find_personal(text: str) -> list[Personal]:
    """All personal data, in order of place; where two overlap the one that is surest counts."""
    taken: list[_Span] = []
    for finder in (_emails, _national_numbers, _accounts, _phones, _births, _addresses, _names):
        for span in finder(text):
            if all(span.end <= other.start or span.start >= other.end for other in taken):
                taken.append(span)
    taken.sort(key=lambda span: span.start)
    return [Personal(kind=s.kind, start=s.start, end=s.end, text=text[s.start : s.end]) for s in taken]


def _emails(text: str) -> Iterator[_Span]:
    for match in _pattern("email").finditer(text):
        if not re.match(_words()["email_keep"], match[0], re.IGNORECASE):
            yield _Span("email", match.start(), match.end())


def _national_numbers(text: str) -> Iterator[_Span]:
    """Eleven digits whose check digits are right, or that are written or announced as a national number."""
    rules = _words()["national_number"]
    for match in re.finditer(rules["figure"], text):
        before = text[max(0, match.start() - BEFORE) : match.start()]
        said = re.search(rules["label"], before, re.IGNORECASE) or re.fullmatch(rules["shape"], match[0])
        if said or nn.is_valid(re.sub(r"\D", "", match[0])):
            yield _Span("national-number", match.start(), match.end())


def _accounts(text: str) -> Iterator[_Span]:
    """Accounts with right check digits; words that follow are left alone. A Belgian one may hold a slip."""
    for match in _pattern("iban").finditer(text):
        parts = re.split(r"(?<=\w)(?=[ .-])", match[0])
        for size in range(len(parts), 0, -1):
            printed = "".join(parts[:size])
            belgian = printed.upper().startswith("BE") and len(re.sub(r"\W", "", printed)) == len("BE00000000000000")
            if belgian or iban.is_valid(re.sub(r"\W", "", printed), check_country=False):
                yield _Span("iban", match.start(), match.start() + len(printed))
                break


def _phones(text: str) -> Iterator[_Span]:
    rules = _words()["phone"]
    least, most = rules["digits"]
    for match in re.finditer(rules["figure"], text):
        digits = re.sub(r"^(?:0032|32)", "0", re.sub(r"\D", "", match[0].replace("(0)", "")))
        foreign = match[0].startswith(("+", "00")) and not digits.startswith("0")
        if (foreign or least <= len(digits) <= most) and not re.match(rules["keep"], match[0]):
            yield _Span("phone", match.start(), match.end())


def _births(text: str) -> Iterator[_Span]:
    for row in find_dates(text, None):
        if re.search(_words()["birth"]["before"], text[max(0, row.start - BEFORE) : row.start], re.IGNORECASE):
            yield _Span("birth", row.start, row.end)


def _addresses(text: str) -> Iterator[_Span]:
    for match in _address().finditer(text):
        street = re.split(r"\s\d", match[0], maxsplit=1)[0]
        if not re.search(_words()["address"]["not_street"], street, re.IGNORECASE):
            yield _Span("address", match.start(), match.end())


def _names(text: str) -> Iterator[_Span]:
    """Names behind a title, a label or a greeting, and known first names."""
    for pattern in (_titled(), _labelled(), _known(), _greeted()):
        for match in pattern.finditer(text):
            if not _is_no_name(match["name"]):
                yield _Span("name", match.start("name"), match.end("name"))


def _is_no_name(found: str) -> bool:
    return re.match(rf"(?:{_words()['name']['never']})\b", found, re.IGNORECASE) is not None


@cache
def _words(root: Path = CORPUS_DIR) -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(root / "language" / "mask.yaml")
    return data


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(_words()[key], re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    """A street with a number: known by its ending or its French word, or any name before a postcode and a town."""
    rules = _words()["address"]
    word = r"(?=(?-i:[A-ZÀ-Þ'’]))[\w'’.-]+"
    before = rf"(?:(?:{word}|de|den|der|het|'t|van|ten|ter|op|aan){LINE}){{0,4}}"
    ending = rf"(?=(?-i:[A-ZÀ-Þ'’]))[\w'’.-]*?(?:{rules['suffix']})\b(?:{LINE}(?:op|van|de|het|ter){LINE}{word})?"
    french = rf"(?:{rules['french']}){LINE}(?:\w[\w'’-]*{LINE}){{0,4}}\w[\w'’-]*,?"
    number, town = rules["number"], rules["town"]
    known = rf"(?:{french}|{before}{ending}){LINE}{number}(?:{town})?"
    return re.compile(rf"(?<![\w-])(?:{known}|{before}{word},?{LINE}{number}{town})", re.IGNORECASE)


@cache
def _surname() -> str:
    particles = _words()["name"]["particles"]
    word = r"(?-i:[A-ZÀ-Þ])[\w'’]*(?:-(?-i:[A-ZÀ-Þ])[\w'’]*)*"
    return rf"(?:(?:{particles}){LINE})*{word}"


@cache
def _titled() -> re.Pattern[str]:
    initials = rf"(?:(?:(?-i:[A-ZÀ-Þ])\.{LINE}?){{1,3}})?"
    name = rf"{initials}{_surname()}(?:{LINE}{_surname()}){{0,3}}"
    return re.compile(rf"(?<![\w-])(?:{_words()['name']['titles']})[^\S\n]+(?P<name>{name})", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    name = rf"{_surname()}(?:{LINE}{_surname()}){{0,3}}"
    return re.compile(rf"(?:{_words()['name']['labels']})(?P<name>{name})", re.IGNORECASE)


@cache
def _greeted() -> re.Pattern[str]:
    name = rf"{_surname()}(?:{LINE}{_surname()}){{0,2}}"
    return re.compile(rf"(?:{_words()['name']['greeting']})(?P<name>{name})(?=\s*(?:,|!|\n|$))", re.IGNORECASE)


@cache
def _known() -> re.Pattern[str]:
    """A first name that is known, with the surnames that follow; one that is a word too needs a surname."""
    words = _words()
    unclear = set(words["ambiguous"])
    plain = "|".join(sorted(map(re.escape, set(words["first_names"]) - unclear), key=len, reverse=True))
    doubtful = "|".join(sorted(map(re.escape, unclear & set(words["first_names"])), key=len, reverse=True))
    joined = rf"(?:[- ](?:{plain}|{doubtful}))?"
    after = rf"(?:{LINE}(?i:{_surname()})){{0,2}}"
    must = rf"(?:{LINE}(?i:{_surname()})){{1,2}}"
    before = rf"(?:(?-i:[A-ZÀ-Þ]{{2,}}){LINE}){{0,2}}"
    name = rf"(?:{plain}){joined}{after}|(?:{doubtful}){joined}{must}"
    return re.compile(rf"(?<![\w-])(?P<name>{before}(?:{name}))(?![\w-])")
