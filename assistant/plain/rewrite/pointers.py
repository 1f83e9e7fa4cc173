"""`bovenvermeld adres` -> `het adres hierboven`, `voormelde termijn` -> `deze termijn`."""

import re
from functools import cache

from assistant.plain.rewrite.grammar import grammar, rules


def point(sentence: str) -> str:
    """The sentence with plain words for `above`, `below` and `this`."""
    return _pattern().sub(_said, sentence)


def _said(match: re.Match[str]) -> str:
    data = rules("pointers")
    word = match["word"].lower()
    bare = word if match["e"] is None else word.removesuffix("e")
    article = (match["article"] or ("de" if match["e"] else "het")).lower()
    if re.sub(r"\s+", " ", bare) in data["this"]:
        said = f"{data['this_one'][article]} {match['noun']}"
    else:
        where = "above" if re.sub(r"\s+", " ", bare) in data["above"] else "below"
        said = f"{article} {match['noun']} {data['say'][where]}"
    return said[:1].upper() + said[1:] if match[0][:1].isupper() else said


@cache
def _pattern() -> re.Pattern[str]:
    data = rules("pointers")
    words = "|".join(word.replace(" ", r"\s+") for word in (*data["above"], *data["below"], *data["this"]))
    # "betreffende de wet": what follows is no noun.
    no_noun = "|".join(sorted(grammar().determiners | grammar().prepositions))
    article, noun = r"(?:(?P<article>de|het)\s+)?", rf"(?!(?:{no_noun})\b)(?P<noun>[^\W\d_]+)"
    return re.compile(rf"(?<![\w-]){article}(?P<word>(?:{words})(?P<e>e)?)\s+{noun}(?![\w-])", re.IGNORECASE)
