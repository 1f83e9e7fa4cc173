"""Put the plain phrase in the place of the formal one, with its inflection and article."""

import re

from assistant.plain.officialese import Hit, Phrase, find_phrases
from assistant.plain.rewrite.grammar import grammar, rules

LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
CLAUSE_EDGE = re.compile(r"[,:](?!\d)|[;()]")
REST = re.compile(r"\s+(?P<rest>[^,;:()]+?)(?=[,;:()]|[.!?]?$)")
LABEL = re.compile(r"\s+(?:\d|(?:[IVX]+|[A-Z])(?!\w))")
"""A number, or one letter, right behind a noun makes it a label: "categorie 3", "categorie B"."""
MORE = re.compile(r"\b(?:en|of|alsook|evenals|ook)\s+van\b")
"""`in het bezit zijn van deze brief en van uw kaart`: the hole would have to hold both."""
HOLE = "…"
LONGEST_REST = 8
INFINITIVE, HE, PAST, PARTICIPLE = 0, 2, 3, 5
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
    if _is_name(sentence, hit) or hit.phrases[0].kind in ("infinitive", "request"):
        return None
    phrase = hit.phrases[0]
    if phrase.kind == "noun":
        return _noun(sentence, hit, phrase)
    if phrase.kind == "verb":
        chosen = _verb_form(sentence, hit)
        return (hit.start, hit.end, _cased(formal, _in_context(sentence, chosen))) if chosen else None
    if phrase.kind == "adverb" and _word_before(sentence, hit.start) in grammar().articles:
        return None
    if not phrase.plain:
        return None
    if HOLE in phrase.plain:
        return _around(sentence, hit, phrase)
    return hit.start, hit.end, _cased(formal, phrase.plain)


def _around(sentence: str, hit: Hit, phrase: Phrase) -> tuple[int, int, str] | None:
    """`kennis nemen van de regels` -> `de regels lezen`: the rest of the clause goes into the hole."""
    rest = REST.match(sentence, hit.end)
    if rest is None:
        return None
    words = rest["rest"].lower().split()
    if phrase.formal.endswith(" van") and MORE.search(sentence, rest.start()):
        return None
    if len(words) > LONGEST_REST or set(words) & (grammar().finite | grammar().subordinators | {"te", "om"}):
        return None
    return hit.start, rest.end(), _cased(sentence[hit.start], phrase.plain.replace(HOLE, rest["rest"]))


def _noun(sentence: str, hit: Hit, phrase: Phrase) -> tuple[int, int, str] | None:
    formal = sentence[hit.start : hit.end]
    plain = _cased(formal, phrase.plain)
    if LABEL.match(sentence, hit.end) or (phrase.slot == 0 and _wants_article(sentence, hit, phrase)):
        return None
    if phrase.slot and phrase.plain in grammar().uncountable:
        words = set(re.findall(r"[^\W\d_]+", _clause(sentence, hit).lower()))
        return None if words & grammar().plural_finite else (hit.start, hit.end, plain)
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
    if word in grammar().determiners | grammar().prepositions | grammar().small_words:
        return hit.start, stop, plain + tail
    return _behind_adjective(sentence, before.start(1), hit, (plain + tail, stop, change))


def _wants_article(sentence: str, hit: Hit, phrase: Phrase) -> bool:
    """`kan vonnis worden gevorderd`: "beslissing van de rechter" cannot stand there without its article."""
    before = _word_before(sentence, hit.start)
    bare = before == "" or before in grammar().prepositions | grammar().small_words - grammar().determiners
    return " van de " in phrase.plain and (bare or before in grammar().finite)


def _behind_adjective(
    sentence: str, start: int, hit: Hit, new: tuple[str, int, dict[str, str]]
) -> tuple[int, int, str] | None:
    """`de nieuwe overeenkomst` -> `het nieuwe contract`; after `een` the adjective would change: leave it."""
    plain, stop, change = new
    first = LAST_WORD.search(sentence, 0, start)
    if first is None or first[1].lower() in grammar().indefinite or not sentence[start:].split()[0].endswith("e"):
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
    helped = bool(words & grammar().auxiliaries)
    if len(slots) == 1 and not slots.keys() & {INFINITIVE, HE, PAST, PARTICIPLE}:
        return next(iter(slots.values()))
    if PARTICIPLE in slots and helped:
        # "wordt gekregen" is no Dutch.
        odd = slots[PARTICIPLE].plain == KRIJGEN and words & grammar().passive
        return None if odd or _is_attribute(before, after) else slots[PARTICIPLE]
    if INFINITIVE in slots and words & grammar().modals:
        return slots[INFINITIVE]
    fits = {slot: phrase for slot, phrase in slots.items() if not _splits(phrase)}
    if INFINITIVE in fits and words & grammar().plural_subjects:
        return fits[INFINITIVE]
    return None if helped else fits.get(HE) or fits.get(PAST)


def _splits(phrase: Phrase) -> bool:
    """`aanvaardt` -> `aanneemt` would have to be `neemt … aan` in a main clause."""
    lists = grammar()
    if not phrase.plain.startswith(lists.prefixes) or phrase.plain.startswith(lists.inseparable):
        return False
    return phrase.formal.startswith(lists.inseparable) or not phrase.formal.startswith(lists.prefixes)


def _in_context(sentence: str, phrase: Phrase) -> str:
    """Another plain verb when a word of the sentence asks for it: money is not sent but paid."""
    for row in rules("context")["contexts"]:
        if phrase.entry.startswith(f"verb:{row['verb']}/"):
            words = set(re.findall(r"\w+|€", sentence.lower()))
            plain: str = phrase.formal if row.get("keep") else row["forms"][phrase.slot]
            if words & set(row["words"]) and not words & set(row["not"]) and plain != "-":
                return plain
    return phrase.plain


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


def _is_name(sentence: str, hit: Hit) -> bool:
    """A capital inside the phrase, at its head in mid-sentence, or on both it and the next word belongs to a name."""
    formal = sentence[hit.start : hit.end]
    if any(c.isupper() for c in formal[1:]):
        return True
    following = NEXT_WORD.match(sentence, hit.end)
    next_is_name = following is not None and following[1][:1].isupper() and hit.phrases[0].kind in ("noun", "verb")
    return formal[:1].isupper() and (hit.start > 0 or next_is_name)


def _cased(formal: str, plain: str) -> str:
    return plain[:1].upper() + plain[1:] if formal[:1].isupper() else plain
