"""A file that a door made, as a link that starts by itself."""

import base64
from typing import NamedTuple

from ui.render.markup import esc
from ui.render.pieces import stamp
from ui.text import Text


class File(NamedTuple):
    """Name, MIME type and bytes."""

    name: str
    kind: str
    content: bytes


def download(file: File | None, text: Text) -> str:
    """A card with the link; the script opens it once. Nothing without a file."""
    if file is None:
        return ""
    link = f"data:{file.kind};base64,{base64.b64encode(file.content).decode()}"
    return (
        f'<section class="card ready" data-stamp="{stamp()}"><h2>{esc(text["talk.ready"])}</h2>'
        f'<a class="btn main" href="{esc(link)}" download="{esc(file.name)}" data-auto="yes">'
        f"{esc(text.fill('talk.file', file=file.name))}</a></section>"
    )
