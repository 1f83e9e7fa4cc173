"""Messages and phone scripts to an office: templates with typed holes, filled from what a person gave."""

from assistant.messages.fill import fill_message, message_listings
from assistant.messages.load import load_templates
from assistant.messages.word import message_docx

__all__ = ["fill_message", "load_templates", "message_docx", "message_listings"]
