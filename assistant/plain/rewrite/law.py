"""Move the reference to a law out of the sentence into a note behind it."""

import re
from functools import cache

from assistant.plain.rewrite.grammar import rules

ARTICLE = (
    r"(?:de\s+)?(?:artikel(?:en|s)?|artt?\.)\s+[\dIVX][\w.]*(?:(?:bis|ter|quater|/\d+)?"
    r"(?:\s*,\s*|\s+en\s+|\s+tot\s+en\s+met\s+|\s+)(?:§\s*\d+\w*|\d[\w./]*|eerste\s+lid|tweede\s+lid|lid\s+\d))*"
)
DATE = r"(?:\d{1,2}\s+[a-z]+\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
END = r"(?=\s*(?:[.;)]|$|,\s|(?:kan|kunt|moet|dient|mag|wordt|word|worden|werd|is|zijn|heeft|hebt|hebben|heb|bent|zal|zult|zullen|vordert|vorderen|vragen|u|wij|het\s+bedrag)\b))"


def move_references(sentence: str) -> tuple[str, tuple[str, ...]]:
    """(sentence without its references, notes). Unchanged and no notes when a reference has no clear end."""
    notes: list[str] = []

    def cut(match: re.Match[str]) -> str:
        notes.append(rules("law")["note"].format(reference=re.sub(r"\s+", " ", match["reference"]).strip()))
        plain: str = rules("law")["plain"]
        return plain[:1].upper() + plain[1:] if match[0][:1].isupper() else plain

    return _pattern().sub(cut, sentence), tuple(notes)


@cache
def _pattern() -> re.Pattern[str]:
    data = rules("law")
    before = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(data["before"], key=len, reverse=True))
    acts = "|".join(re.escape(act).replace(r"\ ", r"\s+") for act in sorted(data["acts"], key=len, reverse=True))
    act = rf"(?:van\s+)?(?:de|het)\s+(?:{acts})(?!\w)(?:\s+van\s+{DATE})?"
    title = rf"(?:\s+(?:betreffende|houdende|inzake|tot|over)(?:\s+[^\s,.;()]+){{1,10}}?{END})?"
    reference = rf"(?:{ARTICLE}(?:\s+{act})?|{act}){title}"
    return re.compile(rf"(?<!\w)(?:{before})\s+(?P<reference>{reference}){END}", re.IGNORECASE)
