"""A question in a talk: ranked together with the earlier question it hangs on."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.ask.decide import subjects
from assistant.ask.intent import hangs
from assistant.ask.learned import load_learned
from assistant.ask.normalise import Query
from assistant.ask.rerank import LEAST_LIKELY, Ranked
from ingest.models import SectionId

TOGETHER, ITSELF, SUBJECT, FIELD, SAID = 0.2, 6.0, 2.0, 1.0, 2.67
"""What both questions together, the question itself, the subject of the earlier one and its field count for a section,
and what a section loses that answered an earlier one: a follow-up asks for something else."""
OTHER_SUBJECT = 0.6
"""A question that is this surely about another subject starts a new talk."""


class Earlier(NamedTuple):
    """What a talk is about."""

    anchor: Query
    """The question that set the subject, with those that filled it in."""
    ranked: Sequence[Ranked]
    """Its sections, best first."""
    said: frozenset[SectionId]
    """The sections that answered the earlier questions."""
    field: frozenset[str]
    """The documents of the same field (VDAB, housing, …) as the best section."""


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


def in_talk(query: Query, together: Sequence[Ranked], earlier: Earlier) -> list[Ranked]:
    """The sections for a follow-up, best first. `together` = ranked for the question with the earlier ones."""
    shares = subjects(earlier.ranked)
    model = load_learned()
    itself: dict[str, float] = dict(zip(model.names, model.log_likelihoods(query.expanded).tolist(), strict=True))

    def score(ranked: Ranked) -> float:
        document = ranked.section.partition("#")[0]
        subject = SUBJECT * min(1.0, 3 * shares.get(document, 0.0)) + FIELD * (document in earlier.field)
        likely = max(0.0, 1 - itself.get(ranked.section, LEAST_LIKELY) / LEAST_LIKELY)
        said = SAID if ranked.section in earlier.said else 0.0
        return TOGETHER * ranked.score + ITSELF * likely + subject - said

    found = [ranked._replace(score=score(ranked)) for ranked in together]
    return sorted(found, key=lambda ranked: (-ranked.score, ranked.section))


def _likely(ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """The documents that the question may well be about."""
    return {name: share for name, share in subjects(ranked).items() if share >= 0.1}
