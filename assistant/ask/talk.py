"""A question in a talk: ranked together with the earlier question it hangs on."""

from collections.abc import Mapping, Sequence

from assistant.ask.decide import subjects
from assistant.ask.intent import hangs
from assistant.ask.normalise import Query
from assistant.ask.rerank import Ranked

ALONE, SUBJECT = 0.5, 3.0
"""What the question alone, and the subject of the earlier one, count beside both together."""
OTHER_SUBJECT = 0.6
"""A question that is this surely about another subject starts a new talk."""


def joined(query: Query, anchor: Query) -> Query:
    """The question with the words of the earlier one."""
    return query._replace(
        expanded=f"{query.expanded} {anchor.expanded}", repaired=f"{query.repaired} {anchor.repaired}"
    )


def changes_subject(query: Query, alone: Sequence[Ranked], earlier: Sequence[Ranked]) -> bool:
    """Whether the question stands alone and is surely about something else than the earlier one."""
    if hangs(query) or not alone:
        return False
    new, share = next(iter(subjects(alone).items()))
    return share >= OTHER_SUBJECT and alone[0].features["probable"] >= OTHER_SUBJECT and new not in _likely(earlier)


def in_talk(alone: Sequence[Ranked], together: Sequence[Ranked], earlier: Sequence[Ranked]) -> list[Ranked]:
    """The sections for a follow-up, best first.

    `alone` = ranked for the question itself, `together` for it with the earlier question, `earlier` for that one.
    """
    shares = subjects(earlier)
    by_itself = {ranked.section: ranked.score for ranked in alone}
    least = min(by_itself.values(), default=0.0)

    def score(ranked: Ranked) -> float:
        subject = min(1.0, 3 * shares.get(ranked.section.partition("#")[0], 0.0))
        mixed = ranked.score + ALONE * by_itself.get(ranked.section, least) + SUBJECT * subject
        return mixed / (1 + ALONE)

    found = [ranked._replace(score=score(ranked)) for ranked in together]
    return sorted(found, key=lambda ranked: (-ranked.score, ranked.section))


def _likely(ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """The documents that the question may well be about."""
    return {name: share for name, share in subjects(ranked).items() if share >= 0.1}
