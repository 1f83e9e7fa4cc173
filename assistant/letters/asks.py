"""Does a sentence with a term ask something of the reader, and about what?"""

from assistant.letters.patterns import compiled, letter_language, pattern
from assistant.plain import Span

PLAN, PAY = "plan", "pay"
STEP, APPEAL_LEAD = 12, 60
"""Characters: how much a later subject of the list must be nearer, and the lead of an appeal, which is the first."""


def asks_reader(sentence: Span, start: int, end: int, *, once: bool = False, before: str = "") -> bool:
    """Whether the sentence wants something from the reader now, not from an office, and not in general.

    `once` says that the term can hold only once: then it is no standing duty. `before` is the sentence before it.
    """
    text = sentence.text
    clause = _clause(text, start - sentence.start, end - sentence.start)
    if another_acts(text[: end - sentence.start], before) or pattern("terms", "promise").search(clause):
        return False
    if pattern("terms", "ready_then").match(text, _end_of_part(text, end - sentence.start)):
        return True
    standing = not once and pattern("terms", "standing").search(clause)
    if standing or pattern("terms", "not_now").search(clause):
        return False
    wins = pattern("terms", "client_wins").search(clause)
    return bool(wins) or pattern("terms", "authority").search(clause) is None


def _clause(text: str, start: int, end: int) -> str:
    """The part of the sentence that holds the term: up to the next part, or to what follows from being late."""
    stops = pattern("terms", "next_part")
    left = max((match.end() for match in stops.finditer(text, 0, start)), default=0)
    right = next((match.start() for match in stops.finditer(text, end)), len(text))
    late = pattern("terms", "consequence").search(text, end, right)
    return text[left : late.start() if late else right]


def _end_of_part(text: str, place: int) -> int:
    """Where the next part of the sentence begins, at its semicolon."""
    found = text.find(";", place)
    return found if found >= 0 else len(text)


def another_acts(lead: str, before: str) -> bool:
    """Whether the words up to the term give it to somebody else: an employer, a bank, a doctor; "he" is one of them."""
    if pattern("terms", "reader_joins").search(lead):
        return False
    if pattern("terms", "other_must").search(lead):
        return True
    *earlier, clause = pattern("terms", "next_part").split(lead)
    party = pattern("terms", "other_party")
    named = party.search(" ".join([before, *earlier])) is not None
    return named and pattern("terms", "pronoun_must").match(clause) is not None


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

