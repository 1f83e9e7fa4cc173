"""Guided applications: procedures as data, and the small engine that walks them."""

from assistant.procedures.load import load_procedures
from assistant.procedures.model import Procedure
from assistant.procedures.walk import DO_NOT_KNOW, SKIP, listing, walk

__all__ = ["DO_NOT_KNOW", "SKIP", "Procedure", "listing", "load_procedures", "walk"]
