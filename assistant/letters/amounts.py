"""The sums in a letter with what they mean. A sum is never made, only read."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from assistant.letters.clean import CleanText
from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.models import LetterAmount

LEFT, RIGHT = 110, 60
CLOSE, LINKED = 4, 2
COLUMN = re.compile(r"\S\s{3,}\S")


class FoundAmount(NamedTuple):
    """A sum with its place."""

    start: int
    end: int
    value: Decimal


def find_amounts(letter: CleanText, main: str | None = None) -> list[LetterAmount]:
    """Each different sum once, in order of place, with the meaning of its clearest mention.

    `main` is what such a letter is about ("te betalen"): where no sum bears it, the greatest sum without a
    meaning of its own gets it.
    """
    found = list(_found(letter.text))
    best: dict[Decimal, tuple[int, LetterAmount]] = {}
    weak = letter_language("fields")["amounts"]["weak"]
    floor = 0
    for index, row in enumerate(found):
        ceiling = found[index + 1].start if index + 1 < len(found) else len(letter.text)
        distance, meaning, taken = _meaning(letter, row, floor, ceiling)
        # A word right behind this sum belongs to it, not to the next one.
        floor = row.end + taken
        quote = re.sub(r"\s+", " ", letter.sentence_at(row.start).text).strip()
        amount = LetterAmount(value=row.value, meaning=meaning, quote=quote)
        if row.value not in best or _clearer((distance, amount), best[row.value]):
            best[row.value] = (distance, amount)
    amounts = [amount for _, amount in best.values()]
    neutral = [amount for distance, amount in best.values() if distance >= weak]
    return _about(main, amounts, neutral) if main else amounts


def _clearer(new: tuple[int, LetterAmount], old: tuple[int, LetterAmount]) -> bool:
    """Whether a mention says more of the same sum: that it must be paid says more than that it is a balance."""
    rules = letter_language("fields")["amounts"]
    rank = {rules["owed"]: 0, rules["rest"]: 1}
    ranks = [rank.get(amount.meaning) if distance < rules["weak"] else None for distance, amount in (new, old)]
    if None not in ranks and ranks[0] != ranks[1]:
        return ranks[0] == 0
    return new[0] < old[0]


def _about(main: str, amounts: list[LetterAmount], neutral: list[LetterAmount]) -> list[LetterAmount]:
    """The sums with the greatest one that says nothing else as what the letter is about.

    `neutral` sums have only a weak word such as "bedrag" near them.
    """
    rules = letter_language("fields")["amounts"]
    if main == rules["due_to_reader"]:
        # "Bedrag per dag" in a letter about money to receive asks for nothing.
        asked = [amount for amount in neutral if amount.meaning == rules["owed"]]
        amounts = [row.model_copy(update={"meaning": rules["default"]}) if row in asked else row for row in amounts]
        neutral = []
    # What must be paid in a letter that claims money back is paid back.
    plain = rules["main"].get(main, [])
    balances = [amount for amount in amounts if amount.meaning == rules["rest"]]
    if balances:
        # Where a balance is named, what must be paid is a part of it.
        plain = plain[:1]
    weak_counts = main in plain or main == rules["owed"]
    said = [amount for amount in amounts if amount.meaning == main and (weak_counts or amount not in neutral)]
    open_sums = [amount for amount in amounts if amount.meaning in plain] or ([] if balances else neutral)
    if main == rules["owed"] and balances and all(row.value < balances[0].value for row in said):
        # The balance of a bill is what must be paid; smaller sums are parts of it.
        said, open_sums = [], balances
    if said or not open_sums:
        return amounts
    greatest = max(open_sums, key=lambda amount: amount.value)
    return [amount.model_copy(update={"meaning": main}) if amount is greatest else amount for amount in amounts]


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
    end = min(row.end + RIGHT, max(sentence.end, row.end), ceiling)
    if COLUMN.search(line.text.strip()) or pattern("fields", "labelled").match(line.text):
        # In a table the words of another row belong to another sum.
        start, end = line.start, min(end, line.end)
    rules = letter_language("fields")["amounts"]
    before, after = letter.text[start : row.start], letter.text[row.end : max(end, row.end)]
    after = re.sub(rules["added"], "", after, flags=re.IGNORECASE)
    following = letter.sentence_at(min(sentence.end + 1, len(letter.text) - 1)).text
    if re.match(rules["same_sum"], following, re.IGNORECASE):
        after += f" {following}"
    best = (10 * LEFT, str(rules["default"]), 0)
    weak = [{**entry, "more": rules["weak"]} for entry in rules["weak_meanings"]]
    for entry in [*rules["meanings"], *weak]:
        more = entry.get("more", 0)
        for match in compiled(entry["words"]).finditer(before):
            past_other = (floor > start + match.start()) * LEFT
            best = min(best, (len(before) - match.end() + past_other + more, entry["meaning"], 0))
        for match in compiled(entry["words"]).finditer(after):
            near = re.fullmatch(rules["link"], after[: match.start()], re.IGNORECASE)
            distance = LINKED if near else match.start() + 2 * CLOSE + more
            best = min(best, (distance, entry["meaning"], match.end() if near else 0))
    return best


@cache
def _money() -> re.Pattern[str]:
    return re.compile(letter_language("fields")["amounts"]["money"])


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(letter_language("fields")["amounts"]["bare"], re.MULTILINE)
