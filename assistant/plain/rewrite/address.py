"""From `u` to `je`, with the verb that goes with it. A sentence in which that is not certain keeps its `u`."""

import re

from assistant.plain.frequency import zipf
from assistant.plain.rewrite.grammar import grammar, rules, te_infinitive

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NUMBER = re.compile(r"\d[\d.,:/]*")
HOUR = re.compile(r"\d\s*$")
KNOWN = 2.3
"""Zipf from which a stem without its -t counts as a word."""


class Unsure(Exception):
    """The role of `u` is not clear."""


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
    for start, stop, text in sorted(changes):
        out += [sentence[end:start], text]
        end = stop
    return "".join([*out, sentence[end:]])


Words = list[tuple[int, int, str]]
Change = tuple[int, int, str]


def _changes(sentence: str, words: Words) -> list[Change]:
    found: list[Change] = []
    for number, (start, stop, word) in enumerate(words):
        lower = word.lower()
        if lower == "uwe" or (word == "U" and sentence[stop : stop + 1] == "."):
            raise Unsure
        if lower == "uw":
            found.append((start, stop, _like(word, "je")))
        elif lower == "uzelf":
            found.append((start, stop, _like(word, "jezelf")))
        elif lower == "u":
            found += _pronoun(sentence, words, number)
    return found


def _pronoun(sentence: str, words: Words, number: int) -> list[Change]:
    start, stop, word = words[number]
    if HOUR.search(sentence, 0, start):
        return []
    before, after = _beside(sentence, words, number, -1), _beside(sentence, words, number, 1)
    if after and after[2].lower() == "en":
        return _with_others(sentence, words, number, before)
    old = before[2].lower() if before else ""
    if old in grammar().prepositions and not _is_conjunction(old, sentence, words, number):
        before_te = te_infinitive().search(sentence, stop)
        if old in rules("address")["weak_after"] or (old in ("zonder", "door") and before_te is not None):
            return [(start, stop, "je")]
        return [(start, stop, rules("address")["after_preposition"])]
    me = (start, stop, _like(word, "je"))
    if before and _is_verb(before[2]) and before[2].lower() not in grammar().subordinators:
        return [me, *_inverted(sentence, words, number)]
    return [me, *_following(sentence, words, number), *_itself(sentence, words, number)]


def _beside(sentence: str, words: Words, number: int, step: int) -> Change | None:
    """The word before (-1) or after (1), when only white space lies between."""
    other = number + step
    if not 0 <= other < len(words):
        return None
    first, second = sorted((words[number], words[other]))
    return words[other] if _joined(sentence, first, second) else None


def _is_conjunction(old: str, sentence: str, words: Words, number: int) -> bool:
    """`voor u beslist`: words follow before the clause ends."""
    return old == "om" or (old in ("voor", "na") and _beside(sentence, words, number, 1) is not None)


def _with_others(sentence: str, words: Words, number: int, before: Change | None) -> list[Change]:
    start, stop, word = words[number]
    if before and before[2].lower() in grammar().prepositions:
        return [(start, stop, rules("address")["after_preposition"])]
    if before is None or before[2].lower() in grammar().subordinators:
        return [(start, stop, _like(word, "jij"))]
    raise Unsure


def _inverted(sentence: str, words: Words, number: int) -> list[Change]:
    """The verb right before `u`: changed when `u` is its subject, left alone when `u` is its object."""
    start, stop, verb = words[number - 1]
    lower = verb.lower()
    if lower in ("wordt", "werd", "worden", "werden") and _is_receiver(words, number):
        return []
    if not _is_subject(sentence, words, number):
        return []
    new = rules("address")["before"].get(lower) or _bare(lower)
    return [(start, stop, _like(verb, new)), *_itself(sentence, words, number)]


def _is_receiver(words: Words, number: int) -> bool:
    given = rules("address")["given"]
    return any(word.lower() in given for _, _, word in words[number + 1 :])


def _is_subject(sentence: str, words: Words, number: int) -> bool:
    verb = words[number - 1][2].lower()
    head = [word.lower() for word in _clause_head(sentence, words, number - 1)]
    if not head or head[0] in grammar().fronting or head[0] in grammar().subordinators or head[-1] in _times():
        return True
    if head[0] in rules("address")["third_persons"]:
        return False
    if verb in rules("address")["second_person"] or head[-1] in rules("address")["things"]:
        return True
    if verb in rules("address")["mine"]:
        return True
    if verb in rules("address")["theirs"]:
        return False
    raise Unsure


def _times() -> set[str]:
    """`elke maand stuurt u`: a group of words that says when is no subject."""
    return {*rules("address")["times"], *grammar().months}


def _clause_head(sentence: str, words: Words, verb: int) -> list[str]:
    """The words of the clause before its verb; after a comma that follows a subclause there are none."""
    head: list[str] = []
    for number in range(verb - 1, -1, -1):
        if not _joined(sentence, words[number], words[number + 1]):
            break
        head.insert(0, words[number][2])
    return head


def _following(sentence: str, words: Words, number: int) -> list[Change]:
    """`heeft`, `kunt`, `zult` and `wilt` that belong to `u`, up to the end of its clause."""
    table = rules("address")["after"]
    found: list[Change] = []
    for other in range(number + 1, len(words)):
        start, stop, word = words[other]
        lower = word.lower()
        if not _joined(sentence, words[other - 1], words[other]) or lower in grammar().subordinators - {"of"}:
            break
        if lower in rules("address")["third_persons"]:
            break
        if lower in table:
            found.append((start, stop, table[lower]))
            break
    return found


def _itself(sentence: str, words: Words, number: int) -> list[Change]:
    """`zich` in the clause of a subject `u` becomes `je`."""
    for other in range(number + 1, len(words)):
        start, stop, word = words[other]
        if not _joined(sentence, words[other - 1], words[other]) or word.lower() in rules("address")["third_persons"]:
            break
        if word.lower() in rules("address")["self"]:
            return [(start, stop, rules("address")["self"][word.lower()])]
    return []


def _bare(verb: str) -> str:
    """The verb without the -t of `u`; unchanged when the -t is part of the stem."""
    keeps = rules("address")["keeps_t"]
    if not verb.endswith("t") or any(verb.endswith(ending) for ending in keeps if len(ending) > 2):
        return verb
    stem = verb[:-1]
    if zipf(stem) >= KNOWN:
        return stem
    raise Unsure


def _is_verb(word: str) -> bool:
    lower = word.lower()
    if lower in grammar().finite or lower in grammar().modals or lower in grammar().auxiliaries:
        return True
    return lower.endswith("t") and lower not in rules("address")["keeps_t"] and zipf(lower[:-1]) >= KNOWN


def _joined(sentence: str, first: Change, second: Change) -> bool:
    """Only white space or numbers between two words."""
    return not NUMBER.sub("", sentence[first[1] : second[0]]).strip()


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
