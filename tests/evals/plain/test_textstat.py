"""Our counts beside those of textstat on the 60 graded texts."""

from pathlib import Path
from statistics import mean

import pytest

from assistant.plain import measure
from assistant.plain.features import count
from assistant.plain.fit import graded
from assistant.plain.frequency import syllables
from ingest.corpus import load_yaml

HERE = Path(__file__).parent
TEXTS = [row.text for row in graded(HERE) if row.kind == "texts"]
THEIRS = load_yaml(HERE / "textstat.yaml")["texts"]


def test_one_row_for_each_text():
    assert len(TEXTS) == len(THEIRS) == 60


def test_words_and_syllables_are_counted_alike():
    words = [sum(len(row.words) for row in count(text)) for text in TEXTS]
    assert words == pytest.approx([row[1] for row in THEIRS], abs=1)
    beats = [sum(syllables(word.text) for row in count(text) for word in row.words) for text in TEXTS]
    assert beats == pytest.approx([row[2] for row in THEIRS], abs=1)


def test_sentences_differ_only_where_one_is_very_short():
    for text, theirs in zip(TEXTS, THEIRS, strict=True):
        rows = count(text)
        assert sum(len(row.words) > 2 for row in rows) <= theirs[0] <= len(rows), text


def test_flesch_douma_is_nearly_the_same():
    gaps = [abs(measure(text).flesch_douma - row[3]) for text, row in zip(TEXTS, THEIRS, strict=True)]
    assert mean(gaps) < 1
    assert sum(gap < 4 for gap in gaps) >= 58
