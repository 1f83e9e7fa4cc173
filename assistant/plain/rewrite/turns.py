"""Turns with `te` and an infinitive: `dient … te betalen`, `gelieve … te sturen`, `u wordt verzocht … te komen`."""

import re
from functools import cache

from assistant.plain.frequency import zipf
from assistant.plain.officialese import Hit, find_phrases
from assistant.plain.rewrite.grammar import grammar, imperative, is_infinitive, joined, rules, te_infinitive

SIGN = re.compile(r"(?<=[:;])\s+")
COMMON = 3.0
"""Zipf from which what follows a prefix is a verb of its own."""
BRACKETS = re.compile(r"\([^()]*\)")


def unfold_turns(sentence: str) -> str:
    """The sentence with each turn made direct; a turn whose infinitive is not certain stays."""
    done, sentence = 0, _willing().sub(_without_willing, sentence)
    while True:
        hit = next((h for h in find_phrases(sentence) if h.start >= done and _is_turn(h)), None)
        if hit is None:
            return sentence
        after = _unfold(sentence, hit)
        done = hit.start + 1
        sentence = after if after is not None else sentence


@cache
def _willing() -> re.Pattern[str]:
    """`Gelieve … te willen terugsturen`: the words before, and the verb that is really asked."""
    return re.compile(r"(?P<head>\b[Gg]elieve\b[^.;:]*?\bte )willen (?P<verb>[a-zëéï]+n)(?![\w-])")


def _without_willing(match: re.Match[str]) -> str:
    """`te willen terugsturen` -> `terug te sturen`; unchanged where the verb may or may not be separable."""
    verb, head = match["verb"], match["head"]
    prefix = next((p for p in sorted(grammar().prefixes, key=len, reverse=True) if _separates(verb, p)), "")
    if prefix in rules("turns")["both_ways"]:
        return match[0]
    return f"{head.removesuffix('te ')}{prefix} te {verb.removeprefix(prefix)}" if prefix else head + verb


def _separates(verb: str, prefix: str) -> bool:
    return verb.startswith(prefix) and is_infinitive(verb[len(prefix) :]) and zipf(verb[len(prefix) :]) >= COMMON


def _is_turn(hit: Hit) -> bool:
    return hit.phrases[0].kind in ("infinitive", "request")


def _unfold(sentence: str, hit: Hit) -> str | None:
    found = _infinitives(sentence, hit.end)
    if not found:
        return None
    if hit.phrases[0].kind == "request":
        return _direct(sentence, hit, found) or _asked(sentence, hit)
    return None if _denies_noun(sentence, hit, found[0]) else _without_te(sentence, hit, found)


def _infinitives(sentence: str, start: int) -> list[re.Match[str]]:
    """The infinitives with `te` that hang on the turn: the first, and those joined to it with `en` or `of`."""
    found: list[re.Match[str]] = []
    stop = next((h.start for h in find_phrases(sentence) if h.start >= start and _is_turn(h)), len(sentence))
    for match in te_infinitive().finditer(sentence, start, stop):
        if not is_infinitive(match["verb"]):
            continue
        gap = sentence[found[-1].end() if found else start : match.start()]
        if found and (not _joined().match(gap) or set(gap.lower().split()) & grammar().finite):
            break
        if _blocked().search(BRACKETS.sub("", gap)) or (not found and _leads_off().match(gap)):
            break
        found.append(match)
    return found


@cache
def _blocked() -> re.Pattern[str]:
    """Between a turn and its infinitive: signs and words that open another clause."""
    words = "|".join(sorted(grammar().subordinators - {"of"}))
    own = "|".join(rules("turns")["own_infinitive"])
    return re.compile(rf"[;:()]|,\s+(?:{words})\b|(?<!\w)(?:{own})\s")


@cache
def _leads_off() -> re.Pattern[str]:
    """`dient als bewijs`, `dient tot niets`: no turn with an infinitive."""
    return re.compile(rf"^\s*(?:{'|'.join(rules('turns')['leads_off'])})\b")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:,|{'|'.join(rules('turns')['joiners'])})\s[^,;:()]*?$")


def _denies_noun(sentence: str, hit: Hit, first: re.Match[str]) -> bool:
    """`u mag niet nieuwe schulden maken` should have `geen`: leave such a turn."""
    rest = sentence[hit.end : first.start()].lower().split()
    return hit.phrases[0].plain.endswith(" niet") and bool(rest) and rest[0] not in grammar().prepositions


def _without_te(sentence: str, hit: Hit, found: list[re.Match[str]]) -> str:
    formal = sentence[hit.start : hit.end]
    plain = hit.phrases[0].plain
    out = [sentence[: hit.start], plain[:1].upper() + plain[1:] if formal[:1].isupper() else plain]
    end = hit.end
    for match in found:
        out += [sentence[end : match.start()], joined(match)]
        end = match.end()
    return "".join([*out, sentence[end:]])


def _direct(sentence: str, hit: Hit, found: list[re.Match[str]]) -> str | None:
    """The imperative first; what stood before an inverted turn comes behind it."""
    whole = sentence[: hit.start]
    front = SIGN.split(whole)[-1]
    before, first = whole[: len(whole) - len(front)], found[0]
    clause_head = front.rpartition(", ")[2] if ", " in front else front
    opener = front[: len(front) - len(clause_head)]
    if set(clause_head.lower().split()) & grammar().finite:
        return None
    if opener and not _is_condition(opener.lower().split()):
        return None
    moved = "" if clause_head.strip().lower() in rules("turns")["dropped"] else clause_head.strip()
    moved = rules("turns")["then"].get(moved, moved)
    if moved and moved.split()[0].lower() not in grammar().fronting:
        return None
    between = re.sub(r"\bu zich\b", "zich", sentence[hit.end : first.start()], flags=re.IGNORECASE)
    rest = " ".join(grammar().reflexive.get(w, w) for w in between.split())
    pronouns, rest = _pronouns(rest) if moved else ("", rest)
    if len(found) > 1 and not all(_has_object(sentence, a, b) for a, b in zip(found, found[1:], strict=False)):
        return None
    words = [imperative(first["verb"]), pronouns, _lowered(moved), rest, first["prefix"] or ""]
    said = " ".join(word for word in words if word)
    end = first.end()
    for earlier, later in zip(found, found[1:], strict=False):
        joiner, _, middle = sentence[earlier.end() : later.start()].strip().partition(" ")
        more = [joiner, imperative(later["verb"]), middle.strip(), later["prefix"] or ""]
        said += " " + " ".join(word for word in more if word)
        end = later.end()
    if not opener and (not before or before.rstrip().endswith(".")):
        said = said[:1].upper() + said[1:]
    tail = sentence[end:]
    return before + opener + said + (tail[:-1] + "." if tail.endswith("?") else tail)


def _asked(sentence: str, hit: Hit) -> str | None:
    """`wij verzoeken u` that cannot become an imperative is at least `wij vragen u`."""
    formal = sentence[hit.start : hit.end]
    plain: str | None = rules("turns")["asks"].get(formal.lower().removesuffix(" om"))
    if plain is None:
        return None
    tail = " om" if formal.lower().endswith(" om") else ""
    said = plain[:1].upper() + plain[1:] if formal[:1].isupper() else plain
    return f"{sentence[: hit.start]}{said}{tail}{sentence[hit.end :]}"


def _is_condition(words: list[str]) -> bool:
    """`als u ziek bent`, or a clause that opens with its verb: `betaalt u niet`."""
    return words[0] in rules("turns")["conditions"] or words[1:2] == ["u"]


def _has_object(sentence: str, earlier: re.Match[str], later: re.Match[str]) -> bool:
    """A joined infinitive needs words of its own: `stuur terug` alone would miss its object."""
    return len(sentence[earlier.end() : later.start()].split()) >= 3


def _pronouns(rest: str) -> tuple[str, str]:
    """`meld ons dit dan`: short objects stand right behind the imperative."""
    words = rest.split()
    count = 0
    while count < len(words) and words[count].lower() in rules("turns")["pronouns"]:
        count += 1
    if count < len(words) and words[count - 1].lower() in ("dit", "dat", "deze"):
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def _lowered(words: str) -> str:
    second = words[1:2]
    return words if second.isupper() else words[:1].lower() + words[1:]
