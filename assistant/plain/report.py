"""The whole report of a text: level, findings, and the plain version when asked."""

from assistant.models import ReadabilityReport
from assistant.plain.findings import findings
from assistant.plain.measure import measure
from assistant.plain.rewrite import rewrite


def report(text: str, rewritten: bool = False) -> ReadabilityReport:
    """Level and findings with offsets in `text`; `rewritten` True adds the plain version."""
    found = measure(text)
    return ReadabilityReport(
        level=found.level,
        flesch_douma=found.flesch_douma,
        words_per_sentence=found.words_per_sentence,
        hard_word_share=found.hard_word_share,
        findings=findings(text),
        rewritten=rewrite(text) if rewritten else None,
    )
