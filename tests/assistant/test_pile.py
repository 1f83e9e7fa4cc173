from datetime import date, datetime

from assistant.models import Appointment, Deadline, Letter, Sender
from assistant.pile import add_letter, by_urgency, first_day

WORDS = "Wij nodigen u uit voor een gesprek met uw bemiddelaar op dinsdag 8 december 2026 om 10 uur in ons kantoor."


def letter(urgency: str | None, day: date | None = None, words: str = WORDS, **more: object) -> Letter:
    found = Letter(
        file="x", language="nl", pages=1, text_source="ocr", sender=Sender(name="VDAB", kind="vdab"), kind=None,
        letter_date=date(2026, 11, 20), confidence=1, summary="x", urgency=urgency, original=(words,),  # type: ignore[arg-type]
        deadline=Deadline(date=day, rule="x", quote="x") if day else None,
    )  # fmt: skip
    return found.model_copy(update=more)


def test_the_most_urgent_first_then_the_first_day() -> None:
    late, soon = letter("hoog", date(2026, 12, 9)), letter("hoog", date(2026, 12, 1))
    rows = [letter("laag"), late, letter(None), soon, letter("dringend")]
    assert [(row.urgency, first_day(row)) for row in by_urgency(rows)] == [
        ("dringend", None), ("hoog", date(2026, 12, 1)), ("hoog", date(2026, 12, 9)), (None, None), ("laag", None)
    ]  # fmt: skip


def test_an_appointment_before_the_last_day_counts_first() -> None:
    meeting = Appointment(start=datetime(2026, 11, 30, 9))
    assert first_day(letter("hoog", date(2026, 12, 9), appointment=meeting)) == date(2026, 11, 30)


def test_a_second_photo_of_a_letter_takes_the_place_of_the_first() -> None:
    first, again = letter("hoog"), letter("hoog", words=WORDS.replace("kantoor", "kantaar"))
    assert add_letter((first,), again) == ((again,), True)


def test_another_day_or_other_words_is_another_letter() -> None:
    first = letter("hoog")
    other = letter("hoog", words="U krijgt een opleiding. Breng uw kaart mee en bel ons als u niet kan komen.")
    assert add_letter((first,), other) == ((first, other), False)
    assert not add_letter((first,), letter("hoog", letter_date=date(2026, 11, 21)))[1]
    assert not add_letter((), first)[1]
