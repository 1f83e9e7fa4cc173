"""Typing errors as people make them on a phone: the same seed, the same errors.

Letters swapped, lost, doubled, or the key beside it (azerty); two words run together. Words of fewer than four
letters, codes and numbers stay whole.
"""

import random
import re

RATE = 0.25
"""Share of the words that get an error."""
JOINED = 0.04
"""Share of the spaces that are lost."""
SHORTEST = 4
BESIDE = {
    "a": "zq", "z": "aes", "e": "zr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "om",
    "q": "as", "s": "qd", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "km", "m": "lp",
    "w": "x", "x": "wc", "c": "xv", "v": "cb", "b": "vn", "n": "b",
}  # fmt: skip
KINDS = ("swap", "lose", "double", "beside")
WORD = re.compile(r"[^\W\d_]+")


def mistyped(text: str, seed: str) -> str:
    """The text with errors; `seed` names the draw. At least one word that can have an error has one."""
    chance = random.Random(seed)
    words = text.split(" ")
    able = [at for at, word in enumerate(words) if len(word) >= SHORTEST and WORD.fullmatch(word.strip("?!.,;:'"))]
    hit = {at for at in able if chance.random() < RATE} or set(chance.sample(able, min(1, len(able))))
    typed = [_mistype(word, chance) if at in hit else word for at, word in enumerate(words)]
    joined = typed[0]
    for before, word in zip(typed, typed[1:], strict=False):
        is_plain = before.isalpha() and word.isalpha()
        joined += ("" if is_plain and chance.random() < JOINED else " ") + word
    return joined


def _mistype(word: str, chance: random.Random) -> str:
    """One error, never in the first letter: people see that one."""
    last = max(at for at, letter in enumerate(word) if letter.isalpha())
    at = chance.randrange(1, last)
    match chance.choice(KINDS):
        case "swap":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case "lose":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[: at + 1] + word[at:]
        case _:
            return word[:at] + chance.choice(BESIDE.get(word[at].lower(), word[at])) + word[at + 1 :]
