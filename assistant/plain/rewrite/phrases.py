"""Put the plain phrase in the place of the formal one, with its inflection and article."""

import re

from assistant.plain.officialese import Hit, Phrase, find_phrases
from assistant.plain.rewrite.grammar import grammar

LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
CLAUSE_EDGE = re.compile(r"[,;:()]")
INFINITIVE, SINGULAR, HE, PARTICIPLE = 0, 1, 2, 5
KRIJGEN = "gekregen"


def replace_phrases(sentence: str) -> str:
    """The sentence with its formal phrases replaced; a phrase that may not fit stays."""
    out: list[str] = []
    end = 0
    for hit in find_phrases(sentence):
        if hit.start < end:
            continue
        found = _replacement(sentence, hit)
        if found is None:
            continue
        start, stop, text = found
        if start < end:
            continue
        out += [sentence[end:start], text]
        end = stop
    return "".join([*out, sentence[end:]])


def _replacement(sentence: str, hit: Hit) -> tuple[int, int, str] | None:
    """(start, end, text) of what to put, None when the phrase stays."""
    formal = sentence[hit.start : hit.end]
    if _is_name(formal, hit.start) or hit.phrases[0].kind in ("infinitive", "request"):
        return None
    phrase = hit.phrases[0]
    if phrase.kind == "noun":
        return _noun(sentence, hit, phrase)
    if phrase.kind == "verb":
        chosen = _verb_form(sentence, hit)
        return (hit.start, hit.end, _cased(formal, chosen.plain)) if chosen else None
    if phrase.kind == "adverb" and _word_before(sentence, hit.start) in grammar().determiners:
        return None
    if not phrase.plain:
        return None
    return hit.start, hit.end, _cased(formal, phrase.plain)


def _noun(sentence: str, hit: Hit, phrase: Phrase) -> tuple[int, int, str] | None:
    formal = sentence[hit.start : hit.end]
    plain = _cased(formal, phrase.plain)
    old, new = phrase.article
    if not old or old == new or not new:
        return hit.start, hit.end, plain
    change = grammar().to_het if new == "het" else grammar().to_de
    stop, tail = _relative(sentence, hit.end, new)
    before = LAST_WORD.search(sentence, 0, hit.start)
    if before is None:
        return hit.start, stop, plain + tail
    word = before[1].lower()
    if word in change:
        article = _cased(before[1], change[word])
        return before.start(1), stop, f"{article} {plain}{tail}"
    if word in grammar().determiners or not word.endswith("e") or word in grammar().prepositions:
        return hit.start, stop, plain + tail
    return _behind_adjective(sentence, before.start(1), hit, (plain + tail, stop, change))


def _behind_adjective(
    sentence: str, start: int, hit: Hit, new: tuple[str, int, dict[str, str]]
) -> tuple[int, int, str] | None:
    """`de nieuwe overeenkomst` -> `het nieuwe contract`; after `een` the adjective would change: leave it."""
    plain, stop, change = new
    first = LAST_WORD.search(sentence, 0, start)
    if first is None or first[1].lower() in ("een", "geen"):
        return None
    if first[1].lower() in change:
        article = _cased(first[1], change[first[1].lower()])
        return first.start(1), stop, f"{article} {sentence[start : hit.start]}{plain}"
    return (hit.start, stop, plain) if first[1].lower() in grammar().determiners else None


def _relative(sentence: str, end: int, article: str) -> tuple[int, str]:
    """`die` right behind a noun that becomes a het-word turns into `dat`, and the other way round."""
    old, new = ("die", "dat") if article == "het" else ("dat", "die")
    match = re.compile(rf",?\s+{old}\b").match(sentence, end)
    return (match.end(), match[0].replace(old, new)) if match else (end, "")


def _verb_form(sentence: str, hit: Hit) -> Phrase | None:
    """The reading of an ambiguous verb form that fits its clause, None when no reading does."""
    before, after = _word_before(sentence, hit.start), NEXT_WORD.match(sentence, hit.end)
    if before in grammar().determiners:
        return None
    words = set(re.findall(r"[^\W\d_]+", _clause(sentence, hit).lower()))
    slots = {phrase.slot: phrase for phrase in hit.phrases if phrase.plain != "-"}
    if len(slots) == 1 and PARTICIPLE not in slots and INFINITIVE not in slots:
        return next(iter(slots.values()))
    helped = bool(words & grammar().auxiliaries)
    if PARTICIPLE in slots and helped:
        # "wordt gekregen" is no Dutch.
        odd = slots[PARTICIPLE].plain == KRIJGEN and words & grammar().passive
        return None if odd or _is_attribute(before, after) else slots[PARTICIPLE]
    if INFINITIVE in slots and (words & grammar().modals or words & grammar().plural_subjects):
        return slots[INFINITIVE]
    if HE in slots and not helped:
        return slots[HE]
    return slots.get(3) if not helped else None


def _is_attribute(before: str, after: re.Match[str] | None) -> bool:
    """`de ontvangen uitkeringen`: a participle between a small word and a noun."""
    return after is not None and before in grammar().prepositions and after[1].lower() not in grammar().auxiliaries


def _clause(sentence: str, hit: Hit) -> str:
    edges = [m.start() for m in CLAUSE_EDGE.finditer(sentence)]
    left = max((edge for edge in edges if edge < hit.start), default=0)
    right = min((edge for edge in edges if edge >= hit.end), default=len(sentence))
    return sentence[left : hit.start] + " " + sentence[hit.end : right]


def _word_before(sentence: str, start: int) -> str:
    match = LAST_WORD.search(sentence, 0, start)
    return match[1].lower() if match else ""


def _is_name(formal: str, start: int) -> bool:
    """A capital inside the phrase, or at its head in mid-sentence, belongs to a name."""
    return any(c.isupper() for c in formal[1:]) or (start > 0 and formal[:1].isupper())


def _cased(formal: str, plain: str) -> str:
    return plain[:1].upper() + plain[1:] if formal[:1].isupper() else plain
