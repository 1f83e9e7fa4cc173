"""Sums of money in a text: figures with a currency, columns without one, cents behind the euro, sums in words."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, NamedTuple

from assistant.letters.numbers import any_of, calendar_words, number_words, to_whole_number
from assistant.letters.patterns import compiled, letter_language

CENTS = Decimal("0.01")
LEAST_IN_WORDS = 2
"""Below this a word is no sum: "een euro" may be an article."""


class FoundAmount(NamedTuple):
    """A sum of euros with its place."""

    start: int
    end: int
    value: Decimal


def find_money(text: str) -> list[FoundAmount]:
    """All sums in order of place; figures go before words, and nothing is counted twice."""
    rows: list[FoundAmount] = []
    for reader in (_with_currency, _columns, _words, _cents):
        taken = {index for row in rows for index in range(row.start, row.end)}
        rows += [row for row in reader(text, bool(rows)) if not taken & {row.start, row.end - 1}]
    return sorted(set(rows))


def parse_amount(text: str) -> Decimal | None:
    """The value of "1.234,56", "1 234,5", "85,-" or "12.50" in euro; None when it is no number."""
    digits = text.replace(" ", "").lstrip("-")
    digits = re.sub(r",[-–]+$", "", digits)
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    try:
        return Decimal(digits).quantize(CENTS)
    except InvalidOperation:
        return None


def _with_currency(text: str, known: bool) -> Iterator[FoundAmount]:
    rules = _rules()
    for match in compiled(rules["money"]).finditer(text):
        value = parse_amount(match["after"] or match["before"])
        if value is None:
            continue
        # "27 euro 40": the cents stand behind the currency.
        cents = compiled(rules["cents"]).match(text, match.end()) if value == value.to_integral_value() else None
        if cents:
            value += int(cents["cents"]) * CENTS
        yield FoundAmount(match.start(), cents.end() if cents else match.end(), value)


def _cents(text: str, known: bool) -> Iterator[FoundAmount]:
    for match in compiled(_rules()["small"]).finditer(text):
        yield FoundAmount(match.start(), match.end(), int(match["cents"]) * CENTS)


def _columns(text: str, known: bool) -> Iterator[FoundAmount]:
    """Sums without a currency: in a column of a bill, or beside a sum that has one ("van 301,25 naar 60,25 EUR")."""
    rules = _rules()
    rows = list(compiled(rules["bare"]).finditer(text))
    known = known or bool(rows and re.search(rules["currency"], text, re.IGNORECASE))
    for match in rows:
        value = parse_amount(match["value"])
        label = match["label"] or match["cell"]
        if value is not None and (known or re.search(rules["bare_label"], label, re.IGNORECASE)):
            yield FoundAmount(match.start("value"), match.end("value"), value)
    for key in ("beside", "named"):
        for match in compiled(rules[key]).finditer(text):
            value = parse_amount(match["value"])
            if value is not None:
                yield FoundAmount(match.start("value"), match.end("value"), value)


def _words(text: str, known: bool) -> Iterator[FoundAmount]:
    for match in _in_words().finditer(text):
        value, cents = to_whole_number(match["euro"]), to_whole_number(match["cents"] or "")
        if value is not None and value >= LEAST_IN_WORDS:
            yield FoundAmount(match.start(), match.end(), (value + (cents or 0) * CENTS).quantize(CENTS))


def _rules() -> dict[str, Any]:
    return letter_language("amounts")


@cache
def _in_words() -> re.Pattern[str]:
    number = rf"(?:(?:{any_of(number_words())}|{any_of(calendar_words()['great'])}|en|et)[\s-]?)+"
    return re.compile(_rules()["in_words"].replace("{number}", number), re.IGNORECASE)
