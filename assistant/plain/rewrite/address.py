"""From `u` to `je`, with the verb that goes with it. A sentence in which that is not certain keeps its `u`."""

import re

from assistant.plain.rewrite.clause import (
    Change,
    Unsure,
    Words,
    beside,
    clause_head,
    is_conjunction,
    is_joined,
    is_other_person,
    is_pointer,
    is_stem,
    is_subject,
    is_verb,
    may_be_verb,
    opens_with,
)
from assistant.plain.rewrite.grammar import grammar, rules, te_infinitive

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HOUR = re.compile(r"\d\s*$")


def to_informal(sentence: str) -> str:
    """The sentence with `je`, or unchanged when a form is not certain."""
    words = [(m.start(), m.end(), m[0]) for m in WORD.finditer(sentence)]
    if not any(word in ("u", "U", "uw", "Uw", "uzelf", "uwe") for _, _, word in words):
        return sentence
    try:
        changes = _changes(sentence, words)
    except Unsure:
        return sentence
    out, end = [], 0
    for start, stop, text in sorted(set(changes)):
        if start < end:
            return sentence
        out += [sentence[end:start], text]
        end = stop
    return "".join([*out, sentence[end:]])


def _changes(sentence: str, words: Words) -> list[Change]:
    found: list[Change] = []
    for number, (start, stop, word) in enumerate(words):
        lower = word.lower()
        if lower == "uwe" or (word == "U" and sentence[stop : stop + 1] == "."):
            raise Unsure
        if lower == "uw":
            found.append((start, stop, _opening(sentence, start, word, "je")))
        elif lower == "uzelf":
            found.append((start, stop, _opening(sentence, start, word, "jezelf")))
        elif lower == "u" and not _in_letters(sentence, start, stop):
            found += _pronoun(sentence, words, number)
    return found


def _in_letters(sentence: str, start: int, stop: int) -> bool:
    """The `u` of `a.u.b.` is no pronoun."""
    return sentence[max(0, start - 1) : start] == "." and sentence[stop : stop + 1] == "."


def _pronoun(sentence: str, words: Words, number: int) -> list[Change]:
    start, stop, word = words[number]
    if HOUR.search(sentence, 0, start):
        return []
    before, after = beside(sentence, words, number, -1), beside(sentence, words, number, 1)
    if after and after[2].lower() == "en":
        return _with_others(sentence, words, number, before)
    old = before[2].lower() if before else ""
    if old in grammar().prepositions and not is_conjunction(old, sentence, words, number):
        before_te = te_infinitive().search(sentence, stop)
        if old in rules("address")["weak_after"] or (old in ("zonder", "door") and before_te is not None):
            return [(start, stop, "je")]
        return [(start, stop, rules("address")["after_preposition"])]
    me = (start, stop, _opening(sentence, start, word, "je"))
    if before and is_verb(before[2]) and before[2].lower() not in grammar().subordinators:
        return [me, *_inverted(sentence, words, number)]
    if before and may_be_verb(before[2]) and not clause_head(sentence, words, number - 1):
        raise Unsure
    return [me, *_following(sentence, words, number), *_itself(sentence, words, number)]


def _with_others(sentence: str, words: Words, number: int, before: Change | None) -> list[Change]:
    start, stop, word = words[number]
    if before and before[2].lower() in grammar().prepositions:
        return [(start, stop, rules("address")["after_preposition"])]
    if before is None or before[2].lower() in grammar().subordinators:
        return [(start, stop, _opening(sentence, start, word, "jij"))]
    raise Unsure


def _inverted(sentence: str, words: Words, number: int) -> list[Change]:
    """The verb right before `u`: changed when `u` is its subject, left alone when `u` is its object."""
    start, stop, verb = words[number - 1]
    lower = verb.lower()
    if number > 1 and words[number - 2][2].lower() == "u":
        # "U kunt u wenden tot": the second "u" is the object.
        return []
    if lower in ("wordt", "werd", "worden", "werden") and _is_receiver(words, number):
        return []
    if not is_subject(sentence, words, number):
        return []
    new = rules("address")["before"].get(lower) or _bare(lower)
    return [(start, stop, _like(verb, new)), *_itself(sentence, words, number)]


def _is_receiver(words: Words, number: int) -> bool:
    given = rules("address")["given"]
    return any(word.lower() in given for _, _, word in words[number + 1 :])


def _following(sentence: str, words: Words, number: int) -> list[Change]:
    """`heeft`, `kunt`, `zult` and `wilt` that belong to `u`, up to the end of its clause."""
    table = rules("address")["after"]
    found: list[Change] = []
    for other in range(number + 1, len(words)):
        start, stop, word = words[other]
        lower = word.lower()
        opens = lower in grammar().subordinators - {"of"} and not is_pointer(words, other)
        if opens or not is_joined(sentence, words[other - 1], words[other]):
            break
        if is_other_person(words, other):
            break
        if lower in table:
            if lower not in ("heeft", "waart") or opens_with(sentence, words, number):
                found.append((start, stop, table[lower]))
            break
    return found


def _itself(sentence: str, words: Words, number: int) -> list[Change]:
    """`zich` in the clause of a subject `u` becomes `je`."""
    for other in range(number + 1, len(words)):
        start, stop, word = words[other]
        if not is_joined(sentence, words[other - 1], words[other]) or is_other_person(words, other):
            break
        if word.lower() in rules("address")["self"]:
            return [(start, stop, rules("address")["self"][word.lower()])]
    return []


def _bare(verb: str) -> str:
    """The verb without the -t of `u`; unchanged when the -t is part of the stem."""
    keeps = rules("address")["keeps_t"]
    if not verb.endswith("t") or any(verb.endswith(ending) for ending in keeps if len(ending) > 2):
        return verb
    if is_stem(verb[:-1]):
        return verb[:-1]
    raise Unsure


def _opening(sentence: str, start: int, old: str, new: str) -> str:
    """A polite "U" inside the sentence becomes a small "je"."""
    inside = any(c.isalnum() for c in sentence[:start]) and sentence[:start].rstrip()[-1:] not in ".:!?"
    return new if inside else _like(old, new)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
