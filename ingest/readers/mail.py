"""Saved e-mails: who, when, subject and the text. What hangs on to the mail is not opened."""

from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.models import PageText, ReadFile
from ingest.readers.html import html_text

HEADERS = ("From", "To", "Date", "Subject")


def read_mail(path: Path) -> ReadFile:
    """The text as one page under its headers. Raises UnreadableFile (damaged) for what is no mail."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        headers = [f"{name}: {message[name]}" for name in HEADERS if message[name]]
        body = _body(message)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error
    if not headers:
        raise UnreadableFile("no headers", reason="damaged", file=path.name)
    return ReadFile(name=path.name, pages=(PageText(number=1, text="\n".join([*headers, "", body]).strip()),))


def _body(message: EmailMessage) -> str:
    """The plain text, else the text of the web page in it."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = str(part.get_content())
    return html_text(content.encode(), "utf-8") if part.get_content_subtype() == "html" else content
