"""What the reader should check: doubtful numbers, days that do not fit, a term not said, danger in the text."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.ask.route import crisis
from assistant.deadlines import Duration, add, cost_ceiling, load_rules, on_or_before_working_day, say_day
from assistant.letters.bills import adds_up, bills
from assistant.letters.dates import find_dates
from assistant.letters.reading import Reading
from assistant.letters.say import say_amount
from assistant.sentences import load_sentences

APPEALABLE = {"vdab", "rva", "hvw", "vakbond", "ocmw", "mutualiteit", "groeipakket"}
COMMERCIAL = {"incasso", "deurwaarder", "andere"}
AMICABLE = {"incasso", "deurwaarder-aanmaning", "eerste-herinnering"}
FAIR_SCAN = 0.8


def find_warnings(reading: Reading, confidence: float | None) -> tuple[str, ...]:
    """All warnings as ready Dutch sentences, each once. `confidence` is that of the OCR, None for a text layer."""
    doubts = [*reading.suspicion.warnings, *_doubts(reading, confidence)]
    return tuple(dict.fromkeys([*doubts, *_money(reading), *_bill(reading), *_terms(reading), *_danger(reading)]))


def _doubts(reading: Reading, confidence: float | None) -> Iterator[str]:
    say = load_sentences()
    for number in reading.numbers.doubtful:
        yield say.say("warn.number", number=number)
    for row in find_dates(reading.text.text, reading.letter_date):
        if not row.weekday_fits:
            yield say.say("warn.weekday", day=reading.text.text[row.start : row.end].replace("\n", " "))
    if confidence is not None and confidence < FAIR_SCAN:
        yield say["warn.scan"]
    if reading.language not in {"nl", None}:
        key = f"warn.language.{reading.language}"
        yield say[key] if key in say else say["warn.language"]


def _money(reading: Reading) -> Iterator[str]:
    """Costs above what the law allows on a consumer debt."""
    costs = [row.value for row in reading.amounts if row.meaning == "kosten"]
    debts = _debt(reading, sum(costs, Decimal(0)))
    amicable = reading.kind is not None and reading.kind.id in AMICABLE
    if reading.sender.kind in COMMERCIAL and amicable and len(debts) == 1 and costs:
        most = cost_ceiling(debts[0])
        if sum(costs) > most:
            yield load_sentences().say("warn.costs", costs=say_amount(most))


def _debt(reading: Reading, costs: Decimal) -> list[Decimal]:
    """The debt itself: as the letter names it, else the only sum to pay without costs and interest."""
    named = [row.value for row in reading.amounts if row.meaning == "hoofdsom"]
    totals = [row.value for row in reading.amounts if row.meaning == "te betalen"]
    interest = sum((row.value for row in reading.amounts if row.meaning == "intrest"), Decimal(0))
    if named or len(totals) != 1 or totals[0] <= costs + interest:
        return named
    return [totals[0] - costs - interest]


def _bill(reading: Reading) -> Iterator[str]:
    """A total that no choice of the rows above it adds up to."""
    if not all(adds_up(rows) for rows in bills(reading.text.text)):
        yield load_sentences()["warn.total"]


def _terms(reading: Reading) -> Iterator[str]:
    say = load_sentences()
    if reading.letter_date is None and reading.due:
        yield say["due.no-letter-date"]
    said = any(due.optional for due in reading.due)
    if reading.kind and reading.kind.need == "appeal" and reading.sender.kind in APPEALABLE and not said:
        duration = load_rules()["beroepstermijn-niet-vermeld"].duration or Duration(3, "month")
        if reading.letter_date:
            day = on_or_before_working_day(add(reading.letter_date, duration))
            yield say.say("warn.appeal-not-said", day=say_day(day), start=say_day(reading.letter_date, weekday=False))


def _danger(reading: Reading) -> Iterator[str]:
    say = load_sentences()
    label = crisis(reading.text.text) if reading.sender.kind in {"persoonlijk", "andere"} else None
    if label:
        yield say["warn.crisis"]
