"""The sums in a letter with what they mean. A sum is never made, only read."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from assistant.letters.clean import CleanText
from assistant.letters.patterns import letter_language
from assistant.models import LetterAmount

LEFT, RIGHT = 110, 60
CLOSE = 4


class FoundAmount(NamedTuple):
    """A sum with its place."""

    start: int
    end: int
    value: Decimal


def find_amounts(letter: CleanText) -> list[LetterAmount]:
    """Each different sum once, in order of place, with the meaning of its clearest mention."""
    found = list(_found(letter.text))
    best: dict[Decimal, tuple[int, LetterAmount]] = {}
    floor = 0
    for index, row in enumerate(found):
        ceiling = found[index + 1].start if index + 1 < len(found) else len(letter.text)
        distance, meaning, taken = _meaning(letter, row, floor, ceiling)
        # A word right behind this sum belongs to it, not to the next one.
        floor = row.end + taken
        quote = re.sub(r"\s+", " ", letter.sentence_at(row.start).text).strip()
        amount = LetterAmount(value=row.value, meaning=meaning, quote=quote)
        if row.value not in best or distance < best[row.value][0]:
            best[row.value] = (distance, amount)
    return [amount for _, amount in best.values()]


def parse_amount(text: str) -> Decimal | None:
    """The value of "1.234,56", "1 234,5", "85,-" or "12.50" in euro; None when it is no number."""
    digits = text.replace(" ", "").lstrip("-")
    digits = re.sub(r",[-–]+$", "", digits)
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    try:
        return Decimal(digits).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None


def _found(text: str) -> Iterator[FoundAmount]:
    rows = []
    for match in _money().finditer(text):
        value = parse_amount(match["after"] or match["before"])
        if value is not None:
            rows.append(FoundAmount(match.start(), match.end(), value))
    taken = {index for row in rows for index in range(row.start, row.end)}
    for match in _bare().finditer(text):
        value = parse_amount(match["value"])
        # In a column of a bill the currency stands only once.
        known = rows or re.search(letter_language("fields")["amounts"]["bare_label"], match["label"], re.IGNORECASE)
        if value is not None and known and match.start("value") not in taken:
            rows.append(FoundAmount(match.start("value"), match.end("value"), value))
    return iter(sorted(rows))


def _meaning(letter: CleanText, row: FoundAmount, floor: int, ceiling: int) -> tuple[int, str, int]:
    """The meaning whose words stand closest before the sum in its sentence, else just behind it.

    With it its distance, and how many characters right behind the sum carry the meaning.
    """
    sentence, line = letter.sentence_at(row.start), letter.line_at(row.start)
    start = max(min(sentence.start, line.start), row.start - LEFT)
    before = letter.text[start : row.start]
    after = letter.text[row.end : min(row.end + RIGHT, max(sentence.end, row.end), ceiling)]
    rules = letter_language("fields")["amounts"]
    best = (10 * LEFT, str(rules["default"]), 0)
    weak = [{**entry, "more": rules["weak"]} for entry in rules["weak_meanings"]]
    for entry in [*rules["meanings"], *weak]:
        more = entry.get("more", 0)
        for match in re.finditer(entry["words"], before, re.IGNORECASE):
            past_other = (floor > start + match.start()) * LEFT
            best = min(best, (len(before) - match.end() + past_other + more, entry["meaning"], 0))
        for match in re.finditer(entry["words"], after, re.IGNORECASE):
            near = re.fullmatch(rules["link"], after[: match.start()], re.IGNORECASE)
            distance = 0 if near else match.start() + 2 * CLOSE + more
            best = min(best, (distance, entry["meaning"], match.end() if near else 0))
    return best


@cache
def _money() -> re.Pattern[str]:
    return re.compile(letter_language("fields")["amounts"]["money"])


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(letter_language("fields")["amounts"]["bare"], re.MULTILINE)
