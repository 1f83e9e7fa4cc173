"""Points for an answer as Canada's AI Answers gives them: 75 for its sentences, 25 for its citation.

There experts judge; here the typed key facts, forbidden claims and allowed sections of a case do. A sentence is good
(100), could be better (80) or is wrong (0); the citation is right (25), near (20) or wrong (0).

Source of the scale: Canadian Digital Service, AI Answers, evaluation of answers.
"""

import re
from collections.abc import Iterator, Sequence
from statistics import fmean

from assistant.models import Answer
from ingest.models import SectionId

GOOD, BETTER, WRONG = 100.0, 80.0, 0.0
CITED, NEAR = 25.0, 20.0
SENTENCES = 0.75
"""What the mean of the sentences counts."""


def points(
    answer: Answer, allowed: set[SectionId], forbidden: Sequence[str], *, complete: bool
) -> tuple[float, float]:
    """Points for the sentences (0 to 75) and for the citation (0 to 25). No answer: none.

    `allowed` = the sections that rest on a fact the question asks; `complete` = every key fact is said.
    """
    if answer.kind != "answer" or not answer.citations:
        return 0.0, 0.0
    sentences = fmean(_sentence(answer, allowed, forbidden, complete=complete))
    return SENTENCES * sentences, _citation(answer, allowed)


def _sentence(
    answer: Answer, allowed: set[SectionId], forbidden: Sequence[str], *, complete: bool
) -> Iterator[float]:
    """Each sentence with a source. One from another section may be true, but it is not what was asked.

    When a key fact lacks, the direct answer is wrong; when no allowed section is cited either, all of it is.
    """
    said = {citation.quote: f"{citation.document_id}#{citation.section}" for citation in answer.citations}
    is_near = bool(allowed & set(said.values()))
    for quote, section in said.items():
        lacking = not complete and (quote in answer.summary or not is_near)
        if lacking or any(re.search(pattern, quote, re.IGNORECASE) for pattern in forbidden):
            yield WRONG
        else:
            yield GOOD if section in allowed else BETTER


def _citation(answer: Answer, allowed: set[SectionId]) -> float:
    """The first citation counts: it stands beside the direct answer."""
    first = f"{answer.citations[0].document_id}#{answer.citations[0].section}"
    if first in allowed:
        return CITED
    documents = {ref.partition("#")[0] for ref in allowed}
    return NEAR if any(citation.document_id in documents for citation in answer.citations) else WRONG
