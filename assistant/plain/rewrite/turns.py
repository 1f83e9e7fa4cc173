"""Turns with `te` and an infinitive: `dient … te betalen`, `gelieve … te sturen`, `u wordt verzocht … te komen`."""

import re

from assistant.plain.officialese import Hit, find_phrases
from assistant.plain.rewrite.grammar import grammar, imperative, is_infinitive, te_infinitive

BLOCKED = re.compile(r"[;:()]|,\s+(?:{words})\b|(?<!\w)(?:om|zonder|door)\s")
LEADS_OFF = re.compile(r"^\s*(?:als|tot|voor)\b")
JOINED = re.compile(r"^(?P<gap>\s*(?:,|en|of)\s(?P<rest>[^,;:()]*?))$")


def unfold_turns(sentence: str) -> str:
    """The sentence with each turn made direct; a turn whose infinitive is not certain stays."""
    done = 0
    while True:
        hit = next((h for h in find_phrases(sentence) if h.start >= done and _is_turn(h)), None)
        if hit is None:
            return sentence
        after = _unfold(sentence, hit)
        done = hit.start + 1
        sentence = after if after is not None else sentence


def _is_turn(hit: Hit) -> bool:
    return hit.phrases[0].kind in ("infinitive", "request")


def _unfold(sentence: str, hit: Hit) -> str | None:
    found = _infinitives(sentence, hit.end)
    if not found:
        return None
    if hit.phrases[0].kind == "infinitive":
        return _without_te(sentence, hit, found)
    return _direct(sentence, hit, found)


def _infinitives(sentence: str, start: int) -> list[re.Match[str]]:
    """The infinitives with `te` that hang on the turn: the first, and those joined to it with `en` or `of`."""
    found: list[re.Match[str]] = []
    for match in te_infinitive().finditer(sentence, start):
        if not is_infinitive(match["verb"]):
            continue
        gap = sentence[found[-1].end() if found else start : match.start()]
        if found and not JOINED.match(gap):
            break
        if _blocked().search(gap) or (not found and LEADS_OFF.match(gap)):
            break
        found.append(match)
    return found


def _blocked() -> re.Pattern[str]:
    words = "|".join(sorted(grammar().subordinators - {"of"}))
    return re.compile(BLOCKED.pattern.replace("{words}", words))


def _without_te(sentence: str, hit: Hit, found: list[re.Match[str]]) -> str:
    formal = sentence[hit.start : hit.end]
    plain = hit.phrases[0].plain
    out = [sentence[: hit.start], plain[:1].upper() + plain[1:] if formal[:1].isupper() else plain]
    end = hit.end
    for match in found:
        out += [sentence[end : match.start()], (match["prefix"] or "") + match["verb"]]
        end = match.end()
    return "".join([*out, sentence[end:]])


def _direct(sentence: str, hit: Hit, found: list[re.Match[str]]) -> str | None:
    """The imperative first; what stood before an inverted turn comes behind it."""
    front = sentence[: hit.start]
    first = found[0]
    clause_head = front.rpartition(", ")[2] if ", " in front else front
    opener = front[: len(front) - len(clause_head)]
    moved = clause_head.strip()
    if moved and moved.split()[0].lower() not in grammar().fronting:
        return None
    rest = sentence[hit.end : first.start()].strip()
    if len(found) > 1 and not all(_has_object(sentence, a, b) for a, b in zip(found, found[1:], strict=False)):
        return None
    words = [imperative(first["verb"]), _lowered(moved), rest, first["prefix"] or ""]
    said = " ".join(word for word in words if word)
    end = first.end()
    for earlier, later in zip(found, found[1:], strict=False):
        joiner, _, middle = sentence[earlier.end() : later.start()].strip().partition(" ")
        more = [joiner, imperative(later["verb"]), middle.strip(), later["prefix"] or ""]
        said += " " + " ".join(word for word in more if word)
        end = later.end()
    if not opener:
        said = said[:1].upper() + said[1:]
    return opener + said + sentence[end:]


def _has_object(sentence: str, earlier: re.Match[str], later: re.Match[str]) -> bool:
    """A joined infinitive needs words of its own: `stuur terug` alone would miss its object."""
    return len(sentence[earlier.end() : later.start()].split()) >= 3


def _lowered(words: str) -> str:
    second = words[1:2]
    return words if second.isupper() else words[:1].lower() + words[1:]
