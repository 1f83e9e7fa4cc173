"""A door that a later version fills: says so, and names what does work."""

from ui.render.markup import button, esc
from ui.text import Text


def later(door: str, text: Text) -> str:
    """The page of door `door` while it is empty."""
    return (
        f'<section class="card"><h1 tabindex="-1">{esc(text[f"door.{door}.title"])}</h1>'
        f'<p class="lead">{esc(text["later.title"])}</p><p>{esc(text["later.text"])}</p><div class="row">'
        f"{button(text['later.question'], look='main', picture='question', door='vraag')}"
        f"{button(text['later.letter'], picture='letter', door='brief')}</div></section>"
    )
