"""Hard words with their explanation in place: on hover, on focus and on a tap; and texts in two levels."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from assistant.models import HardWord
from ui.render.markup import button, esc, folded
from ui.text import Text

PHONE = re.compile(r"(?<!\d)0\d{1,3}(?: \d{2,3}){2,3}(?!\d)")
ASIDE = re.compile(r" \(([^()]+)\)")
SLOT = "<!--simpler-->"
"""Where the switch comes, once it is known that something can be simpler."""
Simpler = Callable[[str], str]
"""From a plain text to a still simpler one."""


def plain(text: str) -> str:
    """`text` escaped; a phone number stands out and stays on one line."""
    return PHONE.sub(lambda found: f'<b class="nb">{found[0]}</b>', esc(text))


class Explained:
    """Marks each hard word once in one result; `stamp` keeps the ids of two results apart."""

    def __init__(self, words: Sequence[HardWord], stamp: str) -> None:
        """`words` as the assistant gives them."""
        self._terms = {form.lower(): word for word in words for form in (word.word, *word.forms)}
        self._seen: set[str] = set()
        self._stamp = stamp
        longest_first = sorted(self._terms, key=len, reverse=True)
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

    def _button(self, said: str) -> str:
        word = self._terms[said.lower()]
        if word.word in self._seen:
            return esc(said)
        self._seen.add(word.word)
        name = f"w-{self._stamp}-{len(self._seen)}"
        return (
            f'<span class="explained"><button type="button" class="word" aria-describedby="{name}">{esc(said)}</button>'
            f'<span class="tip" role="tooltip" id="{name}">{esc(word.meaning)}</span></span>'
        )


class Levels:
    """Marks a text in two levels, of which the switch "Nog eenvoudiger" shows one. Both are there: nobody waits.

    Without `simpler` there is one level and no switch.
    """

    def __init__(self, words: Sequence[HardWord], stamp: str, simpler: Simpler | None = None) -> None:
        """`stamp` keeps the ids of two results apart."""
        self._full, self._simple = Explained(words, stamp), Explained(words, f"{stamp}-s")
        self._simpler = simpler
        self._differs = False
        self._told: set[str] = set()

    def mark(self, text: str) -> str:
        """`text` escaped, its hard words explained."""
        return self._both(text, self._full.mark, self._simple.mark, "span")

    def explain(self, text: str) -> str:
        """`text` that has one level only, such as a heading, its hard words explained."""
        return self._full.mark(text)

    def paragraphs(self, text: str) -> str:
        """Blank lines make paragraphs, single line ends stay line ends."""
        return self._both(text, partial(_paragraphs, self._full), partial(_paragraphs, self._simple), "div")

    def with_switch(self, html: str, text: Text) -> str:
        """`html` with the switch in its slot, when a text of it has a simpler one."""
        return html.replace(SLOT, _switch(text) if self._differs else "")

    def _once(self, text: str, said: str) -> str:
        """The simpler text without the explanations in brackets that an earlier text of this result gave."""

        def kept(found: re.Match[str]) -> str:
            if found[0] in text or found[1] not in self._told:
                self._told.add(found[1])
                return found[0]
            return ""

        return ASIDE.sub(kept, said)

    def _both(self, text: str, full: Simpler, simple: Simpler, tag: str) -> str:
        said = self._once(text, self._simpler(text)) if self._simpler else text
        if said == text:
            return full(text)
        self._differs = True
        return f'<{tag} class="level-full">{full(text)}</{tag}><{tag} class="level-simple">{simple(said)}</{tag}>'


def _paragraphs(words: Explained, text: str) -> str:
    blocks = (block.strip() for block in text.split("\n\n"))
    return "".join(f"<p>{'<br>'.join(map(words.mark, block.splitlines()))}</p>" for block in blocks if block)


def _switch(text: Text) -> str:
    """Pressed or not: ui/static/simpler.js shows the level that was chosen in this session."""
    return button(text["button.simpler"], picture="check", simpler="yes")


def word_list(words: Sequence[HardWord], text: Text) -> str:
    """The hard words again, as a list to open."""
    rows = "".join(f"<dt>{esc(word.word)}</dt><dd>{esc(word.meaning)}</dd>" for word in words)
    return folded(text["answer.words"], f'<dl class="words">{rows}</dl>' if rows else "")
