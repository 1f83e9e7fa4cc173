"""Does a sentence with a term ask something of the reader, and about what?"""

from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.plain import Span

PLAN, PAY = "plan", "pay"
STEP, APPEAL_LEAD = 12, 60
"""Characters: how much a later subject of the list must be nearer, and the lead of an appeal, which is the first."""


def asks_reader(sentence: Span, start: int, end: int, *, once: bool = False) -> bool:
    """Whether the sentence wants something from the reader now, not from an office, and not in general.

    `once` says that the term can hold only once: then it is no standing duty.
    """
    text = sentence.text
    clause = _clause(text, start - sentence.start, end - sentence.start)
    standing = not once and pattern("terms", "standing").search(clause)
    if standing or pattern("terms", "not_now").search(clause):
        return False
    wins = pattern("terms", "client_wins").search(clause)
    return bool(wins) or pattern("terms", "authority").search(clause) is None


def _clause(text: str, start: int, end: int) -> str:
    """The part of the sentence between semicolons, or between a comma and a new subject."""
    left = max(text.rfind(";", 0, start), text.rfind(". ", 0, start)) + 1
    right = min((i for i in (text.find(";", end), text.find(". ", end)) if i >= 0), default=len(text))
    return text[left:right]


def topic_of(text: str, place: int) -> str:
    """What a term is about, from the words nearest to it; "other" when nothing fits."""
    best: tuple[int, str] | None = None
    for rank, row in enumerate(letter_language("terms")["topics"]):
        for match in compiled(row["words"]).finditer(text):
            distance = min(abs(match.start() - place), abs(match.end() - place)) + STEP * rank
            if rank == 0:
                distance -= APPEAL_LEAD
            if best is None or distance < best[0]:
                best = (distance, row["topic"])
    if best and best[1] == PLAN and pattern("terms", "pays").search(text):
        # Where a sentence names both, paying is what the term is for.
        return PAY
    return best[1] if best else "other"

