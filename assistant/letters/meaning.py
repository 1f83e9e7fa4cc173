"""What one sum means: first who pays whom in its part of the sentence, then the words nearest to it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from assistant.letters.clean import CleanText
from assistant.letters.money import FoundAmount
from assistant.letters.patterns import compiled, letter_language
from assistant.plain import Span

LEFT, RIGHT = 110, 60
CLOSE, LINKED = 4, 2
COLUMN = re.compile(r"\S\s{3,}\S|\|.*\||\S\s?(?:\.{3,}|…|_{3,}|-{3,})\s*\S")
THIS, OTHER = "§", "¤"
"""How a sum stands in a sentence that is searched: this one, or another."""


class Said(NamedTuple):
    """A meaning with how far its words stand (0: the sentence itself says who pays whom).

    `taken` = characters right behind the sum that carry it; `clause` = its part of the sentence with `§` and `¤`.
    """

    distance: int
    meaning: str
    taken: int
    clause: str


class Place(NamedTuple):
    """A sum with the words that may speak of it (`start` to `end`), and the sentences around it.

    `preceding` is empty unless the sentence only names the sum of what the one before says ("Het gaat om §").
    """

    row: FoundAmount
    start: int
    end: int
    clause: str
    following: str
    preceding: str = ""


def find_meaning(letter: CleanText, rows: Sequence[FoundAmount], index: int, floor: int) -> Said:
    """What the sum `rows[index]` means. Words before `floor` belong to the sum before it."""
    place = _place(letter, rows, index)
    last = index + 1 == len(rows) or rows[index + 1].start >= place.end
    turn = _turn("turns", place) or (_turn("turns", _about_this(place)) if last else None)
    turn = turn or _turn("turns", place._replace(clause=f"{place.preceding} {place.clause}"))
    if turn:
        return Said(0, turn, 0, place.clause)
    ceiling = rows[index + 1].start if index + 1 < len(rows) else len(letter.text)
    near = _nearest(letter, place, floor, ceiling, last=last)
    rules = letter_language("amounts")
    if near.meaning in rules["own"] and near.distance <= rules["own_within"]:
        return near
    asked = _turn("asks", place)
    return Said(1, asked, 0, place.clause) if asked else near


def _place(letter: CleanText, rows: Sequence[FoundAmount], index: int) -> Place:
    row = rows[index]
    sentence, line = letter.sentence_at(row.start), letter.line_at(row.start)
    start, end = min(sentence.start, line.start), max(sentence.end, row.end)
    said = Span(sentence.start, end, letter.text[sentence.start : end])
    if COLUMN.search(line.text.strip()) or compiled(letter_language("amounts")["labelled"]).match(line.text):
        # In a table the words of another row belong to another sum.
        start, end, said = line.start, min(end, line.end), line
    following = letter.sentence_at(min(sentence.end + 1, len(letter.text) - 1)).text
    clause, preceding = _clause(said, rows, row), ""
    if sentence.start and compiled(letter_language("amounts")["points_back"]).match(clause):
        before = letter.sentence_at(sentence.start - 1)
        before = before if before.start < sentence.start else letter.sentence_at(max(0, sentence.start - 2))
        if not any(before.start <= other.start < sentence.start for other in rows):
            start, preceding = min(start, before.start), re.sub(r"\s+", " ", before.text).rstrip(" .!")
    return Place(row, start, end, clause, following, preceding)


def _clause(context: Span, rows: Sequence[FoundAmount], this: FoundAmount) -> str:
    """The part of the sentence that holds the sum, the sums in it as signs."""
    text, place = "", context.start
    for row in rows:
        if context.start <= row.start and row.end <= context.end:
            text += context.text[place - context.start : row.start - context.start]
            text += THIS if row is this else OTHER
            place = row.end
    text = re.sub(r"\s+", " ", text + context.text[place - context.start :]).strip()
    text = compiled(letter_language("amounts")["apposed"]).sub(r" \g<sum>", text)
    parts = compiled(letter_language("amounts")["clause"]).split(text)
    return next((part for part in parts if part and THIS in part), text)


def _about_this(place: Place) -> Place:
    """The next sentence in place of the clause, where it speaks of the same sum: "Dit bedrag wordt u gestort"."""
    found = compiled(letter_language("amounts")["same_sum"]).search(place.following)
    clause = place.following[: found.start()] + THIS + place.following[found.end() :] if found else ""
    return place._replace(clause=re.sub(r"\s+", " ", clause))


def _turn(key: str, place: Place) -> str | None:
    """The meaning of the first turn of phrase that fits."""
    for entry in letter_language("amounts")[key]:
        text = f"{place.clause} {place.following}" if entry.get("next") else place.clause
        if THIS in text and _phrase(entry["words"]).search(text):
            return str(entry["meaning"])
    return None


def _nearest(letter: CleanText, place: Place, floor: int, ceiling: int, *, last: bool) -> Said:
    """The meaning whose words stand closest before the sum in its sentence, else just behind it."""
    rules, row = letter_language("amounts"), place.row
    start = max(place.start, row.start - LEFT)
    end = min(row.end + RIGHT, place.end, ceiling)
    before, after = letter.text[start : row.start], letter.text[row.end : max(end, row.end)]
    after = re.sub(rules["added"], "", after, flags=re.IGNORECASE)
    before, after = (compiled(rules["aside"]).sub(lambda found: " " * len(found[0]), part) for part in (before, after))
    if last and compiled(rules["same_sum"]).match(place.following):
        after += f" {place.following}"
    best = Said(10 * LEFT, str(rules["default"]), 0, place.clause)
    for entry in _words():
        more, meaning = entry.get("more", 0), str(entry["meaning"])
        for match in compiled(entry["words"]).finditer(before):
            past_other = (floor > start + match.start()) * LEFT
            bound = compiled(rules["binds"]).fullmatch(before[match.end() :])
            distance = LINKED if bound else len(before) - match.end()
            best = min(best, Said(distance + past_other + more, meaning, 0, place.clause))
        for match in compiled(entry["words"]).finditer(after):
            near = re.fullmatch(rules["link"], after[: match.start()], re.IGNORECASE)
            distance = LINKED if near else match.start() + 2 * CLOSE + more
            best = min(best, Said(distance, meaning, match.end() if near else 0, place.clause))
    return best


def _words() -> Iterator[dict[str, Any]]:
    rules = letter_language("amounts")
    yield from rules["meanings"]
    for entry in rules["weak_meanings"]:
        yield {**entry, "more": rules["weak"]}


@cache
def _phrase(words: str) -> re.Pattern[str]:
    """A turn of phrase with its named pieces filled in."""
    for name, piece in letter_language("amounts")["pieces"].items():
        words = words.replace(f"{{{name}}}", piece)
    return re.compile(words, re.IGNORECASE)
