"""Who is the subject? What stands around `u` in its clause: verbs, small words, and groups of words before a verb."""

import re

from assistant.plain.features import is_participle
from assistant.plain.frequency import zipf
from assistant.plain.rewrite.grammar import grammar, rules

NUMBER = re.compile(r"\d[\d.,:/]*")
BRACKETS = re.compile(r"\([^()]*\)")
COMMON = 3.0
"""Zipf from which an infinitive counts as known."""
KNOWN = 2.3
"""Zipf from which a stem without its -t counts as a word."""


class Unsure(Exception):
    """The role of `u` is not clear."""


Words = list[tuple[int, int, str]]
Change = tuple[int, int, str]


def beside(sentence: str, words: Words, number: int, step: int) -> Change | None:
    """The word before (-1) or after (1), when only white space lies between."""
    other = number + step
    if not 0 <= other < len(words):
        return None
    first, second = sorted((words[number], words[other]))
    return words[other] if is_joined(sentence, first, second) else None


def is_conjunction(old: str, sentence: str, words: Words, number: int) -> bool:
    """`voor u beslist`: words follow before the clause ends; but `voor u is de griffie bevoegd`."""
    following = beside(sentence, words, number, 1)
    if old == "om" or old not in ("voor", "na") or following is None:
        return old == "om"
    return following[2].lower() not in grammar().finite or beside(sentence, words, number + 1, 1) is None


def is_subject(sentence: str, words: Words, number: int) -> bool:
    """Is `u`, right behind a verb, the subject of that verb? Raises Unsure when the words do not show it."""
    verb = words[number - 1][2].lower()
    head = [word.lower() for word in clause_head(sentence, words, number - 1)]
    joined = max((n for n, word in enumerate(head) if word in ("en", "of", "maar", "want")), default=-1)
    if is_participle(verb) and set(head[joined + 1 :]) & grammar().auxiliaries:
        # "heeft het comité beslist u een leefloon te geven": the verb stands before it.
        return False
    if not head or head[0] in grammar().fronting or head[0] in grammar().subordinators or head[-1] in _times():
        return True
    following = words[number + 1][2].lower() if number + 1 < len(words) else ""
    if following in rules("address")["to_us"]:
        return True
    if {head[0], head[-1]} & set(rules("address")["third_persons"]):
        return False
    if head[-1] in rules("address")["papers"] and verb in rules("address")["papers_say"]:
        raise Unsure
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


def clause_head(sentence: str, words: Words, verb: int) -> list[str]:
    """The words of the clause before its verb; after a comma that follows a subclause there are none."""
    head: list[str] = []
    text = BRACKETS.sub(lambda found: " " * len(found[0]), sentence)
    following = words[verb]
    for word in reversed(words[:verb]):
        if text[word[0]] == " ":
            continue
        if not is_joined(text, word, following):
            break
        head.insert(0, word[2])
        following = word
    return head


def opens_with(sentence: str, words: Words, number: int) -> bool:
    """`dat u heeft`, not `dat uw werkgever u heeft`: a noun before `u` is the subject."""
    before = beside(sentence, words, number, -1)
    if before is None:
        return True
    old = before[2].lower()
    known = grammar().subordinators | grammar().prepositions | set(rules("address")["joiners"])
    return old in known or is_verb(old)


def is_other_person(words: Words, number: int) -> bool:
    """A word such as `hij`: from here on the verb is of somebody else."""
    return words[number][2].lower() in rules("address")["third_persons"] and not is_pointer(words, number)


def is_pointer(words: Words, number: int) -> bool:
    """`die` in "op die datum" opens no clause."""
    return words[number][2].lower() == "die" and words[number - 1][2].lower() in grammar().prepositions


def is_stem(word: str) -> bool:
    """`vul`, and `verschijn`, which is only common as `verschijnen`."""
    return zipf(word) >= KNOWN or zipf(f"{word}en") >= COMMON


def may_be_verb(word: str) -> bool:
    """Ends like a verb and is no known small word."""
    lower, small = word.lower(), grammar().subordinators | grammar().prepositions
    return lower.endswith("t") and len(lower) > 3 and lower not in small and lower not in rules("address")["keeps_t"]


def is_verb(word: str) -> bool:
    """A finite verb that is known, or a stem with -t."""
    lower = word.lower()
    if lower in grammar().finite or lower in grammar().modals or lower in grammar().auxiliaries:
        return True
    return lower.endswith("t") and lower not in rules("address")["keeps_t"] and is_stem(lower[:-1])


def is_joined(sentence: str, first: Change, second: Change) -> bool:
    """Only white space or numbers between two words."""
    return not NUMBER.sub("", sentence[first[1] : second[0]]).strip()
