"""The catalogue as data: complete, sourced, plain."""

import re

from assistant.deadlines import load_rules
from assistant.letters.catalogue import load_kinds, load_senders
from assistant.models import SenderKind
from assistant.plain import harder_than, measure
from assistant.sentences import load_sentences
from ingest.corpus import CORPUS_DIR, load_yaml, read_corpus


def test_ids_are_unique_and_patterns_compile():
    ids = [kind.id for kind in load_kinds()]
    assert len(ids) == len(set(ids)) >= 46
    for kind in load_kinds():
        for words in (*kind.evidence, kind.title, kind.strong or "x"):
            re.compile(words)


def test_senders_are_of_the_closed_list():
    known = set(SenderKind.__args__)
    assert set(load_senders()) <= known
    assert {sender for kind in load_kinds() for sender in kind.senders} <= known


def test_sources_and_rules_exist():
    sources = {row["id"] for path in (CORPUS_DIR / "sources").glob("*.yaml") for row in load_yaml(path)["sources"]}
    for kind in load_kinds():
        assert set(kind.sources) <= sources, kind.id
        assert kind.pay_rule is None or kind.pay_rule in load_rules().rules
    for entry in load_senders().values():
        assert entry.appeal_rule is None or entry.appeal_rule in load_rules().rules


def test_every_kind_that_needs_help_has_a_helper_that_exists():
    organisations = read_corpus()[0].organisations
    for kind in load_kinds():
        assert set(kind.helpers) <= set(organisations), (kind.id, set(kind.helpers) - set(organisations))
        assert kind.helpers or kind.urgency == "laag", kind.id


def test_our_own_words_are_plain():
    for kind in load_kinds():
        for text in (kind.what, *kind.advice, kind.if_nothing):
            assert not harder_than(measure(text).level, "B1"), (kind.id, text)
        assert measure(kind.what).level == "A2", (kind.id, kind.what)


def test_sentences_of_letters_are_plain():
    rows = load_yaml(CORPUS_DIR / "sentences" / "letter.nl.yaml")
    say = load_sentences()
    for key in rows:
        if not key.startswith(("term.", "amount")):
            assert not harder_than(measure(say[key]).level, "B1"), (key, say[key])
