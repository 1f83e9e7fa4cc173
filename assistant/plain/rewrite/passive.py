"""A passive sentence that names its doer becomes active: `X wordt door de RVA betaald` -> `De RVA betaalt X`."""

import re
from functools import cache

from assistant.plain.rewrite.grammar import grammar, rules

WORDS = r"[^\s,;:()]+"
ONE, MANY, YOU = 0, 1, 2
SUBJECT_FORMS = frozenset({"er", "wij", "we", "hij", "zij", "ze", "ik"})


def make_active(sentence: str) -> str:
    """The active sentence, or the sentence unchanged when a part of it is not certain."""
    match = next((m for pattern in _patterns() if (m := pattern.match(sentence))), None)
    if match is None:
        return sentence
    said = _active(match)
    return sentence if said is None else said[:1].upper() + said[1:]


def _active(match: re.Match[str]) -> str | None:
    """`doer verb patient middle … rest`; None when the form is not a passive after all."""
    data, helper = rules("passive"), match["helper"].lower()
    doer: str = data["actors"][match["actor"].lower()]
    number = YOU if doer == "u" else MANY if doer in data["plural"] else ONE
    patient = match["patient"][:1].lower() + match["patient"][1:]
    middle, tail = f"{match['before']}{match['between']}".strip(), match["tail"].strip()
    if middle.lower().split()[:1] == ["u"]:
        # An object of one small word comes before the other one: "betaalt je de uitkering".
        patient, middle = f"{middle[:1]} {patient}", middle[1:].strip()
    participle = (match["part"] or match["part_after"]).lower()
    infinitive, *forms = data["verbs"][participle]
    with_infinitive = bool(match["worden"] or match["worden_after"])
    if with_infinitive != (helper in data["modals"]):
        return None
    if with_infinitive:
        words = [doer, data["modals"][helper][number], patient, middle, infinitive, tail]
    elif helper in data["present"]:
        finite, _, prefix = forms[number == MANY].partition(" ")
        words = [doer, finite, patient, middle, prefix, tail]
    else:
        words = [doer, data["have"][("one", "many", "u")[number]], patient, middle, participle, tail]
    return " ".join(word for word in words if word) + match["stop"]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The doer before the participle, and the doer after it."""
    data = rules("passive")
    helpers = "|".join([*data["present"], *data["perfect"], *data["modals"]])
    first = "|".join(sorted((grammar().determiners | {"u"}) - SUBJECT_FORMS))
    verbs = "|".join(sorted(map(re.escape, data["verbs"]), key=len, reverse=True))
    actors = "|".join(sorted(map(re.escape, data["actors"]), key=len, reverse=True))
    part = rf"(?:(?P<worden>worden)\s+(?P<part>{verbs})|(?P<part_after>{verbs})(?:\s+(?P<worden_after>worden))?)"
    head = rf"^(?P<patient>(?:{first})(?:\s+{WORDS}){{0,7}}?)\s+(?P<helper>{helpers})(?P<before>(?:\s+{WORDS})*?)\s+"
    by = rf"{data['by']}\s+(?P<actor>{actors})"
    tail = rf"(?P<tail>(?:\s+{WORDS})*?)(?P<stop>[.!]?)$"
    between = rf"(?P<between>(?:\s+{WORDS})*?)"
    orders = (rf"{head}{by}{between}\s+{part}{tail}", rf"{head}{part}(?P<between>)\s+{by}{tail}")
    return tuple(re.compile(order, re.IGNORECASE) for order in orders)
