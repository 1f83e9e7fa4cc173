"""Hard words with their explanation in place: on hover, on focus and on a tap."""

import re
from collections.abc import Sequence

from assistant.models import HardWord
from ui.render.markup import esc, folded
from ui.text import Text

PHONE = re.compile(r"(?<!\d)0\d{1,3}(?: \d{2,3}){2,3}(?!\d)")


def plain(text: str) -> str:
    """`text` escaped; a phone number stands out and stays on one line."""
    return PHONE.sub(lambda found: f'<b class="nb">{found[0]}</b>', esc(text))


class Explained:
    """Marks each hard word once in one result; `stamp` keeps the ids of two results apart."""

    def __init__(self, words: Sequence[HardWord], stamp: str) -> None:
        """`words` as the assistant gives them."""
        self._meanings = {word.word.lower(): word.meaning for word in words}
        self._seen: set[str] = set()
        self._stamp = stamp
        longest_first = sorted(self._meanings, key=len, reverse=True)
        self._pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.I) if words else None

    def mark(self, text: str) -> str:
        """`text` escaped, with a button for each hard word that was not marked before."""
        if self._pattern is None:
            return plain(text)
        pieces, end = [], 0
        for hit in self._pattern.finditer(text):
            pieces.append(plain(text[end : hit.start()]))
            pieces.append(self._button(hit[0]))
            end = hit.end()
        return "".join([*pieces, plain(text[end:])])

    def _button(self, word: str) -> str:
        if word.lower() in self._seen:
            return esc(word)
        self._seen.add(word.lower())
        name = f"w-{self._stamp}-{len(self._seen)}"
        return (
            f'<span class="explained"><button type="button" class="word" aria-describedby="{name}">{esc(word)}</button>'
            f'<span class="tip" role="tooltip" id="{name}">{esc(self._meanings[word.lower()])}</span></span>'
        )


def word_list(words: Sequence[HardWord], text: Text) -> str:
    """The hard words again, as a list to open."""
    rows = "".join(f"<dt>{esc(word.word)}</dt><dd>{esc(word.meaning)}</dd>" for word in words)
    return folded(text["answer.words"], f'<dl class="words">{rows}</dl>' if rows else "")
