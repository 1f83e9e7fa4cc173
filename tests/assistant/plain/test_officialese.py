"""The phrase book: big enough, and its forms found whole."""

import pytest

from assistant.plain.officialese import entry_count, find_phrases, phrase_book


def test_at_least_eight_hundred_entries():
    assert entry_count() >= 800


def test_every_form_of_a_verb_has_a_partner():
    for phrases in phrase_book().values():
        for phrase in phrases:
            if phrase.kind == "verb":
                assert phrase.plain, phrase.entry


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij doen dit met betrekking tot uw vraag.", ["met betrekking tot"]),
        ("Dit werd onverwijld gemeld.", ["onverwijld"]),
        ("U dient te betalen.", ["dient"]),
        ("Dit dient als bewijs.", []),
        ("Een onderonsje inzakelijk.", []),
    ],
)
def test_find(text, found):
    assert [text[hit.start : hit.end] for hit in find_phrases(text)] == found
