"""Wordings that hurt."""

import pytest

from assistant.plain import tone_hits
from assistant.plain.data import table


def test_at_least_sixty_wordings_each_with_a_better_one():
    rows = table("tone")["wordings"]
    assert len(rows) >= 60
    assert len({row["say"] for row in rows}) == len(rows)
    assert all(row["kind"] in ("blame", "pity", "fear") and row["better"] for row in rows)


def test_no_better_wording_hurts():
    assert [row["better"] for row in table("tone")["wordings"] if tone_hits(row["better"])] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Je had eerder moeten bellen.", ["blame"]),
        ("Dan ben je te laat.", ["fear"]),
        ("Hulp voor kansarmen.", ["pity"]),
        ("Je kan nu nog bellen.", []),
    ],
)
def test_hits(text, kinds):
    assert [hit.kind for hit in tone_hits(text)] == kinds
