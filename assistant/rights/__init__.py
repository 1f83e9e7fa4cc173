"""The rights check: quick questions, and rights in three groups. Data in corpus/rights."""

from assistant.rights.check import check_rights
from assistant.rights.load import check_references, load_book
from assistant.rights.model import DO_NOT_KNOW, SKIP, Book

__all__ = ["DO_NOT_KNOW", "SKIP", "Book", "check_references", "check_rights", "load_book"]
