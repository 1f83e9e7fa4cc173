"""The sums in a letter with what they mean. A sum is never made, only read."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.letters.clean import CleanText, quoted
from assistant.letters.meaning import Said, find_meaning
from assistant.letters.money import FoundAmount, find_money
from assistant.letters.patterns import compiled, letter_language
from assistant.models import LetterAmount

WHOLE_WITHIN = 250
"""A part ("in 5 keer 40 euro") follows the whole that stands at most so many characters before it."""


class Mention(NamedTuple):
    """One place where a sum stands, with what is said of it there."""

    row: FoundAmount
    said: Said
    amount: LetterAmount


def find_amounts(letter: CleanText, main: str | None = None) -> list[LetterAmount]:
    """Each different sum once, in order of place, with the meaning of its clearest mention.

    `main` is what such a letter is about ("te betalen"): where no sum bears it, the greatest sum without a
    meaning of its own gets it.
    """
    best: dict[Decimal, Mention] = {}
    for mention in _as_parts(letter, _as_beside(letter, _mentions(letter))):
        value = mention.row.value
        if value not in best or _clearer(mention, best[value]):
            best[value] = mention
    asked, told = _asked(letter.text), _told(letter.text)
    mentions = _settled(list(best.values()), asked=asked, told=told)
    amounts = [mention.amount for mention in mentions]
    weak = letter_language("amounts")["weak"]
    neutral = [mention.amount for mention in mentions if mention.said.distance >= weak]
    subject = main or _subject(letter.text)
    if main is None:
        amounts = _prices(amounts)
    if subject is None:
        return amounts
    # A letter that only tells how things stand asks for nothing.
    if told and not asked:
        return amounts
    # What stands on a card of the reader, or was refused or replaced, is never what must be paid.
    rules = letter_language("amounts")
    stands = {rules["rest"], rules["default"]}
    fixed = [row.amount for row in mentions if row.said.distance == 0 and row.amount.meaning in stands]
    return _about(subject, amounts, neutral, fixed)


def _mentions(letter: CleanText) -> list[Mention]:
    rows, found, floor = find_money(letter.text), list[Mention](), 0
    for index, row in enumerate(rows):
        said = find_meaning(letter, rows, index, floor)
        # A word right behind this sum belongs to it, not to the next one.
        floor = row.end + said.taken
        sentence = letter.sentence_at(row.start)
        quote = quoted(letter.line_at(row.start) if "\n" in sentence.text else sentence)
        found.append(Mention(row, said, LetterAmount(value=row.value, meaning=said.meaning, quote=quote)))
    return found


def _as_beside(letter: CleanText, mentions: Sequence[Mention]) -> list[Mention]:
    """A sum of which nothing is said, behind another in its sentence: what is said of that one holds for both."""
    rules, found = letter_language("amounts"), list[Mention]()
    for mention in mentions:
        if found and mention.said.distance >= rules["weak"]:
            between = letter.text[found[-1].row.end : mention.row.start]
            if "\n" not in between and compiled(rules["beside_sum"]).fullmatch(between):
                said = found[-1].said._replace(distance=found[-1].said.distance + 1, taken=0)
                amount = mention.amount.model_copy(update={"meaning": said.meaning})
                mention = mention._replace(said=said, amount=amount)
        found.append(mention)
    return found


def _as_parts(letter: CleanText, mentions: Sequence[Mention]) -> list[Mention]:
    """Parts of a sum that is paid back, or received, in the same sentence or the one before: they go the same way."""
    rules, found = letter_language("amounts"), list[Mention]()
    weaker = {rules["owed"], rules["default"], rules["rest"], *rules["prices"]}
    for mention in mentions:
        whole = next((other for other in reversed(found) if other.amount.meaning in rules["whole"]), None)
        near = whole and mention.row.start - whole.row.end < WHOLE_WITHIN and "\n" not in letter.text[
            whole.row.end : mention.row.start
        ].strip()
        weak = mention.amount.meaning in weaker or mention.said.distance > 1
        if whole and near and weak and compiled(rules["part"]).search(mention.said.clause):
            pays = compiled(rules["pays_off"]).search(mention.said.clause)
            if whole.amount.meaning != rules["due_to_reader"] or not pays:
                mention = _meaning(mention, whole.amount.meaning)
        elif whole and near and _is_total(mention, found[-1]):
            mention = _meaning(mention, whole.amount.meaning)
        found.append(mention)
    return found


def _is_total(mention: Mention, part: Mention) -> bool:
    """Whether a sum is the whole debt of which the sum before it, paid back month by month, is a part."""
    rules = letter_language("amounts")
    greater = mention.row.value > part.row.value and bool(compiled(rules["part"]).search(part.said.clause))
    owed = mention.amount.meaning in {rules["owed"], rules["default"]}
    return greater and owed and bool(compiled(rules["total"]).search(mention.said.clause))


def _clearer(new: Mention, old: Mention) -> bool:
    """Whether a mention says more of the same sum: that it must be paid says more than that it is a balance."""
    rules = letter_language("amounts")
    rank = {rules["owed"]: 0, rules["rest"]: 1}
    ranks = [rank.get(row.amount.meaning) if row.said.distance < rules["weak"] else None for row in (new, old)]
    if None not in ranks and ranks[0] != ranks[1]:
        return ranks[0] == 0
    return new.said.distance < old.said.distance


def _subject(text: str) -> str | None:
    """What the sums of a letter of no known kind are about; None when nothing says it."""
    rows = letter_language("amounts")["about"]
    return next((str(row["main"]) for row in rows if compiled(row["words"]).search(text)), None)


def _asked(text: str) -> bool:
    """Whether the letter asks to pay: "U moet niets betalen" does not."""
    rules = letter_language("amounts")
    return bool(compiled(rules["demand"]).search(compiled(rules["no_demand"]).sub(" ", text)))


def _told(text: str) -> bool:
    """Whether the letter tells of money that came in, or how an account stands."""
    return bool(compiled(letter_language("amounts")["settled"]).search(text))


def _settled(mentions: Sequence[Mention], *, asked: bool, told: bool) -> list[Mention]:
    """Open sums: where the letter asks to pay it is a debt, where it only tells how things stand a balance."""
    rules = letter_language("amounts")
    owed = any(row.amount.meaning == rules["owed"] for row in mentions)
    found = []
    for row in mentions:
        opened = compiled(rules["open"]).search(row.said.clause)
        if opened and row.amount.meaning == rules["owed"] and told and not asked:
            row = _meaning(row, rules["rest"])
        elif row.amount.meaning == rules["rest"] and row.said.distance and asked and not told and not owed:
            row = _meaning(row, rules["owed"]) if row.row.value else row
        found.append(row)
    return found


def _meaning(mention: Mention, meaning: str) -> Mention:
    return mention._replace(
        said=mention.said._replace(meaning=meaning, distance=1),
        amount=mention.amount.model_copy(update={"meaning": meaning}),
    )


def _prices(amounts: list[LetterAmount]) -> list[LetterAmount]:
    """A rent is what must be paid, where the letter names nothing else to pay, to pay back or to receive."""
    rules = letter_language("amounts")
    if any(amount.meaning in {rules["owed"], *rules["whole"]} for amount in amounts):
        return amounts
    return [
        amount.model_copy(update={"meaning": rules["owed"]}) if amount.meaning in rules["prices"] else amount
        for amount in amounts
    ]


def _about(
    main: str, amounts: list[LetterAmount], neutral: list[LetterAmount], fixed: list[LetterAmount]
) -> list[LetterAmount]:
    """The sums with the greatest one that says nothing else as what the letter is about.

    `neutral` sums have only a weak word such as "bedrag" near them; `fixed` sums stay what they are.
    """
    rules = letter_language("amounts")
    if main == rules["due_to_reader"]:
        # "Bedrag per dag" in a letter about money to receive asks for nothing.
        asked = [amount for amount in neutral if amount.meaning == rules["owed"]]
        amounts = [row.model_copy(update={"meaning": rules["default"]}) if row in asked else row for row in amounts]
        neutral = []
    # What must be paid in a letter that claims money back is paid back.
    plain = rules["main"].get(main, [])
    balances = [amount for amount in amounts if amount.meaning == rules["rest"] and amount not in fixed]
    if balances:
        # Where a balance is named, what must be paid is a part of it.
        plain = plain[:1]
    weak_counts = main in plain or main == rules["owed"]
    said = [amount for amount in amounts if amount.meaning == main and (weak_counts or amount not in neutral)]
    open_sums = [row for row in amounts if row.meaning in plain and row not in fixed] or ([] if balances else neutral)
    if main == rules["owed"] and balances and all(row.value < balances[0].value for row in said):
        # The balance of a bill is what must be paid; smaller sums are parts of it.
        said, open_sums = [], balances
    if said or not open_sums:
        return amounts
    greatest = max(open_sums, key=lambda amount: amount.value)
    return [amount.model_copy(update={"meaning": main}) if amount is greatest else amount for amount in amounts]
