"""Numbers to keep ready: references, telephone numbers, accounts, e-mail addresses. Check digits gate accounts."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from stdnum import iban
from stdnum.be import ogm_vcs, vat

from assistant.letters.clean import CleanText
from assistant.letters.dates import find_dates
from assistant.letters.patterns import letter_language
from assistant.models import Reference

AROUND = 40
YEAR = re.compile(r"(?:19|20)\d\d")
HYPHEN = re.compile(r"(?<=\w)[\u2010\u2011\u2013](?=\w)")
"""Other strokes that a printer puts inside a number; the value is shown as it stands."""
ENTERPRISE = re.compile(r"[01]\d{3}\.\d{3}\.\d{3}")


class Numbers(NamedTuple):
    """All numbers as printed. `doubtful` = accounts and messages whose check digits are wrong."""

    references: tuple[Reference, ...]
    phones: tuple[str, ...]
    accounts: tuple[str, ...]
    emails: tuple[str, ...]
    web: tuple[str, ...]
    doubtful: tuple[str, ...]


def find_numbers(letter: CleanText) -> Numbers:
    """Every number of the letter that is worth keeping, each once, in order of place."""
    text = letter.text
    accounts, wrong = _accounts(text)
    references, wrong_messages = _references(text)
    rules = letter_language("fields")["contact"]
    return Numbers(
        references=references,
        phones=_phones(text, [reference.value for reference in references]),
        accounts=accounts,
        emails=_once(match[0].rstrip(".") for match in re.finditer(rules["email"], text)),
        web=_once(match[0].rstrip(".") for match in re.finditer(rules["web"], text)),
        doubtful=(*wrong, *wrong_messages),
    )


def _accounts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    good, wrong = [], []
    for match in re.finditer(letter_language("fields")["contact"]["iban"], text):
        value = _iban(match[0])
        if value:
            good.append(value)
        elif match[0].startswith("BE") and sum(c.isdigit() for c in match[0]) == 14:
            wrong.append(match[0].strip())
    return _once(good), _once(wrong)


def _iban(raw: str) -> str | None:
    """The account as printed, without words that follow it; None when the check digits are wrong."""
    parts = raw.split(" ")
    for size in range(len(parts), 0, -1):
        printed = " ".join(parts[:size])
        # The country check knows only some bank codes and refuses good accounts.
        if iban.is_valid(printed, check_country=False):
            return printed
    return None


def _references(text: str) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    rules = letter_language("fields")["references"]
    found: dict[str, Reference] = {}
    wrong = []
    for match in re.finditer(rules["structured"], text):
        value = re.sub(r"\s", "", match["value"])
        if ogm_vcs.is_valid(value):
            signs = match["open"]
            found.setdefault(_bare(value), Reference(label=rules["structured_label"], value=f"{signs}{value}{signs}"))
        else:
            wrong.append(match[0])
    for match in re.finditer(rules["structured_bare"], text):
        if ogm_vcs.is_valid(match["value"]):
            found.setdefault(_bare(match["value"]), Reference(label=rules["structured_label"], value=match["value"]))
    for match in _reference().finditer(HYPHEN.sub("-", text)):
        kept = _trimmed(match["value"], named=_is_numbered(match["label"]))
        if kept and not _is_plain_phone(match["label"], kept):
            start = match.start("value") + match["value"].index(kept)
            kept = text[start : start + len(kept)]
            label = re.sub(r"\s+", " ", match["label"]).strip(" :.").lower()
            found.setdefault(_bare(kept), Reference(label=label, value=kept))
    for reference in _columns(text):
        found.setdefault(_bare(reference.value), reference)
    known = "".join(found)
    for code in _codes(text):
        if _bare(code) not in known:
            found.setdefault(_bare(code), Reference(label=rules["code_label"], value=code))
    return tuple(found.values()), _once(wrong)


def _bare(value: str) -> str:
    """The digits and letters of a number: what makes it the same number."""
    return re.sub(r"\W", "", value)


def _codes(text: str) -> Iterator[str]:
    """Numbers that bear no label but have the shape of one: "AFS/2026/40588", "26A1192"; no law, address or date."""
    rules, contact = letter_language("fields")["references"], letter_language("fields")["contact"]
    taken = [match.span() for key in ("iban", "email", "web") for match in re.finditer(contact[key], text)]
    for match in re.finditer(rules["code"], text):
        before = text[max(0, match.start() - AROUND) : match.start()]
        inside = any(start <= match.start() < end for start, end in taken)
        strange = re.match(rules["not_code"], match[0]) or re.search(rules["not_code_before"], before, re.IGNORECASE)
        if not inside and not strange and not _is_date(match[0]):
            yield match[0]


def _columns(text: str) -> Iterator[Reference]:
    """Labels side by side on one line, their values on the next: read from the right, the date left out."""
    lines = [line for line in text.split("\n") if line.strip()]
    label, dated = _label(), letter_language("fields")["references"]["date_label"]
    for above, below in zip(lines, lines[1:], strict=False):
        heads = [part.strip(" :") for part in re.split(r"\s{3,}|\|", above.strip()) if part.strip()]
        if len(heads) < 2 or not any(label.fullmatch(head) for head in heads):
            continue
        values = [part.strip() for part in re.split(r"\s{3,}|\|", below.strip()) if part.strip()]
        if len(heads) == len(values):
            yield from _side_by_side(heads, values)
            continue
        heads = [head for head in heads if not re.search(dated, head, re.IGNORECASE)]
        values = [value for value in values if _trimmed(value) == value and not _is_date(value)]
        for head, value in zip(reversed(heads), reversed(values), strict=False):
            yield Reference(label=head.lower(), value=value)


def _side_by_side(heads: list[str], values: list[str]) -> Iterator[Reference]:
    for head, value in zip(heads, values, strict=True):
        if _label().fullmatch(head) and _trimmed(value) == value and not _is_date(value):
            yield Reference(label=head.lower(), value=value)


def _is_plain_phone(label: str, value: str) -> bool:
    """A telephone number behind a word such as "dossier" that does not say that a number follows."""
    return not _is_numbered(label) and re.fullmatch(letter_language("fields")["contact"]["phone"], value) is not None


def _is_numbered(label: str) -> bool:
    """Whether the label itself says that a number follows: "dossiernummer", "lid nr."."""
    numbered = re.search(letter_language("fields")["references"]["number"] + "$", label, re.IGNORECASE)
    return numbered is not None and numbered[0] != ""


def _is_date(value: str) -> bool:
    return bool(find_dates(value, None))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(_label_words(), re.IGNORECASE)


def _label_words() -> str:
    rules = letter_language("fields")["references"]
    return str(rules["label"]).format(owner=rules["owner"], nouns=rules["nouns"], number=rules["number"])


def _trimmed(value: str, *, named: bool = False) -> str | None:
    """The value without what follows it; None when it has too few digits. A `named` number may be short."""
    stop = re.search(letter_language("fields")["references"]["stop"], value)
    value = (value[: stop.start()] if stop else value).strip(" .,-_/+")
    rules = letter_language("fields")["references"]["digits"]
    digits = sum(c.isdigit() for c in value)
    mixed = any(c.isalpha() for c in value)
    enough = digits >= (rules["mixed"] if mixed else rules["named"] if named else rules["bare"])
    return value if enough and not YEAR.fullmatch(value) else None


def _phones(text: str, references: Iterable[str]) -> tuple[str, ...]:
    rules = letter_language("fields")["contact"]
    taken = [re.sub(r"\D", "", value) for value in references]
    found = []
    for match in re.finditer(rules["phone"], text):
        before = text[max(0, match.start() - AROUND) : match.start()]
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        national = re.sub(r"^(?:0032|32)", "0", digits)
        if not rules["digits"]["national_min"] <= len(national) <= rules["digits"]["national_max"]:
            continue
        if re.search(rules["fax"], before, re.IGNORECASE) or _is_enterprise(match[0], before):
            continue
        if not any(digits in number or number == national for number in taken):
            found.append(_without_bracket(match[0].strip()))
    short = [match["number"] for match in re.finditer(rules["short"], text, re.IGNORECASE)]
    return _once([*found, *short])


def _without_bracket(printed: str) -> str:
    """The number without a bracket that only opens: "(014 39 90 44"."""
    return printed if printed.count("(") == printed.count(")") else printed.strip("()")


def _is_enterprise(printed: str, before: str) -> bool:
    """A number of a company looks like a mobile number: 0404.123.456."""
    label = letter_language("fields")["references"]["enterprise"]
    if re.search(label, before, re.IGNORECASE):
        return True
    return bool(ENTERPRISE.fullmatch(printed.strip())) and bool(vat.is_valid(printed))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


@cache
def _reference() -> re.Pattern[str]:
    rules = letter_language("fields")["references"]
    # Labels in any case, but the value must begin with a capital or a digit.
    label = rf"{rules['long_label']}(?=:)|{_label_words()}|{rules['bare_number']}"
    return re.compile(rf"(?<![\w-])(?i:(?P<label>{label}))(?!\w){rules['value']}")
