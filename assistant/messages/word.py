"""A message as a Word file that anyone can change."""

from io import BytesIO

from assistant.models import Message

POINTS = 12


def message_docx(message: Message) -> bytes:
    """The text as paragraphs; its language is Dutch of Belgium, its author stays empty."""
    from docx import Document  # heavy, and few messages become a file
    from docx.shared import Pt

    document = Document()
    style = document.styles["Normal"]
    style.font.size = Pt(POINTS)
    style.font.name = "Calibri"
    properties = document.core_properties
    properties.title, properties.author, properties.language = message.title, "", "nl-BE"
    for block in message.text.split("\n\n"):
        paragraph = document.add_paragraph()
        for number, line in enumerate(block.split("\n")):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
