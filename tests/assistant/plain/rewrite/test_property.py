"""No number, date, name, amount or "no" is lost or added: counted here apart from the rewriter's own check."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.plain import rewrite, simplest
from assistant.plain.data import table
from assistant.plain.officialese import phrase_book

NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
NAMES = ("Peeters", "Janssens", "Gent", "Aalst", "RVA", "OCMW", "Yasmina", "El Khattabi", "+++202/6301/88010+++")
MONTHS = ("januari", "maart", "mei", "augustus", "december", "maandag", "vrijdag")
NO = re.compile(rf"\b(?:{'|'.join(table('plain')['negations'])})\b", re.IGNORECASE)
QUIET = sorted(
    formal
    for formal, phrases in phrase_book().items()
    if not NO.search(formal) and not any(NO.search(p.plain) for p in phrases) and not re.search(r"\d|\b[ou]n\w", formal)
)
"""Formal phrases that say no "no" themselves, before or after."""

days = st.builds("{} {} 20{}".format, st.integers(1, 31), st.sampled_from(MONTHS), st.integers(20, 29))
amounts = st.builds("{}.{},{} euro".format, st.integers(1, 9), st.integers(100, 999), st.integers(10, 99))
names = st.sampled_from(NAMES)
noes = st.sampled_from(["niet", "geen enkel attest", "nooit", "niets", "zonder hulp"])
pieces = st.one_of(days.map("op {}".format), amounts.map("van {}".format), names.map("aan {}".format), noes)
openers = st.sampled_from(
    ["U dient", "Gelieve", "Wij verzoeken u", "De RVA heeft", "Indien u", "U wordt", "Het comité kan"]
)
endings = st.sampled_from(["te betalen.", "over te maken.", "wordt betaald.", "terug te bezorgen aan onze dienst!"])
sentences = st.builds(
    lambda opener, parts, end: " ".join([opener, *parts, end]),
    openers,
    st.lists(st.one_of(pieces, st.sampled_from(QUIET)), min_size=1, max_size=6),
    endings,
)


def counted(text: str) -> Counter[str]:
    """Numbers, month names, names and how often it says no."""
    found = Counter(NUMBER.findall(text))
    found.update(word for word in re.findall(r"\w+", text.lower()) if word in MONTHS)
    found.update({name: text.count(name) for name in NAMES})
    found["no"] = len(NO.findall(text))
    return found + Counter()


@settings(max_examples=500, deadline=None)
@given(st.lists(sentences, min_size=1, max_size=3).map(" ".join))
def test_what_counts_stays(text):
    assert counted(rewrite(text)) == counted(text), rewrite(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(sentences, min_size=1, max_size=3).map(" ".join))
def test_the_simplest_version_keeps_it_too(text):
    assert counted(simplest(text)) == counted(text), simplest(text)


def test_the_count_sees_a_loss():
    assert counted("Betaal niet op 3 mei.") != counted("Betaal op 3 mei.")
    assert counted("Betaal 3,50 aan Peeters.") != counted("Betaal 350 aan Peeters.")
    assert len(QUIET) > 1500
